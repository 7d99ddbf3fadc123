package cn.minqing.campaign;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a campaign, and for which unit: the cadres of the units in the approved plan, and the members of
 * its teams, who act for their team here.
 */
@Service
@Transactional(readOnly = true)
public class Participants {
    private static final String ALL = """
            select p.id, p.name, p.rank, u.id as unit_id
            from (
              select p.id as person_id, p.unit_id from campaign_plan c join campaign_plan_unit w on w.plan_id = c.id
              join person p on p.unit_id = w.unit_id
              where c.campaign_id = :campaign and c.state = 'APPROVED' and not exists (
                select from team_member m join unit t on t.id = m.unit_id
                where m.person_id = p.id and t.campaign_id = :campaign)
              union all
              select m.person_id, m.unit_id from unit t join team_member m on m.unit_id = t.id
              where t.campaign_id = :campaign
            ) part join person p on p.id = part.person_id join unit u on u.id = part.unit_id
            join area a on a.id = u.area_id
            where p.active and exists (select from role_grant g where g.person_id = p.id and g.role = 'cadre')
              and (cast(:unit as uuid) is null or u.id = :unit) and (cast(:person as uuid) is null or p.id = :person)
            order by a.code, u.sort_order, u.name, u.id, p.account
            """;
    private static final RowMapper<Participant> PARTICIPANT = (row, number) -> new Participant(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("rank"),
            row.getObject("unit_id", UUID.class));

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final CandidateUnits candidates;

    Participants(JdbcClient jdbc, Campaigns campaigns, CandidateUnits candidates) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.candidates = candidates;
    }

    /** {@code unitId} is the unit they act for here: their own, or the team they were put into. */
    public record Participant(UUID personId, String name, String rank, UUID unitId) {}

    /** The cadres of the units in the approved plan and of the teams, by unit, then account. */
    public List<Participant> of(UUID campaignId) {
        return query(campaignId, null, null);
    }

    /** Who acts for that unit or team in the campaign. */
    public List<Participant> ofUnit(UUID campaignId, UUID unitId) {
        return query(campaignId, unitId, null);
    }

    /** The part somebody takes; none for who takes no part. */
    public Optional<Participant> find(UUID campaignId, UUID personId) {
        return query(campaignId, null, personId).stream().findFirst();
    }

    /** Those whose name or unit has the text in it, in the order of {@link #of}. */
    public List<Participant> search(UUID campaignId, String text, int offset, int limit) {
        var like = "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(ALL.replace("order by", "and (p.name like :like or u.name like :like) order by")
                        + " offset :offset limit :limit")
                .param("campaign", campaignId)
                .param("unit", null, Types.OTHER)
                .param("person", null, Types.OTHER)
                .param("like", like)
                .param("offset", offset)
                .param("limit", limit)
                .query(PARTICIPANT)
                .list();
    }

    /** The units for which somebody takes part: those of the plan, and the teams, in their order. */
    public List<UUID> units(UUID campaignId) {
        return of(campaignId).stream().map(Participant::unitId).distinct().toList();
    }

    /** The teams, and the units of the approved plan, in their order; read without their people. */
    public List<UUID> unitsAndTeams(UUID campaignId) {
        return jdbc.sql("""
                select u.id from unit u join area a on a.id = u.area_id
                where u.campaign_id = :campaign or exists (
                  select from campaign_plan c join campaign_plan_unit w on w.plan_id = c.id
                  where c.campaign_id = :campaign and c.state = 'APPROVED' and w.unit_id = u.id)
                order by u.campaign_id is null, a.code, u.sort_order, u.name, u.id
                """).param("campaign", campaignId).query(UUID.class).list();
    }

    /** The units with cadres from which the plan chooses, by area, then in their own order. */
    public List<UUID> candidateUnits(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        return candidates.of(campaign.hostUnitId(), campaign.areaCode());
    }

    /** Who would take part if these units did; for a plan that is not approved yet. */
    List<Participant> would(UUID campaignId, List<UUID> unitIds) {
        return jdbc.sql("""
                select p.id, p.name, p.rank, u.id as unit_id from (
                  select p.id as person_id, coalesce((select t.id from team_member m join unit t on t.id = m.unit_id
                      where m.person_id = p.id and t.campaign_id = :campaign limit 1), p.unit_id) as unit_id
                  from person p where p.unit_id = any(:units)
                  union
                  select m.person_id, m.unit_id from unit t join team_member m on m.unit_id = t.id
                  where t.campaign_id = :campaign
                ) part join person p on p.id = part.person_id join unit u on u.id = part.unit_id
                join area a on a.id = u.area_id
                where p.active and exists (select from role_grant g where g.person_id = p.id and g.role = 'cadre')
                order by a.code, u.sort_order, u.name, u.id, p.account
                """)
                .param("campaign", campaignId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query(PARTICIPANT)
                .list();
    }

    private List<Participant> query(UUID campaignId, @Nullable UUID unitId, @Nullable UUID personId) {
        return jdbc.sql(ALL)
                .param("campaign", campaignId)
                .param("unit", unitId, Types.OTHER)
                .param("person", personId, Types.OTHER)
                .query(PARTICIPANT)
                .list();
    }
}

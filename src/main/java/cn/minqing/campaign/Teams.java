package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The teams (工作组、工作队; S5.1, S8.1) of a campaign: each is a unit set up for it, with people of other units who act
 * for the team here, and a leader who is its unit leader.
 */
@Service
@Transactional
public class Teams {
    private static final int LONGEST_NAME = 64;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final CandidateUnits candidates;
    private final People people;
    private final Areas areas;
    private final Enterprises enterprises;
    private final Audit audit;

    Teams(
            JdbcClient jdbc,
            Campaigns campaigns,
            CandidateUnits candidates,
            People people,
            Areas areas,
            Enterprises enterprises,
            Audit audit) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.people = people;
        this.areas = areas;
        this.enterprises = enterprises;
        this.audit = audit;
    }

    /**
     * What the office says about a team.
     *
     * @param leaderId who leads it; need not be among the members, who work in it
     * @param placeIds villages, communities or enterprises it is to work in; none where the rule of the template shall
     *     place it
     */
    public record Content(String name, UUID leaderId, List<UUID> memberIds, List<UUID> placeIds) {}

    /** A team as it stands. */
    public record Team(UUID id, Content content, String leaderName, List<Member> members) {}

    /** {@code unit}: the name of the unit the person comes from. */
    public record Member(UUID personId, String name, String unit) {}

    /** The teams of a campaign, in the order they were formed; for whoever may see it. */
    @Transactional(readOnly = true)
    public List<Team> of(UUID campaignId) {
        campaigns.view(campaignId);
        var members = new LinkedHashMap<UUID, List<Member>>();
        jdbc.sql("""
                select m.unit_id, p.id, p.name, u.name as unit from unit t join team_member m on m.unit_id = t.id
                join person p on p.id = m.person_id join unit u on u.id = p.unit_id
                where t.campaign_id = ? order by u.sort_order, u.name, p.account
                """).param(campaignId).query(row -> {
            members.computeIfAbsent(row.getObject("unit_id", UUID.class), id -> new java.util.ArrayList<>())
                    .add(new Member(row.getObject("id", UUID.class), row.getString("name"), row.getString("unit")));
        });
        return jdbc.sql("""
                select t.id, t.name, p.id as leader, p.name as leader_name,
                  array(select coalesce(area_id, enterprise_id) from team_place where unit_id = t.id order by id) as places
                from unit t join role_grant g on g.scope_id = t.id and g.role = 'unit-leader'
                join person p on p.id = g.person_id
                where t.campaign_id = ? order by t.sort_order, t.id
                """)
                .param(campaignId)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    var in = members.getOrDefault(id, List.of());
                    return new Team(
                            id,
                            new Content(
                                    row.getString("name"),
                                    row.getObject("leader", UUID.class),
                                    in.stream().map(Member::personId).toList(),
                                    List.of((UUID[]) row.getArray("places").getArray())),
                            row.getString("leader_name"),
                            in);
                })
                .list();
    }

    /** Whether that unit is a team of some campaign; for the system's own use. */
    @Transactional(readOnly = true)
    public boolean isTeam(UUID unitId) {
        return jdbc.sql("select exists (select from unit where id = ? and campaign_id is not null)")
                .param(unitId)
                .query(Boolean.class)
                .single();
    }

    /** Who can be put into a team: the cadres of the units that can take part. For the office. */
    @Transactional(readOnly = true)
    public List<Member> candidates(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        return jdbc.sql("""
                select p.id, p.name, u.name as unit from person p join unit u on u.id = p.unit_id
                join area a on a.id = u.area_id
                where p.active and u.id = any(?)
                  and exists (select from role_grant g where g.person_id = p.id and g.role = 'cadre')
                order by a.code, u.sort_order, u.name, u.id, p.account
                """)
                .param(candidates.of(campaign.hostUnitId(), campaign.areaCode()).toArray(UUID[]::new))
                .query((row, number) ->
                        new Member(row.getObject("id", UUID.class), row.getString("name"), row.getString("unit")))
                .list();
    }

    /**
     * Forms a team, for the office, before the contacts are assigned. A name that is there already is that team: it is
     * changed.
     *
     * @throws UserError {@code form.invalid} at {@code name, leaderId, memberIds, placeIds}; {@code
     *     campaign.team.tooLate} once contacts are assigned
     */
    public UUID form(UUID campaignId, Content content) {
        var campaign = requireOpen(campaignId);
        var named = jdbc.sql("select id from unit where campaign_id = ? and name = ?")
                .params(campaignId, content.name().strip())
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (named != null) {
            change(named, content);
            return named;
        }
        check(campaign, null, content);
        var id = Ids.next();
        jdbc.sql("""
                insert into unit (id, name, area_id, sort_order, campaign_id)
                select ?, ?, h.area_id, (select count(*) from unit t where t.campaign_id = ?), ? from unit h where h.id = ?
                """)
                .params(id, content.name().strip(), campaignId, campaignId, campaign.hostUnitId())
                .update();
        store(id, content);
        audit.record(
                Actors.currentId(), "team.formed", "CAMPAIGN", campaignId, Map.of("team", id, "name", content.name()));
        return id;
    }

    /** Changes a team, as {@link #form}. */
    public void change(UUID teamId, Content content) {
        var campaign = requireOpen(campaignOf(teamId));
        check(campaign, teamId, content);
        jdbc.sql("update unit set name = ? where id = ?")
                .params(content.name().strip(), teamId)
                .update();
        clear(teamId);
        store(teamId, content);
        audit.record(Actors.currentId(), "team.changed", "CAMPAIGN", campaign.id(), Map.of("team", teamId));
    }

    /** Dissolves a team before the contacts are assigned; its members act for their own units again. */
    public void dissolve(UUID teamId) {
        var campaign = requireOpen(campaignOf(teamId));
        clear(teamId);
        jdbc.sql("delete from unit where id = ?").param(teamId).update();
        audit.record(Actors.currentId(), "team.dissolved", "CAMPAIGN", campaign.id(), Map.of("team", teamId));
    }

    private void check(CampaignView campaign, @Nullable UUID teamId, Content content) {
        var faults = new LinkedHashMap<String, Message>();
        var name = content.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || nameTaken(campaign.id(), teamId, name)) {
            faults.put("name", Message.of("campaign.team.name", LONGEST_NAME));
        }
        if (!eligible(campaign, List.of(content.leaderId()), false).contains(content.leaderId())) {
            faults.put("leaderId", Message.of("campaign.team.leader"));
        }
        var wanted = Set.copyOf(content.memberIds());
        if (wanted.isEmpty() || !eligible(campaign, content.memberIds(), true).containsAll(wanted)) {
            faults.put("memberIds", Message.of("campaign.team.members"));
        } else {
            var elsewhere = elsewhere(campaign.id(), teamId, content.memberIds());
            if (!elsewhere.isEmpty()) {
                faults.put(
                        "memberIds",
                        Message.of(
                                "campaign.team.elsewhere",
                                people.get(elsewhere).stream().map(Person::name).collect(Collectors.joining("、"))));
            }
        }
        if (!places(campaign).containsAll(content.placeIds())) {
            faults.put("placeIds", Message.of("campaign.point.place"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }

    private boolean nameTaken(UUID campaignId, @Nullable UUID teamId, String name) {
        return jdbc
                .sql("select id from unit where campaign_id = ? and name = ?")
                .params(campaignId, name)
                .query(UUID.class)
                .list()
                .stream()
                .anyMatch(id -> !id.equals(teamId));
    }

    private Set<UUID> eligible(CampaignView campaign, List<UUID> personIds, boolean cadres) {
        return new HashSet<>(jdbc.sql("""
                select p.id from person p where p.id = any(:people) and p.active and (
                  not :cadres and p.unit_id in (select id from unit where id = :host or parent_id = :host)
                  or p.unit_id = any(:units)
                    and (not :cadres or exists (select from role_grant g where g.person_id = p.id and g.role = 'cadre')))
                """)
                .param("people", personIds.toArray(UUID[]::new))
                .param("cadres", cadres)
                .param("host", campaign.hostUnitId())
                .param(
                        "units",
                        candidates
                                .of(campaign.hostUnitId(), campaign.areaCode())
                                .toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private List<UUID> elsewhere(UUID campaignId, @Nullable UUID teamId, List<UUID> memberIds) {
        return jdbc
                .sql("""
                select m.person_id, m.unit_id from team_member m join unit t on t.id = m.unit_id
                where t.campaign_id = ? and m.person_id = any(?)
                """)
                .params(campaignId, memberIds.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("person_id", UUID.class), row.getObject("unit_id", UUID.class)))
                .list()
                .stream()
                .filter(member -> !member.getValue().equals(teamId))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Villages, communities and enterprises within the campaign. */
    private Set<UUID> places(CampaignView campaign) {
        return Stream.concat(
                        areas.within(campaign.areaCode(), cn.minqing.organization.AreaLevel.VILLAGE).stream()
                                .map(cn.minqing.organization.Area::id),
                        enterprises.within(campaign.areaCode()).stream().map(cn.minqing.organization.Enterprise::id))
                .collect(Collectors.toSet());
    }

    private void store(UUID teamId, Content content) {
        people.grant(content.leaderId(), Role.UNIT_LEADER, teamId);
        content.memberIds().stream()
                .distinct()
                .forEach(person -> jdbc.sql("insert into team_member (unit_id, person_id) values (?, ?)")
                        .params(teamId, person)
                        .update());
        content.placeIds().stream()
                .distinct()
                .forEach(place ->
                        jdbc.sql("""
                insert into team_place (id, unit_id, area_id, enterprise_id)
                values (?, ?, (select id from area where id = ?), (select id from enterprise where id = ?))
                """).params(Ids.next(), teamId, place, place).update());
    }

    private void clear(UUID teamId) {
        jdbc.sql("delete from team_member where unit_id = ?").param(teamId).update();
        jdbc.sql("delete from team_place where unit_id = ?").param(teamId).update();
        jdbc.sql("delete from role_grant where scope_id = ? and role = 'unit-leader'")
                .param(teamId)
                .update();
    }

    private UUID campaignOf(UUID teamId) {
        return jdbc.sql("select campaign_id from unit where id = ? and campaign_id is not null")
                .param(teamId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("campaign.team.unknown"));
    }

    private CampaignView requireOpen(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        campaigns.lock(campaignId);
        var late = jdbc.sql("""
                select exists (select from contact where campaign_id = :id)
                  or exists (select from contact_point where campaign_id = :id)
                """).param("id", campaignId).query(Boolean.class).single();
        if (late) {
            throw new UserError("campaign.team.tooLate");
        }
        return campaign;
    }
}

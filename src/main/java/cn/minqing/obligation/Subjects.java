package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Participants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owes something in a campaign. */
@Component
class Subjects {
    private static final RowMapper<Subject> PLACE = (row, number) ->
            new Subject(row.getObject("id", UUID.class), row.getString("name"), "", null, row.getString("code"));

    private final Participants participants;
    private final JdbcClient jdbc;

    Subjects(Participants participants, JdbcClient jdbc) {
        this.participants = participants;
        this.jdbc = jdbc;
    }

    /**
     * @param unitId the unit a person acts for, or the unit itself; null for places and the campaign
     * @param code of the place; empty for who has none
     */
    record Subject(
            UUID id, String name, String rank, @Nullable UUID unitId, String code) {}

    /** By unit and name for people, by code for places, by name for others. */
    List<Subject> of(CampaignView campaign, Per per) {
        return switch (per) {
            case HOUSEHOLD -> List.of();
            case CADRE ->
                participants.of(campaign.id()).stream().map(Subjects::person).toList();
            case UNIT -> units(campaign);
            case TEAM ->
                jdbc.sql("select id, name, '' as code from unit where campaign_id = ? order by sort_order, name")
                        .param(campaign.id())
                        .query(Subjects::unit)
                        .list();
            case VILLAGE ->
                jdbc.sql("""
                        select id, name, code from area where level = 'VILLAGE' and code like ? order by code
                        """).param(campaign.areaCode() + "%").query(PLACE).list();
            case ENTERPRISE -> jdbc.sql("""
                        select e.id, e.name, a.code from enterprise e join area a on a.id = e.area_id
                        where exists (select from contact_point p where p.campaign_id = ? and p.enterprise_id = e.id
                          and p.until_date is null)
                        order by e.name, e.id
                        """).param(campaign.id()).query(PLACE).list();
            case CAMPAIGN -> List.of(new Subject(campaign.id(), campaign.name(), "", null, campaign.areaCode()));
        };
    }

    /** The names of units. */
    Map<UUID, String> unitNames(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, name from unit where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Subject> units(CampaignView campaign) {
        var ids = participants.units(campaign.id());
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select id, name, '' as code from unit where id in (:ids) and campaign_id is null
                        order by sort_order, name
                        """).param("ids", ids).query(Subjects::unit).list();
    }

    static Subject person(Participants.Participant person) {
        return new Subject(person.personId(), person.name(), person.rank(), person.unitId(), "");
    }

    private static Subject unit(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var id = row.getObject("id", UUID.class);
        return new Subject(id, row.getString("name"), "", id, "");
    }
}

package cn.minqing.meeting;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads meetings with the names a page shows, and who may read what was said. */
@Component
class MeetingRows {
    private static final String SELECT = """
            select m.*, u.name as unit_name, p.name as holder_name, coalesce(t.name, '') || a.name as village,
              coalesce((select string_agg(q.name, ',' order by q.account) from meeting_cadre c
                join person q on q.id = c.person_id where c.meeting_id = m.id), '') as cadres,
              (select count(*) from opinion o where o.meeting_id = m.id) as opinions,
              (select count(*) from opinion o where o.meeting_id = m.id and o.state = 'OPEN') as open,
              exists (select from meeting_cadre c where c.meeting_id = m.id and c.person_id = :me) as takes_part
            from meeting m join unit u on u.id = m.unit_id join person p on p.id = m.holder_id
            join area a on a.id = m.area_id left join area t on t.id = a.parent_id
            """;

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Meeting> find(Actor actor, CampaignView campaign, String where, Map<String, ?> params) {
        var all = new HashMap<String, Object>(params);
        all.put("me", actor.id());
        return jdbc.sql(SELECT + "where " + where)
                .params(all)
                .query((row, number) -> meeting(row, actor, campaign))
                .list();
    }

    Meeting get(Actor actor, CampaignView campaign, UUID id) {
        return find(actor, campaign, "m.id = :id", Map.of("id", id)).getFirst();
    }

    UUID campaignOf(UUID meetingId) {
        return jdbc.sql("select campaign_id from meeting where id = ?")
                .param(meetingId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("meeting.unknown"));
    }

    /** As {@link #get}, locked until the transaction ends. */
    Meeting locked(Actor actor, CampaignView campaign, UUID id) {
        jdbc.sql("select id from meeting where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
        return get(actor, campaign, id);
    }

    private static Meeting meeting(ResultSet row, Actor actor, CampaignView campaign) throws SQLException {
        var areaCode = row.getString("area_code");
        var holder = row.getObject("holder_id", UUID.class);
        var unit = row.getObject("unit_id", UUID.class);
        var readable = holder.equals(actor.id())
                || row.getBoolean("takes_part")
                || actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                || actor.has(Role.INSPECTOR, campaign.hostUnitId())
                || actor.has(Role.UNIT_LEADER, unit)
                || actor.leadsAreaOf(areaCode);
        var cadres = row.getString("cadres");
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                MeetingKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("area_id", UUID.class),
                areaCode,
                row.getString("village"),
                unit,
                row.getString("unit_name"),
                holder,
                row.getString("holder_name"),
                row.getObject("day", LocalDate.class),
                row.getObject("begins", LocalTime.class),
                row.getString("place"),
                row.getString("invited"),
                MeetingState.valueOf(row.getString("state")),
                cadres.isEmpty() ? List.of() : Arrays.asList(cadres.split(",")),
                row.getObject("attendance") == null ? null : row.getInt("attendance"),
                readable ? row.getString("minutes") : "",
                row.getBoolean("late"),
                row.getInt("opinions"),
                row.getInt("open"),
                readable);
    }
}

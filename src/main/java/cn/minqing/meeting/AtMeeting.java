package cn.minqing.meeting;

import cn.minqing.household.HouseholdAccess;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IntakeDesk;
import cn.minqing.platform.AppClock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever holds a meeting in a village looks up its households and takes what is raised there, from the day of the
 * meeting until every opinion is settled.
 */
@Component
class AtMeeting implements HouseholdAccess, IntakeDesk {
    private static final String HOLDS = """
            (m.holder_id = ? or m.id in (select c.meeting_id from meeting_cadre c where c.person_id = ?)) and m.day <= ?
            and (m.state = 'PLANNED'
              or m.state = 'HELD' and exists (select from opinion o where o.meeting_id = m.id and o.state = 'OPEN'))
            """;

    private final JdbcClient jdbc;
    private final AppClock clock;

    AtMeeting(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isContact(UUID personId, UUID householdId) {
        return false;
    }

    @Override
    public boolean oversees(UUID personId, UUID householdId) {
        return jdbc.sql("select exists (select from meeting m join household h on h.group_code like m.area_code || '%'"
                        + " where h.id = ? and " + HOLDS + ")")
                .params(householdId, personId, personId, clock.today())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Reach reach(UUID personId) {
        return new Reach(
                Set.of(),
                Set.copyOf(jdbc.sql("select distinct m.area_code from meeting m where " + HOLDS)
                        .params(personId, personId, clock.today())
                        .query(String.class)
                        .list()));
    }

    @Override
    public boolean keptBy(UUID personId, UUID campaignId, Channel channel, String areaCode) {
        return channel == Channel.MEETING
                && jdbc.sql(
                                "select exists (select from meeting m where m.campaign_id = ? and ? like m.area_code || '%' and "
                                        + HOLDS + ")")
                        .params(campaignId, areaCode, personId, personId, clock.today())
                        .query(Boolean.class)
                        .single();
    }
}

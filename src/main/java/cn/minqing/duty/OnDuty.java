package cn.minqing.duty;

import cn.minqing.household.HouseholdAccess;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IntakeDesk;
import cn.minqing.platform.AppClock;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever sits in a village looks up its households and takes what they bring, from the morning of the duty until it is
 * recorded.
 */
@Component
class OnDuty implements HouseholdAccess, IntakeDesk {
    private static final String SITS = "d.person_id = ? and d.state = 'OPEN' and d.day <= ?";

    private final JdbcClient jdbc;
    private final AppClock clock;

    OnDuty(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean isContact(UUID personId, UUID householdId) {
        return false;
    }

    @Override
    public boolean oversees(UUID personId, UUID householdId) {
        return jdbc.sql("select exists (select from duty d join household h on h.group_code like d.area_code || '%'"
                        + " where h.id = ? and " + SITS + ")")
                .params(householdId, personId, clock.today())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Reach reach(UUID personId) {
        return new Reach(
                Set.of(),
                Set.copyOf(jdbc.sql("select distinct d.area_code from duty d where " + SITS)
                        .params(personId, clock.today())
                        .query(String.class)
                        .list()));
    }

    @Override
    public boolean keptBy(UUID personId, UUID campaignId, Channel channel, String areaCode) {
        return channel == Channel.DUTY_DAY
                && jdbc.sql(
                                "select exists (select from duty d where d.campaign_id = ? and ? like d.area_code || '%' and "
                                        + SITS + ")")
                        .params(campaignId, areaCode, personId, clock.today())
                        .query(Boolean.class)
                        .single();
    }
}

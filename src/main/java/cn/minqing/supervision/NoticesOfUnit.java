package cn.minqing.supervision;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open supervision notices to a unit that is closed pass to its successor; a circular stays with whom it named. */
@Component
@Order(6)
class NoticesOfUnit implements UnitFollower {
    private static final String OPEN = " unit_id = ? and state in ('REQUESTED', 'RECTIFYING', 'RECHECKING') and ?";

    private final JdbcClient jdbc;

    NoticesOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "notices";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) from notice where" + OPEN)
                .params(move.from(), move.whole())
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        jdbc.sql("update notice set unit_id = ? where" + OPEN)
                .params(move.to(), move.from(), move.whole())
                .update();
    }
}

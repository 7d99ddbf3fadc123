package cn.minqing.duty;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns of duty that are still to come are of the new unit; the person keeps them. */
@Component
@Order(7)
class TurnsOfUnit implements UnitFollower {
    private static final String TO_COME =
            " unit_id = ? and person_id = any(?) and state in ('DRAFT', 'PLANNED', 'OPEN')";

    private final JdbcClient jdbc;

    TurnsOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "duties";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) from duty where" + TO_COME)
                .params(List.of(move.from(), move.people()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        jdbc.sql("update duty set unit_id = ?, version = version + 1 where" + TO_COME)
                .params(List.of(move.to(), move.from(), move.people()))
                .update();
    }
}

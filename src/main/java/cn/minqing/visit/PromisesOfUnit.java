package cn.minqing.visit;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open promises pass on: those of the people who move, and of a closed unit its public ones. */
@Component
@Order(4)
class PromisesOfUnit implements UnitFollower {
    private static final String OPEN =
            " unit_id = ? and kept_on is null and (person_id = any(?) or kind = 'PUBLIC' and ?)";

    private final JdbcClient jdbc;

    PromisesOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "promises";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) from commitment where" + OPEN)
                .params(List.of(move.from(), move.people(), move.whole()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        jdbc.sql("update commitment set unit_id = ? where" + OPEN)
                .params(List.of(move.to(), move.from(), move.people(), move.whole()))
                .update();
    }
}

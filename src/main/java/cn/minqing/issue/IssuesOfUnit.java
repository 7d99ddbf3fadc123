package cn.minqing.issue;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open issues count for the unit their first visitor is in now; who handles them does not change. */
@Component
@Order(5)
class IssuesOfUnit implements UnitFollower {
    private static final String OPEN =
            " unit_id = ? and first_visitor_id = any(?) and state not in ('CLOSED', 'WITHDRAWN', 'MERGED')";

    private final JdbcClient jdbc;

    IssuesOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "issues";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) from issue where" + OPEN)
                .params(List.of(move.from(), move.people()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        jdbc.sql("update issue set unit_id = ?, version = version + 1 where" + OPEN)
                .params(List.of(move.to(), move.from(), move.people()))
                .update();
    }
}

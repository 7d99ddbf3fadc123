package cn.minqing.tasklist;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks stay addressed as they are: those of a person are theirs wherever they belong, and those of a closed unit
 * are in the list of its successor, whose people hold its roles.
 */
@Component
@Order(8)
class TasksOfUnit implements UnitFollower {
    private final JdbcClient jdbc;

    TasksOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "tasks";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("""
                select count(*) from work_item
                where state = 'OPEN' and (person_id = any(?) or person_id is null and scope_id = ? and ?)
                """)
                .params(List.of(move.people(), move.from(), move.whole()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        // Nothing to write, see above.
    }
}

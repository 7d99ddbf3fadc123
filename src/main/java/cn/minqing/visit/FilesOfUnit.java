package cn.minqing.visit;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Household files pass to the new unit with the contact they belong to; runs after the contacts have moved. */
@Component
@Order(3)
class FilesOfUnit implements UnitFollower {
    private static final String MOVING = """
            from contact t where t.id = f.contact_id and t.until_date is null and t.person_id = any(?)
              and f.unit_id = ? and f.state <> 'CANCELLED' and f.closed_period is null
            """;

    private final JdbcClient jdbc;

    FilesOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "files";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) from household_file f where exists (select " + MOVING + ")")
                .params(List.of(move.people(), move.from()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        jdbc.sql("update household_file f set unit_id = ?, version = version + 1 " + MOVING)
                .params(List.of(move.to(), move.people(), move.from()))
                .update();
    }
}

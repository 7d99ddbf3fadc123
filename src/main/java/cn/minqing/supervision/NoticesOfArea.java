package cn.minqing.supervision;

import cn.minqing.organization.AreaFollower;
import cn.minqing.organization.AreaMove;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Supervision notices; a leader of the old town no longer has to rectify one. */
@Component
@Order(10)
class NoticesOfArea implements AreaFollower {
    private final JdbcClient jdbc;

    NoticesOfArea(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "notices";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("notice", "area_code"), new Column("circular", "area_code"));
    }

    @Override
    public void follow(AreaMove move) {
        for (var superior : move.superiors()) {
            jdbc.sql("update notice set rectifier_scope_id = ? where rectifier_scope_id = ? and area_code like ?")
                    .params(superior.to(), superior.from(), move.newCode() + "%")
                    .update();
        }
    }
}

package cn.minqing.tasklist;

import cn.minqing.organization.AreaFollower;
import cn.minqing.organization.AreaMove;
import cn.minqing.organization.Areas;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks that wait for a leader of the old town wait for the new one. */
@Component
@Order(11)
class TasksOfArea implements AreaFollower {
    private final JdbcClient jdbc;
    private final Areas areas;

    TasksOfArea(JdbcClient jdbc, Areas areas) {
        this.jdbc = jdbc;
        this.areas = areas;
    }

    @Override
    public String what() {
        return "tasks";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("work_item", "area_code"));
    }

    @Override
    public void follow(AreaMove move) {
        for (var superior : move.superiors()) {
            jdbc.sql("""
                    update work_item set scope_id = ? where scope_id = ? and state = 'OPEN' and area_code like ?
                    """)
                    .params(superior.to(), superior.from(), move.newCode() + "%")
                    .update();
        }
        var village = areas.get(move.areaId()).name();
        var place = areas.place(move.newCode());
        jdbc.sql("""
                update work_item set place = left(:place || substr(place, position(:village in place) + length(:village)), 200)
                where state = 'OPEN' and area_code like :code and position(:village in place) > 0
                """)
                .param("place", place)
                .param("village", village)
                .param("code", move.newCode() + "%")
                .update();
    }
}

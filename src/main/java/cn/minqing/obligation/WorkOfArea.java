package cn.minqing.obligation;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done there. */
@Component
@Order(5)
class WorkOfArea implements AreaFollower {
    @Override
    public String what() {
        return "work";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("work_done", "area_code"));
    }
}

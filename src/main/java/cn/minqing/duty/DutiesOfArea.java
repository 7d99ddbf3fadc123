package cn.minqing.duty;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Days of duty there. */
@Component
@Order(6)
class DutiesOfArea implements AreaFollower {
    @Override
    public String what() {
        return "duties";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("duty", "area_code"));
    }
}

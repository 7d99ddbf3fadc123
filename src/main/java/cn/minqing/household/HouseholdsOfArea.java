package cn.minqing.household;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Households are where their group is. */
@Component
@Order(1)
class HouseholdsOfArea implements AreaFollower {
    @Override
    public String what() {
        return "households";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("household", "group_code"), new Column("household", "village_code"));
    }
}

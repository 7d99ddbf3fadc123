package cn.minqing.campaign;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Campaigns of the village alone; contacts stay with their households. */
@Component
@Order(4)
class CampaignsOfArea implements AreaFollower {
    @Override
    public String what() {
        return "campaigns";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("campaign", "area_code"));
    }
}

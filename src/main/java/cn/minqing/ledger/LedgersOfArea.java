package cn.minqing.ledger;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The notice board and the ledgers; frozen months stay as they were. */
@Component
@Order(8)
class LedgersOfArea implements AreaFollower {
    @Override
    public String what() {
        return "ledger";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("ledger_notice", "area_code"), new Column("ledger", "area_code"));
    }
}

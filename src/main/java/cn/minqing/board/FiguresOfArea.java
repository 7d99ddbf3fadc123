package cn.minqing.board;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures, until they are counted again. */
@Component
@Order(9)
class FiguresOfArea implements AreaFollower {
    @Override
    public String what() {
        return "figures";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("board_group", "group_code"),
                new Column("board_income", "group_code"),
                new Column("board_outcome", "group_code"));
    }
}

package cn.minqing.meeting;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Meetings and opinions there. */
@Component
@Order(7)
class MeetingsOfArea implements AreaFollower {
    @Override
    public String what() {
        return "meetings";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("meeting", "area_code"), new Column("opinion", "area_code"));
    }
}

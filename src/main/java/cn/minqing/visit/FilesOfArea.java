package cn.minqing.visit;

import cn.minqing.organization.AreaFollower;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files of the households. */
@Component
@Order(2)
class FilesOfArea implements AreaFollower {
    @Override
    public String what() {
        return "files";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("household_file", "group_code"));
    }
}

package cn.minqing.issue;

import cn.minqing.organization.AreaFollower;
import cn.minqing.organization.AreaMove;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues go on where they are: the clock stays, and a level that has one is that of the new town. */
@Component
@Order(3)
class IssuesOfArea implements AreaFollower {
    private final JdbcClient jdbc;
    private final Timeline timeline;

    IssuesOfArea(JdbcClient jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    @Override
    public String what() {
        return "issues";
    }

    @Override
    public List<Column> columns() {
        return List.of(new Column("issue", "area_code"), new Column("common_problem", "area_code"));
    }

    @Override
    public void follow(AreaMove move) {
        for (var superior : move.superiors()) {
            jdbc.sql("""
                    update issue set handler_scope_id = :to where handler_scope_id = :from and area_code like :code
                      and state not in ('CLOSED', 'WITHDRAWN', 'MERGED')
                    """)
                    .param("to", superior.to())
                    .param("from", superior.from())
                    .param("code", move.newCode() + "%")
                    .update();
            jdbc.sql("""
                    update issue_level l set area_id = :to from issue i where i.id = l.issue_id and l.area_id = :from
                      and l.ended_at is null and i.area_code like :code
                    """)
                    .param("to", superior.to())
                    .param("from", superior.from())
                    .param("code", move.newCode() + "%")
                    .update();
        }
        jdbc.sql("""
                select id from issue where area_code like ? and state not in ('CLOSED', 'WITHDRAWN', 'MERGED')
                order by id
                """)
                .param(move.newCode() + "%")
                .query(UUID.class)
                .list()
                .forEach(issue -> timeline.add(issue, EntryKind.PLACE_MOVED, null, move.newCode(), move.oldCode()));
    }
}

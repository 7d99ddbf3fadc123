package cn.minqing.issue;

import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The departments that help the lead unit with an issue (协办) and what they reported. */
@Component
class CoHandlers {
    private final JdbcClient jdbc;
    private final AppClock clock;

    CoHandlers(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names those that are not asked already; returns them. */
    List<UUID> name(UUID issueId, List<UUID> unitIds) {
        return unitIds.stream()
                .distinct()
                .filter(unit -> jdbc.sql("""
                        insert into issue_co_handler (id, issue_id, unit_id, named_at, named_by)
                        values (?, ?, ?, ?, ?) on conflict (issue_id, unit_id) where reported_at is null do nothing
                        """)
                                .params(
                                        Ids.next(),
                                        issueId,
                                        unit,
                                        Timestamp.from(clock.now()),
                                        Actors.current().id())
                                .update()
                        > 0)
                .toList();
    }

    void report(UUID issueId, UUID unitId, String report) {
        jdbc.sql("""
                update issue_co_handler set report = ?, reported_at = ?, reported_by = ?
                where issue_id = ? and unit_id = ? and reported_at is null
                """)
                .params(
                        report.strip(),
                        Timestamp.from(clock.now()),
                        Actors.current().id(),
                        issueId,
                        unitId)
                .update();
    }

    /** Departments that have not reported yet. */
    List<UUID> waiting(UUID issueId) {
        return jdbc.sql("select unit_id from issue_co_handler where issue_id = ? and reported_at is null")
                .param(issueId)
                .query(UUID.class)
                .list();
    }

    /** Departments that were ever asked. */
    List<UUID> units(UUID issueId) {
        return jdbc.sql("select distinct unit_id from issue_co_handler where issue_id = ?")
                .param(issueId)
                .query(UUID.class)
                .list();
    }

    List<IssueClocks.CoHandler> of(UUID issueId) {
        return jdbc.sql("""
                select u.name, c.report, c.reported_at from issue_co_handler c join unit u on u.id = c.unit_id
                where c.issue_id = ? order by c.id
                """)
                .param(issueId)
                .query((row, number) -> new IssueClocks.CoHandler(
                        row.getString("name"), row.getString("report"), at(row.getTimestamp("reported_at"))))
                .list();
    }

    private static @Nullable Instant at(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

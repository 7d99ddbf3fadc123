package cn.minqing.tasklist;

import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts rows into the task list without a process behind them, for tests of the queries. */
final class OpenItems {
    private final JdbcTemplate jdbc;

    OpenItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    UUID ofPerson(UUID person, String element, Instant due, String subject) {
        return add(person, null, null, element, due, subject, WorkItem.Colour.NONE);
    }

    UUID shared(String role, UUID scope, String element, Instant due, String subject) {
        return add(null, role, scope, element, due, subject, WorkItem.Colour.NONE);
    }

    UUID add(
            @Nullable UUID person,
            @Nullable String role,
            @Nullable UUID scope,
            String element,
            Instant due,
            String subject,
            WorkItem.Colour colour) {
        var id = Ids.next();
        jdbc.update(
                """
                insert into work_item (id, task_id, process, element, business_key, title, role, scope_id, person_id,
                  area_code, subject_type, subject_id, subject, place, due_at, colour, created_at)
                values (?, ?, 'test', ?, 'x', 'title', ?, ?, ?, '99', 'ISSUE', ?, ?, 'place', ?, ?, now())
                """,
                id,
                id.toString(),
                element,
                role,
                scope,
                person,
                Ids.next(),
                subject,
                Timestamp.from(due),
                colour.name());
        return id;
    }
}

package cn.minqing.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The append-only record of who changed or saw what, written in the transaction of the change (R10). */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final AppClock clock;

    Audit(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds one entry.
     *
     * @param person who acted; null for the system
     * @param action past tense, e.g. {@code visit.submitted}
     * @param detail ids and decisions, never names, phone numbers or free text
     */
    public void record(
            @Nullable UUID person, String action, String subjectType, UUID subjectId, Map<String, ?> detail) {
        jdbc.sql("""
                insert into audit_entry (id, at, person_id, action, subject_type, subject_id, detail)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """)
                .params(
                        Ids.next(),
                        java.sql.Timestamp.from(clock.now()),
                        person,
                        action,
                        subjectType,
                        subjectId,
                        json.writeValueAsString(detail))
                .update();
    }

    /** Adds the same entry for each of many subjects. */
    public void recordAll(
            @Nullable UUID person, String action, String subjectType, List<UUID> subjects, Map<String, ?> detail) {
        var at = java.sql.Timestamp.from(clock.now());
        var text = json.writeValueAsString(detail);
        batches.batchUpdate(
                """
                insert into audit_entry (id, at, person_id, action, subject_type, subject_id, detail)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                subjects.stream()
                        .map(subject -> new Object[] {Ids.next(), at, person, action, subjectType, subject, text})
                        .toList());
    }
}

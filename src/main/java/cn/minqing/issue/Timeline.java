package cn.minqing.issue;

import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of issues, which are only ever added (R10). */
@Component
class Timeline {
    private final JdbcClient jdbc;
    private final AppClock clock;
    private final Audit audit;

    Timeline(JdbcClient jdbc, AppClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    void add(UUID issueId, EntryKind kind, @Nullable AreaLevel level, String text) {
        add(issueId, kind, level, text, "");
    }

    /**
     * Adds what the current person, or the system, did.
     *
     * @param text what was said; {@code detail} what proves it or what follows
     */
    void add(UUID issueId, EntryKind kind, @Nullable AreaLevel level, String text, String detail) {
        jdbc.sql("""
                insert into issue_entry (id, issue_id, at, person_id, kind, level, text, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        issueId,
                        Timestamp.from(clock.now()),
                        Actors.currentId(),
                        kind.name(),
                        level == null ? null : level.name(),
                        text.strip(),
                        detail.strip())
                .update();
        audit.record(
                Actors.currentId(),
                "issue." + kind.name().toLowerCase(Locale.ROOT),
                "ISSUE",
                issueId,
                level == null ? Map.of() : Map.of("level", level.name()));
    }

    /** Whether the person made an entry of one of these kinds. */
    boolean took(UUID issueId, UUID personId, Collection<EntryKind> kinds) {
        return jdbc.sql("""
                select exists (select from issue_entry where issue_id = :issue and person_id = :person and kind in (:kinds))
                """)
                .param("issue", issueId)
                .param("person", personId)
                .param("kinds", kinds.stream().map(EntryKind::name).toList())
                .query(Boolean.class)
                .single();
    }

    List<IssueView.Entry> of(UUID issueId) {
        return jdbc.sql("""
                select e.at, e.kind, e.level, e.text, e.detail, p.name from issue_entry e
                left join person p on p.id = e.person_id where e.issue_id = ? order by e.at, e.id
                """)
                .param(issueId)
                .query((row, number) -> new IssueView.Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("level"),
                        row.getString("text"),
                        row.getString("detail")))
                .list();
    }
}

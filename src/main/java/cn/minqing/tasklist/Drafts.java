package cn.minqing.tasklist;

import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has typed but not handed in yet. Each person has their own, by a key such as {@code
 * visit/<contactId>}; nobody else reads it. The content is the page's own JSON.
 */
@Service
@Transactional
public class Drafts {
    private final JdbcClient jdbc;
    private final AppClock clock;

    Drafts(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One draft and when it was saved. */
    public record Draft(String json, Instant savedAt) {}

    /** Keeps the current person's draft, in place of an older one. */
    public Instant save(String key, String json) {
        return save(Actors.current().id(), key, json);
    }

    /** As {@link #save(String, String)}, for a person. */
    public Instant save(UUID personId, String key, String json) {
        var now = clock.now();
        jdbc.sql("""
                insert into draft (person_id, draft_key, content, saved_at) values (?, ?, ?::jsonb, ?)
                on conflict (person_id, draft_key) do update set content = excluded.content, saved_at = excluded.saved_at
                """).params(personId, key, json, Timestamp.from(now)).update();
        return now;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> load(String key) {
        return load(Actors.current().id(), key);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> load(UUID personId, String key) {
        return jdbc.sql("select content, saved_at from draft where person_id = ? and draft_key = ?")
                .params(personId, key)
                .query((row, number) -> new Draft(
                        row.getString("content"), row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /** Throws the draft away, once the real thing is handed in. */
    public void clear(String key) {
        clear(Actors.current().id(), key);
    }

    public void clear(UUID personId, String key) {
        jdbc.sql("delete from draft where person_id = ? and draft_key = ?")
                .params(personId, key)
                .update();
    }
}

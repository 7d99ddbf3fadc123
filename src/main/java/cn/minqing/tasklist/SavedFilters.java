package cn.minqing.tasklist;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the task list that somebody keeps under a name; each person has their own, for each role. */
@Service
@Transactional
public class SavedFilters {
    private static final int MAX_NAME = 20;
    private static final int MAX_FILTERS = 20;

    private final JdbcClient jdbc;
    private final AppClock clock;

    SavedFilters(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param content the page's own JSON */
    public record SavedFilter(UUID id, String name, String content) {}

    /** The current person's filters in that role, oldest first. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Role role) {
        return jdbc.sql(
                        "select id, name, content from saved_filter where person_id = ? and role = ? order by created_at, id")
                .params(Actors.current().id(), role.code())
                .query((row, number) -> new SavedFilter(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("content")))
                .list();
    }

    /**
     * Keeps a filter; one of the same name is replaced.
     *
     * @throws UserError with the field {@code name}: {@code filter.nameMissing}, {@code filter.nameTooLong}; {@code
     *     filter.tooMany}
     */
    public void save(Role role, String name, String content) {
        var actor = Actors.current();
        var clean = name.strip();
        if (clean.isEmpty()) {
            throw UserError.invalid(Map.of("name", UserError.Message.of("filter.nameMissing")));
        }
        if (clean.length() > MAX_NAME) {
            throw UserError.invalid(Map.of("name", UserError.Message.of("filter.nameTooLong", MAX_NAME)));
        }
        var kept = of(role);
        if (kept.size() >= MAX_FILTERS
                && kept.stream().noneMatch(filter -> filter.name().equals(clean))) {
            throw new UserError("filter.tooMany", MAX_FILTERS);
        }
        jdbc.sql("""
                insert into saved_filter (id, person_id, role, name, content, created_at) values (?, ?, ?, ?, ?::jsonb, ?)
                on conflict (person_id, role, name) do update set content = excluded.content
                """)
                .params(Ids.next(), actor.id(), role.code(), clean, content, Timestamp.from(clock.now()))
                .update();
    }

    /** Forgets one of the current person's filters. */
    public void delete(UUID id) {
        jdbc.sql("delete from saved_filter where id = ? and person_id = ?")
                .params(id, Actors.current().id())
                .update();
    }
}

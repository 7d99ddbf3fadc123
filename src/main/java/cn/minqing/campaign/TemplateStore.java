package cn.minqing.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the templates in the database. */
@Component
class TemplateStore {
    private static final String ROW = """
            select v.template_id, v.version, v.name, v.text, v.state, v.source, v.revision, v.changed_at, v.released_at,
              v.changed_by, c.name as changed_name, r.name as released_name
            from template_version v left join person c on c.id = v.changed_by left join person r on r.id = v.released_by
            """;

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Text(String id, int version, String text) {}

    /** A version as it is stored. */
    record Row(
            String id,
            int version,
            String name,
            String text,
            boolean draft,
            boolean shipped,
            int revision,
            @Nullable UUID changedBy,
            String changedName,
            Instant changedAt,
            String releasedName,
            @Nullable Instant releasedAt) {}

    /**
     * Keeps a shipped text as a version, unless it is there. Released where the office has released none of its own,
     * else waiting for the office to take it.
     */
    void ship(CampaignTemplate template, String text, Instant now) {
        var there = jdbc.sql(ROW + " where v.template_id = ? order by v.version desc")
                .param(template.id())
                .query(TemplateStore::row)
                .list();
        var same = there.stream()
                .anyMatch(row -> row.shipped() && unnumbered(row.text()).equals(unnumbered(text)));
        if (same) {
            return;
        }
        var newest = there.isEmpty() ? 0 : there.getFirst().version();
        var version = Math.max(template.version(), newest + 1);
        var own = there.stream().anyMatch(row -> !row.shipped() && !row.draft());
        jdbc.sql("""
                insert into template_version (template_id, version, name, text, state, source, created_at, changed_at,
                  released_at)
                values (?, ?, ?, ?, ?, 'SHIPPED', ?, ?, ?) on conflict do nothing
                """)
                .params(
                        template.id(),
                        version,
                        template.name(),
                        numbered(text, version),
                        own ? "DRAFT" : "RELEASED",
                        Timestamp.from(now),
                        Timestamp.from(now),
                        own ? null : Timestamp.from(now))
                .update();
    }

    List<Text> newest() {
        return jdbc.sql("""
                select distinct on (template_id) template_id, version, text from template_version
                where state = 'RELEASED' order by template_id, version desc
                """)
                .query((row, number) -> new Text(row.getString(1), row.getInt(2), row.getString(3)))
                .list();
    }

    Optional<Text> newest(String id) {
        return jdbc.sql("""
                select template_id, version, text from template_version
                where template_id = ? and state = 'RELEASED' order by version desc limit 1
                """)
                .param(id)
                .query((row, number) -> new Text(row.getString(1), row.getInt(2), row.getString(3)))
                .optional();
    }

    /** All versions, by template, newest first. */
    List<Row> rows() {
        return jdbc.sql(ROW + " order by v.template_id, v.version desc")
                .query(TemplateStore::row)
                .list();
    }

    List<Row> rows(String id) {
        return jdbc.sql(ROW + " where v.template_id = ? order by v.version desc")
                .param(id)
                .query(TemplateStore::row)
                .list();
    }

    Optional<Row> row(String id, int version) {
        return jdbc.sql(ROW + " where v.template_id = ? and v.version = ?")
                .params(id, version)
                .query(TemplateStore::row)
                .optional();
    }

    /** So that two who save at the same time come one after the other. */
    void lock(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('template'), hashtext(?))")
                .param(id)
                .query((row, number) -> 0)
                .list();
    }

    void addDraft(String id, int version, String name, String text, UUID by, Instant now) {
        jdbc.sql("""
                insert into template_version (template_id, version, name, text, state, source, created_by, created_at,
                  changed_by, changed_at)
                values (?, ?, ?, ?, 'DRAFT', 'OFFICE', ?, ?, ?, ?)
                """)
                .params(id, version, name, text, by, Timestamp.from(now), by, Timestamp.from(now))
                .update();
    }

    void changeDraft(String id, int version, String name, String text, UUID by, Instant now) {
        jdbc.sql("""
                update template_version set name = ?, text = ?, changed_by = ?, changed_at = ?, revision = revision + 1
                where template_id = ? and version = ? and state = 'DRAFT'
                """).params(name, text, by, Timestamp.from(now), id, version).update();
    }

    void removeDraft(String id, int version) {
        jdbc.sql("delete from template_version where template_id = ? and version = ? and state = 'DRAFT'")
                .params(id, version)
                .update();
    }

    /** Releases a draft under a number, which is its own unless newer ones have passed it. */
    void release(Row row, int number, UUID by, Instant now) {
        jdbc.sql("""
                update template_version set state = 'RELEASED', version = ?, text = ?, released_by = ?, released_at = ?
                where template_id = ? and version = ? and state = 'DRAFT'
                """)
                .params(number, numbered(row.text(), number), by, Timestamp.from(now), row.id(), row.version())
                .update();
    }

    boolean running(String id) {
        return jdbc.sql("select exists (select from campaign where template_id = ? and phase <> 'ARCHIVED')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The text with its {@code version} set; the number is the product's, not the editor's. */
    static String numbered(String text, int version) {
        return text.replaceFirst("(?m)^version:.*$", "version: " + version);
    }

    private static String unnumbered(String text) {
        return numbered(text, 1).replace("\r\n", "\n").strip();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var released = row.getTimestamp("released_at");
        return new Row(
                row.getString("template_id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("text"),
                "DRAFT".equals(row.getString("state")),
                "SHIPPED".equals(row.getString("source")),
                row.getInt("revision"),
                row.getObject("changed_by", UUID.class),
                text(row.getString("changed_name")),
                row.getTimestamp("changed_at").toInstant(),
                text(row.getString("released_name")),
                released == null ? null : released.toInstant());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

package cn.minqing.register;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Where a list is kept between its upload and its acceptance. */
@Component
class ImportStore {
    private static final String RUN = """
            select r.id, r.kind, r.file_name, r.state, r.created_by, p.name as creator, r.created_at, r.ended_at, r.added,
              r.changed, r.same, r.faulty, r.written
            from import_run r join person p on p.id = r.created_by
            """;
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<ImportItem.Fault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final AppClock clock;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** A run with who started it, for the rights. */
    record Stored(ImportRun run, UUID createdBy) {}

    /** An item before its rows are in the registers. */
    record Staged(
            int number,
            String label,
            ImportStatus status,
            Object data,
            List<String> changes,
            List<List<String>> raw,
            List<ImportItem.Fault> faults) {}

    /** An item that waits for being written. */
    record Waiting(int number, String data) {}

    /** The rows of a faulty item as the file has them, each with its line before its cells. */
    record Faulty(List<List<String>> raw, List<ImportItem.Fault> faults) {}

    boolean begin(UUID id, ImportKind kind, String fileName, UUID by) {
        return jdbc.sql("""
                insert into import_run (id, kind, file_name, state, created_by, created_at)
                values (?, ?, ?, 'READING', ?, ?) on conflict do nothing
                """)
                        .params(id, kind.name(), fileName, by, Timestamp.from(clock.now()))
                        .update()
                == 1;
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql(RUN + "where r.id = ?")
                .param(id)
                .query(ImportStore::stored)
                .optional();
    }

    /** Keeps others away from the run until the transaction ends. */
    Stored lock(UUID id) {
        jdbc.sql("select id from import_run where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("import.unknown"));
        return find(id).orElseThrow();
    }

    List<ImportRun> page(@Nullable UUID createdBy, @Nullable UUID before, int limit) {
        return jdbc
                .sql(RUN + """
                where (cast(:by as uuid) is null or r.created_by = :by) and (cast(:before as uuid) is null or r.id < :before)
                order by r.id desc limit :limit
                """)
                .param("by", createdBy, java.sql.Types.OTHER)
                .param("before", before, java.sql.Types.OTHER)
                .param("limit", limit)
                .query(ImportStore::stored)
                .list()
                .stream()
                .map(Stored::run)
                .toList();
    }

    void add(UUID runId, List<Staged> items) {
        batches.batchUpdate(
                """
                insert into import_item (run_id, number, label, status, data, changes, raw, faults)
                values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)
                """,
                items.stream()
                        .map(item -> new Object[] {
                            runId,
                            item.number(),
                            item.label().length() > 200 ? item.label().substring(0, 200) : item.label(),
                            item.status().name(),
                            json.writeValueAsString(item.data()),
                            json.writeValueAsString(item.changes()),
                            json.writeValueAsString(item.raw()),
                            json.writeValueAsString(item.faults())
                        })
                        .toList());
    }

    /** What is the same already is only counted: nobody needs its data again. */
    void ready(UUID id, List<String> headers, int[] counts) {
        jdbc.sql("""
                update import_run set state = 'READY', headers = ?::jsonb, added = ?, changed = ?, same = ?, faulty = ?
                where id = ?
                """)
                .params(json.writeValueAsString(headers), counts[0], counts[1], counts[2], counts[3], id)
                .update();
    }

    List<String> headers(UUID id) {
        return json.readValue(
                jdbc.sql("select headers from import_run where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                WORDS);
    }

    List<ImportItem> items(UUID id, ImportStatus status, int after, int limit) {
        return jdbc.sql("""
                select number, label, status, changes, faults from import_item
                where run_id = ? and status = ? and number > ? order by number limit ?
                """)
                .params(id, status.name(), after, limit)
                .query((row, number) -> new ImportItem(
                        row.getInt("number"),
                        row.getString("label"),
                        ImportStatus.valueOf(row.getString("status")),
                        json.readValue(row.getString("changes"), WORDS),
                        json.readValue(row.getString("faults"), FAULTS)))
                .list();
    }

    /** One after the other, however many there are. */
    void faulty(UUID id, java.util.function.Consumer<Faulty> each) {
        var after = -1;
        while (true) {
            var page = jdbc.sql("""
                    select number, raw, faults from import_item
                    where run_id = ? and status = 'FAULTY' and number > ? order by number limit 500
                    """)
                    .params(id, after)
                    .query((row, number) -> java.util.Map.entry(
                            row.getInt("number"),
                            new Faulty(
                                    json.readValue(row.getString("raw"), ROWS),
                                    json.readValue(row.getString("faults"), FAULTS))))
                    .list();
            if (page.isEmpty()) {
                return;
            }
            page.forEach(item -> each.accept(item.getValue()));
            after = page.getLast().getKey();
        }
    }

    List<Waiting> waiting(UUID id, int limit) {
        return jdbc.sql("""
                select number, data from import_item
                where run_id = ? and not done and status in ('ADDED', 'CHANGED') order by number limit ?
                """)
                .params(id, limit)
                .query((row, number) -> new Waiting(row.getInt("number"), row.getString("data")))
                .list();
    }

    /** Which of the numbers are written; the others turned out not to be possible, with the reason. */
    void done(UUID id, List<Integer> written, List<Integer> failed, List<String> reasons) {
        batches.batchUpdate(
                "update import_item set done = true, data = 'null' where run_id = ? and number = ?",
                written.stream().map(number -> new Object[] {id, number}).toList());
        for (var i = 0; i < failed.size(); i++) {
            var fault = new ImportItem.Fault(failed.get(i), -1, "", reasons.get(i), List.of());
            jdbc.sql("update import_item set status = 'FAULTY', faults = ?::jsonb where run_id = ? and number = ?")
                    .params(json.writeValueAsString(List.of(fault)), id, failed.get(i))
                    .update();
        }
        jdbc.sql("update import_run set written = written + ?, faulty = faulty + ? where id = ?")
                .params(written.size(), failed.size(), id)
                .update();
    }

    void end(UUID id, ImportRun.State state, @Nullable UUID acceptedBy) {
        jdbc.sql("update import_run set state = ?, ended_at = ?, accepted_by = ? where id = ?")
                .params(state.name(), Timestamp.from(clock.now()), acceptedBy, id)
                .update();
        var left = state == ImportRun.State.DONE ? " and status <> 'FAULTY'" : "";
        jdbc.sql("delete from import_item where run_id = ?" + left).param(id).update();
    }

    /** Deletes the rows of runs nobody ended, and of ended ones what was kept to correct it. */
    int forget(Instant before) {
        jdbc.sql(
                        "update import_run set state = 'DISCARDED', ended_at = ? where created_at < ? and state in ('READING', 'READY')")
                .params(Timestamp.from(clock.now()), Timestamp.from(before))
                .update();
        return jdbc.sql("delete from import_item i using import_run r where r.id = i.run_id and r.created_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from import_run where id = ?").param(id).update();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Stored(
                new ImportRun(
                        row.getObject("id", UUID.class),
                        ImportKind.valueOf(row.getString("kind")),
                        row.getString("file_name"),
                        ImportRun.State.valueOf(row.getString("state")),
                        row.getString("creator"),
                        row.getTimestamp("created_at").toInstant(),
                        ended == null ? null : ended.toInstant(),
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("faulty"),
                        row.getInt("written")),
                row.getObject("created_by", UUID.class));
    }
}

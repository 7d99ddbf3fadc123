package cn.minqing.ledger;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.LedgerLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps frozen ledgers, compares them, and computes the hash that shows whether one was touched. */
@Component
class FreezeRows {
    private static final String FREEZE = """
            select f.*, l.campaign_id, c.name as campaign_name, a.name as area_name from ledger_freeze f
            join ledger l on l.id = f.ledger_id join campaign c on c.id = l.campaign_id join area a on a.id = l.area_id
            """;
    private static final RowMapper<Freeze> MAPPER = (row, number) -> new Freeze(
            row.getObject("id", UUID.class),
            row.getObject("ledger_id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getString("campaign_name"),
            row.getString("area_name"),
            row.getInt("number"),
            row.getString("serial"),
            YearMonth.from(row.getDate("month").toLocalDate()),
            row.getBoolean("final"),
            row.getTimestamp("frozen_at").toInstant(),
            row.getInt("on_the_spot"),
            row.getInt("row_count"),
            row.getString("sha256"),
            row.getString("previous_sha256"));

    private final JdbcClient jdbc;

    FreezeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Freeze> find(UUID id) {
        return jdbc.sql(FREEZE + "where f.id = ?").param(id).query(MAPPER).optional();
    }

    Optional<Freeze> last(UUID ledgerId) {
        return jdbc.sql(FREEZE + "where f.ledger_id = ? order by f.number desc limit 1")
                .param(ledgerId)
                .query(MAPPER)
                .optional();
    }

    List<Freeze> of(UUID ledgerId) {
        return jdbc.sql(FREEZE + "where f.ledger_id = ? order by f.number desc")
                .param(ledgerId)
                .query(MAPPER)
                .list();
    }

    List<Freeze.Row> rows(UUID freezeId) {
        return jdbc.sql("select * from ledger_freeze_row where freeze_id = ? order by position")
                .param(freezeId)
                .query((row, number) -> new Freeze.Row(
                        row.getObject("issue_id", UUID.class),
                        row.getString("number"),
                        row.getString("class_code"),
                        row.getString("applicant"),
                        row.getString("place"),
                        row.getString("title"),
                        row.getString("responsible"),
                        row.getDate("deadline").toLocalDate(),
                        IssueState.valueOf(row.getString("state")),
                        row.getString("result").isEmpty() ? null : IssueResult.valueOf(row.getString("result")),
                        row.getString("answer"),
                        row.getBoolean("deed")))
                .list();
    }

    List<Freeze.Change> changes(UUID freezeId) {
        return jdbc.sql("select * from ledger_freeze_change where freeze_id = ? order by position")
                .param(freezeId)
                .query((row, number) -> new Freeze.Change(
                        row.getObject("issue_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        Freeze.ChangeKind.valueOf(row.getString("kind")),
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    void add(Freeze freeze, List<Freeze.Row> rows, List<Freeze.Change> changes) {
        jdbc.sql("""
                insert into ledger_freeze (id, ledger_id, number, serial, month, final, frozen_at, on_the_spot, row_count,
                  sha256, previous_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        freeze.id(),
                        freeze.ledgerId(),
                        freeze.number(),
                        freeze.serial(),
                        Date.valueOf(freeze.month().atDay(1)),
                        freeze.last(),
                        Timestamp.from(freeze.frozenAt()),
                        freeze.onTheSpot(),
                        freeze.rows(),
                        freeze.sha256(),
                        freeze.previousSha256())
                .update();
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            jdbc.sql("""
                    insert into ledger_freeze_row (freeze_id, position, issue_id, number, class_code, applicant, place,
                      title, responsible, deadline, state, result, answer, deed)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            freeze.id(),
                            at,
                            row.issueId(),
                            row.number(),
                            row.classCode(),
                            row.applicant(),
                            row.place(),
                            row.title(),
                            row.responsible(),
                            Date.valueOf(row.deadline()),
                            row.state().name(),
                            result(row),
                            row.answer(),
                            row.deed())
                    .update();
        }
        for (var at = 0; at < changes.size(); at++) {
            var change = changes.get(at);
            jdbc.sql("""
                    insert into ledger_freeze_change (freeze_id, position, issue_id, number, title, kind, field, before,
                      after) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            freeze.id(),
                            at,
                            change.issueId(),
                            change.number(),
                            change.title(),
                            change.kind().name(),
                            change.field(),
                            change.before(),
                            change.after())
                    .update();
        }
    }

    /** What is different from the freeze before; a line that was closed there has left the ledger and is no change. */
    static List<Freeze.Change> differences(
            List<Freeze.Row> before, List<Freeze.Row> now, Map<UUID, LedgerLines.Left> left) {
        var known = before.stream().collect(Collectors.toMap(Freeze.Row::issueId, row -> row));
        var changes = new ArrayList<Freeze.Change>();
        for (var row : now) {
            var earlier = known.remove(row.issueId());
            if (earlier == null) {
                changes.add(change(row, Freeze.ChangeKind.ADDED, "", "", ""));
                continue;
            }
            var was = fields(earlier);
            fields(row).forEach((field, value) -> {
                var old = was.getOrDefault(field, "");
                if (!old.equals(value)) {
                    var closed = field.equals("state") && row.state() == IssueState.CLOSED;
                    changes.add(change(
                            row, closed ? Freeze.ChangeKind.CLOSED : Freeze.ChangeKind.CHANGED, field, old, value));
                }
            });
        }
        before.stream()
                .filter(row -> known.containsKey(row.issueId()) && !row.state().ended())
                .forEach(row -> {
                    var gone = left.get(row.issueId());
                    var why = gone == null
                            ? Freeze.ChangeKind.REMOVED
                            : gone.state() == IssueState.MERGED
                                    ? Freeze.ChangeKind.MERGED
                                    : Freeze.ChangeKind.WITHDRAWN;
                    changes.add(change(row, why, "", "", gone == null ? "" : gone.into()));
                });
        return changes;
    }

    private static Freeze.Change change(
            Freeze.Row row, Freeze.ChangeKind kind, String field, String before, String after) {
        return new Freeze.Change(row.issueId(), row.number(), row.title(), kind, field, before, after);
    }

    private static Map<String, String> fields(Freeze.Row row) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("class", row.classCode());
        fields.put("title", row.title());
        fields.put("responsible", row.responsible());
        fields.put("deadline", row.deadline().toString());
        fields.put("state", row.state().name());
        fields.put("result", result(row));
        fields.put("answer", row.answer());
        return fields;
    }

    private static String result(Freeze.Row row) {
        return row.result() == null ? "" : row.result().name();
    }

    /** Every value with its length before it, so that no two ledgers are written alike. */
    static String hash(Freeze freeze, List<Freeze.Row> rows, List<Freeze.Change> changes) {
        var text = new StringBuilder("minqing-ledger-1\n");
        write(
                text,
                freeze.id(),
                freeze.ledgerId(),
                freeze.number(),
                freeze.serial(),
                freeze.month(),
                freeze.last(),
                freeze.frozenAt().toEpochMilli(),
                freeze.onTheSpot(),
                freeze.rows(),
                freeze.previousSha256());
        rows.forEach(row -> write(
                text,
                "row",
                row.issueId(),
                row.number(),
                row.classCode(),
                row.applicant(),
                row.place(),
                row.title(),
                row.responsible(),
                row.deadline(),
                row.state(),
                result(row),
                row.answer(),
                row.deed()));
        changes.forEach(change -> write(
                text,
                "change",
                change.issueId(),
                change.number(),
                change.title(),
                change.kind(),
                change.field(),
                change.before(),
                change.after()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(StringBuilder text, Object... values) {
        for (var value : values) {
            var written = String.valueOf(value);
            text.append(written.length()).append(':').append(written).append(' ');
        }
        text.append('\n');
    }
}

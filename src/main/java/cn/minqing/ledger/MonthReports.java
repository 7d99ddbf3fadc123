package cn.minqing.ledger;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the last frozen month says of a village, in the words an office approved for the public (S7.11). For what is told
 * in public: it holds no household and no person.
 */
@Service
@Transactional(readOnly = true)
public class MonthReports {
    private final JdbcClient jdbc;

    MonthReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One matter; {@code result} is null while it has none. */
    public record Item(
            UUID issueId,
            String number,
            String title,
            IssueState state,
            @Nullable IssueResult result,
            LocalDate deadline,
            boolean deed) {}

    /** @param unpublished how many the office did not approve for the public */
    public record Month(YearMonth month, String serial, List<Item> items, int unpublished) {}

    /** Of the newest freeze of the ledger that the village is in; empty before the first. */
    public Optional<Month> last(UUID campaignId, String areaCode) {
        record Found(UUID id, UUID ledgerId, String serial, LocalDate month) {}
        return jdbc.sql("""
                select f.id, f.ledger_id, f.serial, f.month from ledger_freeze f join ledger l on l.id = f.ledger_id
                where l.campaign_id = ? and ? like l.area_code || '%' order by f.frozen_at desc, f.number desc limit 1
                """)
                .params(campaignId, areaCode)
                .query(Found.class)
                .optional()
                .map(freeze -> {
                    record Row(Item item, boolean published) {}
                    var rows = jdbc.sql("""
                            select r.issue_id, r.number, coalesce(n.title, '') as title, r.state, r.result, r.deadline,
                              r.deed, n.id is not null as published
                            from ledger_freeze_row r join issue i on i.id = r.issue_id
                            left join ledger_notice n on n.ledger_id = ? and n.issue_id = r.issue_id and n.month = ?
                            where r.freeze_id = ? and i.area_code like ? order by r.position
                            """)
                            .params(freeze.ledgerId(), freeze.month(), freeze.id(), areaCode + "%")
                            .query((row, number) -> new Row(
                                    new Item(
                                            row.getObject("issue_id", UUID.class),
                                            row.getString("number"),
                                            row.getString("title"),
                                            IssueState.valueOf(row.getString("state")),
                                            row.getString("result").isEmpty()
                                                    ? null
                                                    : IssueResult.valueOf(row.getString("result")),
                                            row.getObject("deadline", LocalDate.class),
                                            row.getBoolean("deed")),
                                    row.getBoolean("published")))
                            .list();
                    var shown =
                            rows.stream().filter(Row::published).map(Row::item).toList();
                    return new Month(
                            YearMonth.from(freeze.month()), freeze.serial(), shown, rows.size() - shown.size());
                });
    }
}

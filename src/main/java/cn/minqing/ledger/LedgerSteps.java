package cn.minqing.ledger;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.LedgerLines;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process {@code monthly-ledger} does by itself. */
@Service
@Transactional
public class LedgerSteps {
    private final LedgerStore store;
    private final FreezeRows freezes;
    private final Ledgers ledgers;
    private final LedgerLines lines;
    private final NoticeBoard board;
    private final Campaigns campaigns;
    private final People people;
    private final Workdays workdays;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final AppClock clock;

    LedgerSteps(
            LedgerStore store,
            FreezeRows freezes,
            Ledgers ledgers,
            LedgerLines lines,
            NoticeBoard board,
            Campaigns campaigns,
            People people,
            Workdays workdays,
            JdbcClient jdbc,
            Audit audit,
            AppClock clock) {
        this.store = store;
        this.freezes = freezes;
        this.ledgers = ledgers;
        this.lines = lines;
        this.board = board;
        this.campaigns = campaigns;
        this.people = people;
        this.workdays = workdays;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A month's ledger is there to be sorted. {@code deedsRole}: who chooses the good deeds and agrees to publish. */
    public record Collected(LocalDate due, Role deedsRole) {}

    /** The day has come: the office sorts, the leader of the town, or the leading group, agrees. */
    public Collected collect(UUID ledgerId) {
        var ledger = store.get(ledgerId);
        store.state(ledgerId, LedgerState.SORTING, "");
        audit.record(
                null,
                "ledger.collected",
                "LEDGER",
                ledgerId,
                Map.of("month", ledger.month().toString()));
        var led = !people.holding(Role.TOWN_LEADER, ledger.areaId()).isEmpty();
        var workdaysLeft = campaigns.get(ledger.campaignId()).template().ledgerWorkdays();
        return new Collected(workdays.plus(clock.today(), workdaysLeft), led ? Role.TOWN_LEADER : Role.LEADING_GROUP);
    }

    /** Hangs out what was approved in place of what hung there before (S7.11). */
    public void publish(UUID ledgerId) {
        var ledger = store.get(ledgerId);
        var now = Timestamp.from(clock.now());
        jdbc.sql("update ledger_notice set taken_down_at = ? where ledger_id = ? and taken_down_at is null")
                .params(now, ledgerId)
                .update();
        var sortings = store.sortings(ledger.campaignId());
        var deeds = store.deeds(ledgerId, ledger.month());
        var published = 0;
        for (var line : listed(ledger)) {
            var sorting = sortings.get(line.id());
            if (sorting != null && sorting.publicTitle() != null) {
                published += jdbc.sql("""
                        insert into ledger_notice (id, ledger_id, issue_id, area_code, month, title, deed, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (ledger_id, month, issue_id) do nothing
                        """)
                        .params(
                                Ids.next(),
                                ledgerId,
                                line.id(),
                                line.areaCode(),
                                Date.valueOf(ledger.month().atDay(1)),
                                sorting.publicTitle(),
                                deeds.contains(line.id()),
                                now)
                        .update();
            }
        }
        store.state(ledgerId, LedgerState.PUBLISHED, "");
        board.changed();
        audit.record(Actors.currentId(), "ledger.published", "LEDGER", ledgerId, Map.of("notices", published));
    }

    /** Freezes the month; answers with the day of the next. */
    public LocalDate freeze(UUID ledgerId) {
        var ledger = store.get(ledgerId);
        freeze(ledger, false);
        var next = ledger.month().plusMonths(1);
        store.month(ledgerId, next);
        store.state(ledgerId, LedgerState.WAITING, "");
        return Ledgers.day(next);
    }

    /** The campaign is archived: the ledger is frozen as it stands and ends. */
    public void freezeLast(UUID ledgerId) {
        freeze(store.get(ledgerId), true);
        store.state(ledgerId, LedgerState.ENDED, "");
    }

    /** What the month's ledger lists: what is open, and what has ended since the last freeze. */
    List<LedgerLines.Line> listed(LedgerView ledger) {
        var since = freezes.last(ledger.id()).map(Freeze::frozenAt).orElse(null);
        return lines.of(ledger.campaignId(), ledger.areaCode(), since);
    }

    private void freeze(LedgerView ledger, boolean last) {
        var campaign = campaigns.get(ledger.campaignId());
        var before = freezes.last(ledger.id());
        var now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        var sortings = store.sortings(ledger.campaignId());
        var deeds = store.deeds(ledger.id(), ledger.month());
        var rows = listed(ledger).stream()
                .map(line -> row(campaign, line, sortings.get(line.id()), deeds))
                .toList();
        var changes = before.map(freeze -> {
                    var earlier = freezes.rows(freeze.id());
                    return FreezeRows.differences(
                            earlier,
                            rows,
                            lines.left(earlier.stream().map(Freeze.Row::issueId).toList()));
                })
                .orElse(List.of());
        var draft = new Freeze(
                Ids.next(),
                ledger.id(),
                ledger.campaignId(),
                ledger.campaignName(),
                ledger.areaName(),
                before.map(Freeze::number).orElse(0) + 1,
                ledgers.nextSerial(),
                ledger.month(),
                last,
                now,
                lines.onTheSpot(
                        ledger.campaignId(),
                        ledger.areaCode(),
                        before.map(Freeze::frozenAt).orElse(null),
                        now),
                rows.size(),
                "",
                before.map(Freeze::sha256).orElse(""));
        var hash = FreezeRows.hash(draft, rows, changes);
        freezes.add(hashed(draft, hash), rows, changes);
        audit.record(
                Actors.currentId(),
                "ledger.frozen",
                "LEDGER",
                ledger.id(),
                Map.of("serial", draft.serial(), "sha256", hash, "rows", rows.size()));
    }

    private static Freeze hashed(Freeze draft, String hash) {
        return new Freeze(
                draft.id(),
                draft.ledgerId(),
                draft.campaignId(),
                draft.campaignName(),
                draft.areaName(),
                draft.number(),
                draft.serial(),
                draft.month(),
                draft.last(),
                draft.frozenAt(),
                draft.onTheSpot(),
                draft.rows(),
                hash,
                draft.previousSha256());
    }

    private static Freeze.Row row(
            CampaignView campaign, LedgerLines.Line line, LedgerStore.@Nullable Sorting sorting, Set<UUID> deeds) {
        return new Freeze.Row(
                line.id(),
                line.number(),
                LedgerStore.classOf(campaign, line.category(), sorting),
                line.applicant(),
                line.place(),
                line.title(),
                responsible(line),
                line.deadline(),
                line.state(),
                line.result(),
                line.answer(),
                deeds.contains(line.id()));
    }

    /** The first visitor answers for it (R1); beside them whoever else is charged now. */
    static String responsible(LedgerLines.Line line) {
        var first = line.unit() + " " + line.firstVisitor();
        return line.handler().isEmpty() || line.handler().equals(line.firstVisitor())
                ? first
                : first + " / " + line.handler();
    }
}

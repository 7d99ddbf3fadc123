package cn.minqing.ledger;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.LedgerLines;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about a month's ledger: its order, what is shown in public, the good deeds. */
@Service
@Transactional
public class LedgerTasks {
    public static final String SORT = "userTask_sortLedger";
    public static final String CHOOSE = "userTask_chooseDeeds";

    public static final int TITLE = 60;
    private static final int REASON = 500;

    private final LedgerStore store;
    private final LedgerSteps steps;
    private final LedgerProcess process;
    private final PublicTitles titles;
    private final Campaigns campaigns;
    private final WorkItems workItems;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final AppClock clock;

    LedgerTasks(
            LedgerStore store,
            LedgerSteps steps,
            LedgerProcess process,
            PublicTitles titles,
            Campaigns campaigns,
            WorkItems workItems,
            JdbcClient jdbc,
            Audit audit,
            AppClock clock) {
        this.store = store;
        this.steps = steps;
        this.process = process;
        this.titles = titles;
        this.campaigns = campaigns;
        this.workItems = workItems;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One line of a month's ledger on the table of the office or the leader.
     *
     * @param publicTitle the words approved for the notice board; null when it is not shown there
     * @param proposedTitle its title with names and numbers of people covered
     */
    public record Entry(
            LedgerLines.Line line,
            String classCode,
            @Nullable String publicTitle,
            String proposedTitle,
            boolean deed) {}

    /** A month's ledger with what was decided so far. */
    public record Month(LedgerView ledger, List<CampaignTemplate.LedgerClass> classes, List<Entry> entries) {}

    /** What the office decides about one line. {@code publicTitle} null keeps it off the notice board. */
    public record Decision(
            UUID issueId, String classCode, @Nullable String publicTitle) {}

    /**
     * The month's ledger as it is being worked on.
     *
     * @throws UserError {@code forbidden}, {@code ledger.unknown}
     */
    @Transactional(readOnly = true)
    public Month month(UUID ledgerId) {
        var ledger = store.get(ledgerId);
        var actor = Actors.current();
        if (!works(actor, ledger)) {
            throw UserError.forbidden();
        }
        var campaign = campaigns.get(ledger.campaignId());
        var sortings = store.sortings(campaign.id());
        var deeds = store.deeds(ledgerId, ledger.month());
        var lines = steps.listed(ledger);
        var names = titles.names(lines);
        return new Month(
                ledger,
                campaign.template().ledgerClasses(),
                lines.stream()
                        .map(line -> {
                            var sorting = sortings.get(line.id());
                            return new Entry(
                                    line,
                                    LedgerStore.classOf(campaign, line.category(), sorting),
                                    sorting == null ? null : sorting.publicTitle(),
                                    PublicTitles.masked(line.title(), names.getOrDefault(line.id(), List.of())),
                                    deeds.contains(line.id()));
                        })
                        .toList());
    }

    /**
     * Keeps what the office has decided so far.
     *
     * @throws UserError as {@link #sort}
     */
    public void keep(UUID workItemId, List<Decision> decisions) {
        var item = workItems.take(workItemId, SORT);
        decide(store.get(item.subjectId()), decisions);
    }

    /**
     * The ledger is in order; the leader chooses the good deeds.
     *
     * @throws UserError {@code form.invalid} with {@code title.<number>} for words that are missing, too long or name
     *     somebody; {@code task.*}
     */
    public void sort(UUID workItemId, List<Decision> decisions) {
        var item = workItems.take(workItemId, SORT);
        var ledger = store.get(item.subjectId());
        Actors.current().require(Role.CAMPAIGN_OFFICE, ledger.hostUnitId());
        decide(ledger, decisions);
        store.state(ledger.id(), LedgerState.CHOOSING, "");
        audit.record(Actors.currentId(), "ledger.sorted", "LEDGER", ledger.id(), Map.of("lines", decisions.size()));
        process.sorted(item);
    }

    /**
     * Chooses the month's good deeds among what has an answer and agrees to publish.
     *
     * @throws UserError {@code ledger.noDeed} for what is not listed or has no result; {@code task.*}
     */
    public void chooseDeeds(UUID workItemId, Set<UUID> issueIds) {
        var item = workItems.take(workItemId, CHOOSE);
        var ledger = store.get(item.subjectId());
        var answered = steps.listed(ledger).stream()
                .filter(line -> line.result() != null)
                .map(LedgerLines.Line::id)
                .collect(Collectors.toSet());
        if (!answered.containsAll(issueIds)) {
            throw new UserError("ledger.noDeed");
        }
        var month = Date.valueOf(ledger.month().atDay(1));
        jdbc.sql("delete from ledger_deed where ledger_id = ? and month = ?")
                .params(ledger.id(), month)
                .update();
        issueIds.forEach(
                issue -> jdbc.sql("insert into ledger_deed (ledger_id, month, issue_id, chosen_by) values (?, ?, ?, ?)")
                        .params(ledger.id(), month, issue, Actors.currentId())
                        .update());
        audit.record(Actors.currentId(), "ledger.approved", "LEDGER", ledger.id(), Map.of("deeds", issueIds.size()));
        process.approved(item);
    }

    /**
     * The leader gives the ledger back to be sorted again.
     *
     * @throws UserError {@code form.invalid} with {@code reason}; {@code task.*}
     */
    public void sendBack(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, CHOOSE);
        if (reason.isBlank()) {
            throw UserError.invalid(Map.of("reason", Message.of("ledger.reasonMissing")));
        }
        if (reason.strip().length() > REASON) {
            throw UserError.invalid(Map.of("reason", Message.of("ledger.tooManyWords", REASON)));
        }
        store.state(item.subjectId(), LedgerState.SORTING, reason.strip());
        audit.record(Actors.currentId(), "ledger.returned", "LEDGER", item.subjectId(), Map.of());
        process.returned(item);
    }

    private void decide(LedgerView ledger, List<Decision> decisions) {
        var lines = steps.listed(ledger).stream().collect(Collectors.toMap(LedgerLines.Line::id, Function.identity()));
        var classes = campaigns.get(ledger.campaignId()).template().ledgerClasses().stream()
                .map(CampaignTemplate.LedgerClass::code)
                .toList();
        var names = titles.names(lines.values());
        var faults = new LinkedHashMap<String, Message>();
        for (var decision : decisions) {
            var line = lines.get(decision.issueId());
            if (line == null) {
                continue;
            }
            if (!classes.contains(decision.classCode())) {
                faults.put("class." + line.number(), Message.of("ledger.classUnknown"));
            }
            var title = decision.publicTitle();
            if (title != null) {
                var found = PublicTitles.found(title, names.getOrDefault(line.id(), List.of()));
                if (title.isBlank()) {
                    faults.put("title." + line.number(), Message.of("ledger.titleMissing"));
                } else if (title.strip().length() > TITLE) {
                    faults.put("title." + line.number(), Message.of("ledger.tooManyWords", TITLE));
                } else if (!found.isEmpty()) {
                    faults.put(
                            "title." + line.number(),
                            Message.of("ledger.titleNamesSomebody", String.join(", ", found)));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        for (var decision : decisions) {
            var line = lines.get(decision.issueId());
            if (line != null) {
                var byCategory = LedgerStore.classOf(campaigns.get(ledger.campaignId()), line.category(), null);
                jdbc.sql("""
                        insert into ledger_sorting (issue_id, ledger_id, class_code, public_title, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (issue_id) do update set class_code = excluded.class_code,
                          public_title = excluded.public_title, decided_by = excluded.decided_by,
                          decided_at = excluded.decided_at
                        """)
                        .params(
                                decision.issueId(),
                                ledger.id(),
                                decision.classCode().equals(byCategory) ? null : decision.classCode(),
                                decision.publicTitle() == null
                                        ? null
                                        : decision.publicTitle().strip(),
                                Actors.currentId(),
                                Timestamp.from(clock.now()))
                        .update();
            }
        }
    }

    private static boolean works(Actor actor, LedgerView ledger) {
        return actor.has(Role.CAMPAIGN_OFFICE, ledger.hostUnitId())
                || actor.has(Role.LEADING_GROUP, ledger.hostUnitId())
                || actor.has(Role.TOWN_LEADER, ledger.areaId());
    }
}

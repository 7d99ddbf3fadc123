package cn.minqing.ledger;

import cn.minqing.campaign.CampaignArchived;
import cn.minqing.campaign.CampaignPhaseEntered;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.issue.LedgerLines;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as it stands now, and what was frozen of it each month (S7.8). */
@Service
@Transactional
public class Ledgers {
    /** Collected on this day of each month, or on the last one of a shorter month. */
    static final int DAY = 30;

    /** A ledger on paper ends here; more is a matter for Excel. */
    private static final int LONGEST_PAPER = 1000;

    private final LedgerStore store;
    private final FreezeRows freezes;
    private final LedgerLines lines;
    private final LedgerPaper paper;
    private final LedgerProcess process;
    private final Issues issues;
    private final Campaigns campaigns;
    private final Households households;
    private final Areas areas;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final AppClock clock;

    Ledgers(
            LedgerStore store,
            FreezeRows freezes,
            LedgerLines lines,
            LedgerPaper paper,
            LedgerProcess process,
            Issues issues,
            Campaigns campaigns,
            Households households,
            Areas areas,
            JdbcClient jdbc,
            Audit audit,
            AppClock clock) {
        this.store = store;
        this.freezes = freezes;
        this.lines = lines;
        this.paper = paper;
        this.process = process;
        this.issues = issues;
        this.campaigns = campaigns;
        this.households = households;
        this.areas = areas;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** One line with the class it stands in. */
    public record Row(LedgerLines.Line line, String classCode, String className) {}

    /** Some rows, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Row> rows, @Nullable UUID next) {}

    @EventListener
    void opened(CampaignPhaseEntered event) {
        if (event.phase() == Phase.IMPLEMENTATION) {
            open(event.campaignId());
        }
    }

    @EventListener
    void ended(CampaignArchived event) {
        process.end(store.of(event.campaignId()).stream()
                .filter(ledger -> ledger.state() != LedgerState.ENDED)
                .map(LedgerView::id)
                .toList());
    }

    /** Begins a ledger for each town the campaign reaches; it may be repeated. For the system's own use. */
    public List<UUID> open(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var length = AreaLevel.TOWN.codeLength();
        var towns = new TreeSet<String>();
        if (campaign.areaCode().length() >= length) {
            towns.add(campaign.areaCode().substring(0, length));
        } else {
            households
                    .residentByGroup(campaign.areaCode())
                    .keySet()
                    .forEach(code -> towns.add(code.substring(0, length)));
        }
        var today = clock.today();
        var month = YearMonth.from(today);
        var first = today.isAfter(day(month)) ? month.plusMonths(1) : month;
        var opened = new ArrayList<UUID>();
        for (var town : towns) {
            var area = areas.byCode(town);
            var id = Ids.next();
            var added = area.isEmpty()
                    ? 0
                    : jdbc.sql("""
                    insert into ledger (id, campaign_id, host_unit_id, area_id, area_code, month, opened_at)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict (campaign_id, area_id) do nothing
                    """)
                            .params(
                                    id,
                                    campaignId,
                                    campaign.hostUnitId(),
                                    area.get().id(),
                                    town,
                                    Date.valueOf(first.atDay(1)),
                                    Timestamp.from(clock.now()))
                            .update();
            if (added > 0) {
                audit.record(Actors.currentId(), "ledger.opened", "LEDGER", id, Map.of("campaign", campaignId));
                process.start(id, day(first));
                opened.add(id);
            }
        }
        return opened;
    }

    static LocalDate day(YearMonth month) {
        return month.atDay(Math.min(DAY, month.lengthOfMonth()));
    }

    /** The campaigns whose ledger the current person sees something of. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        return issues.campaigns();
    }

    @Transactional(readOnly = true)
    public List<CampaignTemplate.LedgerClass> classes(UUID campaignId) {
        return campaigns.get(campaignId).template().ledgerClasses();
    }

    /** The lines the current person may see, newest first. */
    @Transactional(readOnly = true)
    public Page page(LedgerFilter filter, @Nullable UUID after, int limit) {
        var campaign = campaigns.get(filter.campaignId());
        var sortings = store.sortings(campaign.id());
        var page = lines.page(lineFilter(filter, campaign, sortings), after, limit);
        return new Page(
                page.lines().stream().map(line -> row(campaign, sortings, line)).toList(), page.next());
    }

    /** How many {@link #page} has in all, at most a hundred. */
    @Transactional(readOnly = true)
    public int count(LedgerFilter filter) {
        var campaign = campaigns.get(filter.campaignId());
        return lines.count(lineFilter(filter, campaign, store.sortings(campaign.id())));
    }

    /** How many were answered on the spot: counted, but not listed (S7.8). */
    @Transactional(readOnly = true)
    public int onTheSpot(LedgerFilter filter) {
        var campaign = campaigns.get(filter.campaignId());
        return lines.onTheSpot(lineFilter(filter, campaign, store.sortings(campaign.id())));
    }

    /**
     * The filtered ledger on paper, A4 across, with a serial number of its own.
     *
     * @throws UserError {@code ledger.tooLong} for more than fits on paper
     */
    public byte[] print(LedgerFilter filter) {
        var page = page(filter, null, LONGEST_PAPER);
        if (page.next() != null) {
            throw new UserError("ledger.tooLong", LONGEST_PAPER);
        }
        var campaign = campaigns.get(filter.campaignId());
        var serial = nextSerial();
        audit.record(
                Actors.currentId(),
                "ledger.printed",
                "CAMPAIGN",
                campaign.id(),
                Map.of("serial", serial, "lines", page.rows().size()));
        return paper.live(campaign, serial, filter, page.rows(), onTheSpot(filter));
    }

    /** The ledgers whose frozen months the current person may see. */
    @Transactional(readOnly = true)
    public List<LedgerView> visible() {
        var actor = Actors.current();
        return store.all().stream().filter(ledger -> may(actor, ledger)).toList();
    }

    /**
     * What was frozen of a ledger, newest first.
     *
     * @throws UserError {@code forbidden}, {@code ledger.unknown}
     */
    @Transactional(readOnly = true)
    public List<Freeze> freezes(UUID ledgerId) {
        require(store.get(ledgerId));
        return freezes.of(ledgerId);
    }

    /**
     * One frozen ledger with its rows, what changed since the one before, and whether anybody touched it.
     *
     * @throws UserError {@code forbidden}, {@code ledger.unknown}
     */
    @Transactional(readOnly = true)
    public Freeze.Whole freeze(UUID id) {
        var freeze = freezes.find(id).orElseThrow(() -> new UserError("ledger.unknown"));
        require(store.get(freeze.ledgerId()));
        return whole(freeze);
    }

    /** Whether what is stored of a frozen ledger is what was frozen. */
    @Transactional(readOnly = true)
    public Freeze.Verification verify(UUID id) {
        return freeze(id).verification();
    }

    /** A frozen ledger on paper, with its serial number and hash. */
    public byte[] print(UUID freezeId) {
        var whole = freeze(freezeId);
        audit.record(Actors.currentId(), "ledger.printed", "LEDGER_FREEZE", freezeId, Map.of());
        return paper.frozen(campaigns.get(whole.freeze().campaignId()), whole);
    }

    /** What a class is called in the campaign. */
    @Transactional(readOnly = true)
    public String className(UUID campaignId, String code) {
        return LedgerStore.className(campaigns.get(campaignId), code);
    }

    /** The ledger of a task, for the task list. */
    @Transactional(readOnly = true)
    public LedgerView subject(UUID id) {
        return store.get(id);
    }

    private Freeze.Whole whole(Freeze freeze) {
        var rows = freezes.rows(freeze.id());
        var changes = freezes.changes(freeze.id());
        var computed = FreezeRows.hash(freeze, rows, changes);
        var before = freezes.of(freeze.ledgerId()).stream()
                .filter(other -> other.number() == freeze.number() - 1)
                .map(Freeze::sha256)
                .findFirst()
                .orElse("");
        return new Freeze.Whole(
                freeze,
                rows,
                changes,
                new Freeze.Verification(
                        computed.equals(freeze.sha256()), before.equals(freeze.previousSha256()), computed));
    }

    String nextSerial() {
        var next = jdbc.sql("select nextval('ledger_number')").query(Long.class).single();
        return "TZ-%d-%06d".formatted(clock.today().getYear(), next);
    }

    private static Row row(CampaignView campaign, Map<UUID, LedgerStore.Sorting> sortings, LedgerLines.Line line) {
        var code = LedgerStore.classOf(campaign, line.category(), sortings.get(line.id()));
        return new Row(line, code, LedgerStore.className(campaign, code));
    }

    private static LedgerLines.Filter lineFilter(
            LedgerFilter filter, CampaignView campaign, Map<UUID, LedgerStore.Sorting> sortings) {
        return new LedgerLines.Filter(
                filter.campaignId(),
                filter.areaCode(),
                filter.classCode().isEmpty() ? null : inClass(campaign, sortings, filter.classCode()),
                filter.states(),
                filter.route(),
                filter.month(),
                filter.responsible());
    }

    private static LedgerLines.InClass inClass(
            CampaignView campaign, Map<UUID, LedgerStore.Sorting> sortings, String code) {
        var here = new HashSet<UUID>();
        var away = new HashSet<UUID>();
        sortings.forEach((issue, sorting) -> {
            if (sorting.classCode() != null) {
                (sorting.classCode().equals(code) ? here : away).add(issue);
            }
        });
        var categories = new HashSet<String>();
        campaign.template().issueCategories().forEach(choice -> {
            if (LedgerStore.classOf(campaign, choice.code(), null).equals(code)) {
                categories.add(choice.code());
            }
        });
        return new LedgerLines.InClass(categories, here, away);
    }

    private static void require(LedgerView ledger) {
        if (!may(Actors.current(), ledger)) {
            throw UserError.forbidden();
        }
    }

    private static boolean may(Actor actor, LedgerView ledger) {
        return actor.has(Role.CAMPAIGN_OFFICE, ledger.hostUnitId())
                || actor.has(Role.LEADING_GROUP, ledger.hostUnitId())
                || actor.has(Role.INSPECTOR, ledger.hostUnitId())
                || actor.leadsAreaOf(ledger.areaCode());
    }
}

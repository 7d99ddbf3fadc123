package cn.minqing.issue;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers issues and shows them; what people decide about them is in {@link IssueTasks}. */
@Service
@Transactional
public class Issues {
    static final Set<String> SOLVABLE = Set.of("now", "cadre", "above", "policy");
    static final int TITLE = 60;
    static final int TEXT = 2000;
    static final int REASON = 500;

    private final IssueRepository issues;
    private final IssueReads reads;
    private final IssueProcess process;
    private final Triage triage;
    private final Levels levels;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;
    private final ObjectProvider<BlindRevisits> blind;
    private final ObjectProvider<IntakeDesk> desks;

    Issues(
            IssueRepository issues,
            IssueReads reads,
            IssueProcess process,
            Triage triage,
            Levels levels,
            Clocks clocks,
            Deadlines deadlines,
            Timeline timeline,
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            Audit audit,
            AppClock clock,
            JdbcClient jdbc,
            ObjectProvider<BlindRevisits> blind,
            ObjectProvider<IntakeDesk> desks) {
        this.issues = issues;
        this.reads = reads;
        this.process = process;
        this.triage = triage;
        this.levels = levels;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.blind = blind;
        this.desks = desks;
    }

    /**
     * What the decision table proposes, with the day it would be due if it were registered today.
     *
     * @param startLevel where an escalation would begin: the lowest level of the campaign where somebody leads; empty
     *     when nobody leads anywhere
     */
    public record Proposed(Triage.Proposal proposal, LocalDate due, Optional<AreaLevel> startLevel) {}

    /** The proposal for a matter of this household, before anything is registered. */
    @Transactional(readOnly = true)
    public Proposed propose(UUID campaignId, UUID householdId, boolean urgent, String solvable, String category) {
        households.requireVisible(householdId);
        return propose(campaignId, place(campaignId, householdId, ""), urgent, solvable, category);
    }

    /** The proposal for a matter of a whole village, before anything is registered. */
    @Transactional(readOnly = true)
    public Proposed proposeForVillage(
            UUID campaignId, String areaCode, boolean urgent, String solvable, String category) {
        return propose(campaignId, place(campaignId, null, areaCode), urgent, solvable, category);
    }

    private Proposed propose(UUID campaignId, Place place, boolean urgent, String solvable, String category) {
        var campaign = campaigns.get(campaignId);
        var facts = new Triage.Facts(urgent, solvable, category, place.vulnerable());
        var proposal = triage.propose(facts);
        return new Proposed(
                proposal,
                deadlines.after(clock.today(), proposal.days(), proposal.calendarDays()),
                levels.from(campaign, place.areaCode(), startLevel(campaign, proposal.level()))
                        .map(Levels.Step::level));
    }

    /** Where a matter belongs, and whether the household is one of those who come first (S1.7). */
    private record Place(String areaCode, boolean vulnerable) {}

    private Place place(UUID campaignId, @Nullable UUID householdId, String areaCode) {
        if (householdId == null) {
            return new Place(areaCode, false);
        }
        var household = households.summary(householdId);
        return new Place(
                household.groupCode(), campaigns.get(campaignId).template().comesFirst(household.vulnerabilities()));
    }

    /**
     * Registers an issue that the current person took, and starts its process. The contact of the household may where
     * they meet in person (visit, duty day, meeting); the campaign's office and the leaders of the village by every way
     * but the card, which is the resident's own.
     *
     * <p>First visitor (首访责任人, S7.9) is who took it in person, as a cadre or on a visit, and who answered it on the
     * spot. What an operator or leader only wrote down goes to the contact of the household, who can go there; where
     * there is none, it stays with who took it, so that nothing is left without an owner. Only the first visitor
     * confirms the way it goes; danger does not wait for that (R2).
     *
     * @throws UserError {@code form.invalid} with the faults of each field, {@code forbidden}, {@code
     *     campaign.archived}
     */
    public UUID register(NewIssue input) {
        var actor = Actors.current();
        var known = known(input.clientKey());
        if (known.isPresent()) {
            if (!known.get().registeredBy.equals(actor.id())) {
                throw UserError.forbidden();
            }
            return known.get().getId();
        }
        var campaign = campaigns.requireRunning(input.campaignId());
        var place = place(input.campaignId(), input.householdId(), input.areaCode());
        Optional<Contact> contact = input.householdId() == null
                ? Optional.empty()
                : contacts.current(input.campaignId(), input.householdId());
        requireMayRegister(actor, campaign, input.channel(), place.areaCode(), contact);
        check(input, campaign);
        var taker = new Taker(actor.id(), actor.unitId());
        var visitor = input.route() == Route.ON_THE_SPOT || answersHimself(actor, input.channel())
                ? taker
                : contact.map(one -> new Taker(one.personId(), one.unitId())).orElse(taker);
        return store(input, campaign, place, contact, taker, visitor);
    }

    /** A person who took a matter or has to answer it. */
    private record Taker(UUID id, UUID unitId) {}

    private static boolean answersHimself(Actor actor, Channel channel) {
        return channel == Channel.VISIT || actor.has(Role.CADRE);
    }

    /** Who would be first visitor of such a matter, where that is not the current person who takes it. */
    @Transactional(readOnly = true)
    public Optional<UUID> otherFirstVisitor(UUID campaignId, @Nullable UUID householdId, Channel channel) {
        var actor = Actors.current();
        return householdId == null || answersHimself(actor, channel)
                ? Optional.empty()
                : contacts.current(campaignId, householdId)
                        .map(Contact::personId)
                        .filter(person -> !person.equals(actor.id()));
    }

    /** Registers what a resident wrote on the page of the contact card, in the name of the contact. */
    UUID registerByCard(Contact contact, NewIssue input) {
        var known = known(input.clientKey());
        if (known.isPresent()) {
            if (!contact.householdId().equals(known.get().householdId)) {
                throw UserError.forbidden();
            }
            return known.get().getId();
        }
        var campaign = campaigns.requireRunning(contact.campaignId());
        check(input, campaign);
        var taker = new Taker(contact.personId(), contact.unitId());
        return store(
                input, campaign, place(campaign.id(), contact.householdId(), ""), Optional.of(contact), taker, taker);
    }

    /** The issue the same form has registered already; whoever sends it at the same time waits. */
    private Optional<Issue> known(UUID clientKey) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(clientKey.getLeastSignificantBits())
                .query((row, number) -> 0)
                .single();
        return issues.findByClientKey(clientKey);
    }

    private UUID store(
            NewIssue input, CampaignView campaign, Place place, Optional<Contact> contact, Taker taker, Taker visitor) {
        var facts = new Triage.Facts(input.urgent(), input.solvable(), input.category(), place.vulnerable());
        var proposal = triage.propose(facts);
        var route = visitor.id().equals(taker.id()) ? input.route() : route(input, proposal);
        var issue = new Issue(Ids.next(), nextNumber(), input, proposal);
        issue.hostUnitId = campaign.hostUnitId();
        issue.unitId = contact.map(Contact::unitId).orElse(visitor.unitId());
        issue.areaCode = place.areaCode();
        issue.firstVisitorId = visitor.id();
        issue.registeredBy = taker.id();
        issue.registeredAt = clock.now();
        issue.vulnerable = facts.vulnerable();
        issue.answer = input.answer().strip();
        issue.charge(Role.CADRE.code(), visitor.id(), null);
        issue.startClock(clock.today(), deadlines.after(clock.today(), proposal.days(), proposal.calendarDays()));
        issue.promised = issue.deadline;
        Levels.Step step = null;
        if (route != null) {
            checkRoute(route, proposal.route(), input.overrideReason(), input.answer());
            step = route == Route.ESCALATED ? start(campaign, issue) : null;
            issue.takeRoute(route, input.overrideReason());
        }
        issues.saveAndFlush(issue);
        clocks.start(issue, ClockKind.STARTED, null);
        timeline.add(issue.getId(), EntryKind.REGISTERED, null, issue.description);
        if (route != null) {
            recordRoute(issue);
        }
        recordSkipped(issue, step);
        process.start(new IssueProcess.Start(
                issue.getId(),
                issue.campaignId,
                issue.householdId,
                issue.firstVisitorId,
                facts,
                issue.route,
                deadlines.after(clock.today(), campaign.template().limits().of("triage"), false),
                charge(issue, step == null ? null : step.level())));
        return issue.getId();
    }

    /** What somebody else will answer waits for that person's word; only danger takes the proposed way at once (R2). */
    private static @Nullable Route route(NewIssue input, Triage.Proposal proposal) {
        if (input.route() != null && input.route() != proposal.route()) {
            throw UserError.invalid(Map.of("route", UserError.Message.of("issue.onlyFirstVisitor")));
        }
        return input.urgent() && proposal.route() != Route.ON_THE_SPOT ? proposal.route() : null;
    }

    /** Issues of one household, newest first. The caller has checked that the household is visible. */
    @Transactional(readOnly = true)
    public List<IssueSummary> ofHousehold(UUID householdId) {
        return reads.ofHousehold(householdId);
    }

    /** Counts for boards, summaries and the report. The caller checks rights. */
    @Transactional(readOnly = true)
    public IssueFigures figures(UUID campaignId, @Nullable UUID unitId) {
        return reads.figures(campaignId, unitId);
    }

    /** Issues whose result the resident has not been told; the assessment lists them behind its figure. */
    @Transactional(readOnly = true)
    public List<IssueSummary> unanswered(UUID campaignId, @Nullable UUID unitId) {
        return reads.unanswered(campaignId, unitId);
    }

    /** Issues that are neither closed nor withdrawn nor merged; the assessment asks for kinds of which none may be left. */
    @Transactional(readOnly = true)
    public List<IssueSummary> unsettled(UUID campaignId, @Nullable UUID unitId) {
        return reads.unsettled(campaignId, unitId);
    }

    /** Issues whose resident, last asked, was not satisfied; the assessment lists them behind its figure. */
    @Transactional(readOnly = true)
    public List<IssueSummary> unsatisfied(UUID campaignId, @Nullable UUID unitId) {
        return reads.unsatisfied(campaignId, unitId);
    }

    /**
     * The page of one issue.
     *
     * @throws UserError {@code issue.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public IssueView view(UUID id) {
        var view = reads.view(issues.findById(id).orElseThrow(() -> new UserError("issue.unknown")));
        return hidden().contains(id) ? view.withoutResult() : view;
    }

    /** Some issues, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<IssueRow> rows, @Nullable UUID next) {}

    /** The issues the current person may see. */
    @Transactional(readOnly = true)
    public Page page(IssueFilter filter, @Nullable UUID after, int limit) {
        var page = reads.page(filter, after, limit);
        var hidden = hidden();
        return hidden.isEmpty()
                ? page
                : new Page(
                        page.rows().stream()
                                .map(row -> hidden.contains(row.id()) ? row.withoutResult() : row)
                                .toList(),
                        page.next());
    }

    /** How many {@link #page} has in all, at most {@link WorkItems#COUNT_CAP}. */
    @Transactional(readOnly = true)
    public int count(IssueFilter filter) {
        return reads.count(filter);
    }

    /** The campaigns the list can be narrowed to: those with an issue the current person may see. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        return reads.campaignIds().stream().map(campaigns::get).toList();
    }

    /**
     * Moves what the person has to answer for these households to a successor (S9.6). Whoever hands over moves the open
     * work items along.
     */
    public void handOver(UUID from, UUID to, List<UUID> householdIds) {
        handOverMerged(from, to, householdIds);
        var moved = reads.openOf(from, householdIds);
        if (moved.isEmpty()) {
            return;
        }
        for (var issue : issues.findAllById(moved)) {
            issue.firstVisitorId = to;
            if (from.equals(issue.handlerId)) {
                issue.handlerId = to;
            }
            timeline.add(issue.getId(), EntryKind.HANDED_OVER, null, "");
            audit.record(
                    Actors.currentId(), "issue.handedOver", "ISSUE", issue.getId(), Map.of("from", from, "to", to));
        }
        issues.flush();
        process.handOver(moved, from, to);
    }

    /** An inspector who is to ask the household does not learn before what was claimed (R8). */
    private Set<UUID> hidden() {
        return Actors.current().has(Role.INSPECTOR) ? blind.getObject().hidden() : Set.of();
    }

    /** What was merged has no process of its own any more, but its household is still to be told by somebody. */
    private void handOverMerged(UUID from, UUID to, List<UUID> householdIds) {
        if (!householdIds.isEmpty()) {
            jdbc.sql("""
                    update issue set first_visitor_id = :to, version = version + 1
                    where first_visitor_id = :from and household_id in (:households) and state = 'MERGED'
                    """)
                    .param("to", to)
                    .param("from", from)
                    .param("households", householdIds)
                    .update();
        }
    }

    private void requireMayRegister(
            Actor actor, CampaignView campaign, Channel channel, String areaCode, Optional<Contact> contact) {
        var own = contact.filter(one -> one.personId().equals(actor.id())).isPresent() && channel.inPerson();
        if (channel == Channel.CARD
                || !own && !atDesk(actor, campaign, areaCode) && !keeps(actor, campaign, channel, areaCode)) {
            throw UserError.forbidden();
        }
    }

    /** Whether the person keeps the desk, the mailbox and the hotline of that place: its office or village leader. */
    static boolean atDesk(Actor actor, CampaignView campaign, String areaCode) {
        return actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || actor.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                                && !grant.areaCode().isEmpty()
                                && areaCode.startsWith(grant.areaCode()));
    }

    private boolean keeps(Actor actor, CampaignView campaign, Channel channel, String areaCode) {
        return desks.stream().anyMatch(desk -> desk.keptBy(actor.id(), campaign.id(), channel, areaCode));
    }

    /** Where the current person may write something down, in one way or another. */
    String requireNear(CampaignView campaign, @Nullable UUID householdId, String areaCode) {
        var actor = Actors.current();
        var place = place(campaign.id(), householdId, areaCode);
        var own = householdId != null
                && contacts.current(campaign.id(), householdId)
                        .filter(one -> one.personId().equals(actor.id()))
                        .isPresent();
        if (!own
                && !atDesk(actor, campaign, place.areaCode())
                && Channel.OF_DESK.stream().noneMatch(way -> keeps(actor, campaign, way, place.areaCode()))) {
            throw UserError.forbidden();
        }
        return place.areaCode();
    }

    private void check(NewIssue input, CampaignView campaign) {
        var household = input.householdId();
        new Form()
                .require(
                        household != null
                                || input.channel().allowsVillage()
                                        && input.areaCode().startsWith(campaign.areaCode())
                                        && input.areaCode().length() >= AreaLevel.VILLAGE.codeLength(),
                        "household",
                        "issue.missing.household")
                .require(household == null || households.resident(household), "household", "issue.householdGone")
                .require(
                        campaign.template().issueCategories().stream()
                                .map(CampaignTemplate.Choice::code)
                                .anyMatch(input.category()::equals),
                        "category",
                        "issue.missing.category")
                .required("title", input.title(), TITLE)
                .required("description", input.description(), TEXT)
                .require(SOLVABLE.contains(input.solvable()), "solvable", "issue.missing.solvable")
                .optional("overrideReason", input.overrideReason(), REASON)
                .optional("answer", input.answer(), TEXT)
                .check();
    }

    static void checkRoute(Route chosen, Route proposed, String reason, String answer) {
        new Form()
                .require(chosen == proposed || !reason.isBlank(), "overrideReason", "issue.missing.overrideReason")
                .require(chosen != Route.ON_THE_SPOT || !answer.isBlank(), "answer", "issue.missing.answer")
                .optional("overrideReason", reason, REASON)
                .optional("answer", answer, TEXT)
                .check();
    }

    /** The lowest level that takes it; nobody leading anywhere is a fault of the choice. */
    Levels.Step start(CampaignView campaign, Issue issue) {
        return levels.from(campaign, issue.areaCode, startLevel(campaign, issue.proposedLevel))
                .orElseThrow(() -> UserError.invalid(Map.of("route", UserError.Message.of("issue.noLeader"))));
    }

    private static AreaLevel startLevel(CampaignView campaign, String proposed) {
        return proposed.isEmpty() ? Levels.of(campaign).getFirst() : AreaLevel.valueOf(proposed);
    }

    void recordRoute(Issue issue) {
        if (issue.route == issue.proposedRoute) {
            timeline.add(issue.getId(), EntryKind.TRIAGED, null, issue.proposalReason, issue.proposalSource);
        } else {
            timeline.add(issue.getId(), EntryKind.OVERRIDDEN, null, issue.overrideReason, issue.proposalReason);
        }
    }

    void recordSkipped(Issue issue, Levels.@Nullable Step step) {
        if (step != null) {
            step.skipped().forEach(level -> timeline.add(issue.getId(), EntryKind.SKIPPED_LEVEL, level, ""));
        }
    }

    IssueProcess.Charge charge(Issue issue, @Nullable AreaLevel level) {
        return new IssueProcess.Charge(
                issue.handlerId,
                issue.handlerRole,
                issue.deadline,
                deadlines.soon(issue.deadline),
                level == null ? null : level.name());
    }

    private String nextNumber() {
        var next = jdbc.sql("select nextval('issue_number')").query(Long.class).single();
        return "MQ-%d-%06d".formatted(clock.today().getYear(), next);
    }
}

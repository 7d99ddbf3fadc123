package cn.minqing.visit;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.form.FormPart;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.obligation.WorkLog;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Visit sheets, visits and household files. */
@Service
public class Visits {
    private static final String VISIT = "userTask_visitHousehold";
    private static final String APPROVE_STRIKE_OFF = "userTask_approveStrikeOff";
    private static final String SPOT_CHECK = "userTask_spotCheck";

    private final HouseholdFileRepository files;
    private final VisitRows rows;
    private final FigureRows figures;
    private final SheetReader reader;
    private final SheetRules rules;
    private final Forms forms;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final Issues issues;
    private final People people;
    private final Areas areas;
    private final WorkItems workItems;
    private final Drafts drafts;
    private final VisitProcess process;
    private final Commitments commitments;
    private final WorkLog workLog;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;
    private final TransactionTemplate transaction;

    Visits(
            HouseholdFileRepository files,
            VisitRows rows,
            FigureRows figures,
            SheetReader reader,
            SheetRules rules,
            Forms forms,
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            Issues issues,
            People people,
            Areas areas,
            WorkItems workItems,
            Drafts drafts,
            VisitProcess process,
            Commitments commitments,
            WorkLog workLog,
            Workdays workdays,
            Audit audit,
            AppClock clock,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.rows = rows;
        this.figures = figures;
        this.reader = reader;
        this.rules = rules;
        this.forms = forms;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.issues = issues;
        this.people = people;
        this.areas = areas;
        this.workItems = workItems;
        this.drafts = drafts;
        this.process = process;
        this.commitments = commitments;
        this.workLog = workLog;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Everything the sheet of one household shows. The contact sees it all; leaders and inspectors see what they need to
     * decide, without answers.
     *
     * @throws UserError {@code forbidden}, {@code visit.notStarted} before the household's batch has started
     */
    @Transactional(readOnly = true)
    public VisitSheet sheet(UUID contactId) {
        var file = file(contactId);
        households.requireVisible(file.householdId());
        return reader.read(
                file,
                contacts.get(contactId),
                campaigns.get(file.campaignId()),
                Actors.current().id());
    }

    /**
     * What {@link #submit} would find wrong or unusual, issues apart; writes nothing.
     *
     * @throws UserError {@code forbidden} for anybody but the contact: what is unusual tells what was answered before
     */
    @Transactional(readOnly = true)
    public VisitSheet.Check check(UUID contactId, SheetInput input) {
        var file = file(contactId);
        if (!contacts.get(contactId).personId().equals(Actors.current().id())) {
            throw UserError.forbidden();
        }
        return rules.check(known(file, campaigns.get(file.campaignId())), input);
    }

    /**
     * Hands a sheet in: visit, answers, obligations, corrections of members, issues and promises are written and the task
     * is completed, all or nothing. The same submission key answers the same again.
     *
     * @throws UserError {@code form.invalid} with every fault by field; {@code visit.unusual} with fields when something
     *     is only unusual and not confirmed; {@code task.done}, {@code task.withdrawn}, {@code visit.notYours} when
     *     somebody else was there first (the draft stays); {@code visit.sheetUsed} for a key that another sheet has
     */
    public VisitSheet.Submitted submit(UUID workItemId, SheetInput input) {
        return once(input, () -> {
            var item = take(workItemId);
            var file = file(item.subjectId());
            var submitted = write(file, input);
            process.visited(item, submitted.fileComplete());
            return submitted;
        });
    }

    /**
     * Hands in a visit nobody was asked for: the contact went there again, any time while the campaign runs (S7.1, S9.3).
     * The same sheet and the same rules; a file that is complete stays so.
     *
     * @throws UserError as {@link #submit}; {@code visit.notYours} for anybody but the contact; {@code visit.task} while
     *     the visit is a task of theirs, which is done instead; {@code visit.fileState} for a household that is gone
     */
    public VisitSheet.Submitted submitFurther(UUID contactId, SheetInput input) {
        return once(input, () -> {
            var contact = contacts.get(contactId);
            if (!contact.personId().equals(Actors.current().id()) || contact.until() != null) {
                throw new UserError("visit.notYours");
            }
            // Two visits at once, or one and the task, come one after the other.
            workItems.lock(contactId);
            if (workItems.about(contactId).stream()
                    .anyMatch(item -> item.element().equals(VISIT))) {
                throw new UserError("visit.task");
            }
            return write(file(contactId), input);
        });
    }

    private VisitSheet.Submitted once(SheetInput input, Supplier<VisitSheet.Submitted> handIn) {
        var personId = Actors.current().id();
        var before = rows.submitted(input.submissionKey(), personId);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> handIn.get()));
        } catch (UserError | DuplicateKeyException error) {
            // The same sheet sent twice at once: the second finds the task done, and by then what the first wrote.
            return rows.submitted(input.submissionKey(), personId)
                    .orElseThrow(() -> error instanceof UserError ? error : new UserError("visit.sheetUsed"));
        }
    }

    private VisitSheet.Submitted write(HouseholdFile file, SheetInput input) {
        var campaign = campaigns.requireRunning(file.campaignId());
        var known = known(file, campaign);
        var check = rules.check(known, input);
        if (!check.faults().isEmpty()) {
            throw UserError.invalid(check.faults());
        }
        if (!check.unusual().isEmpty() && !input.unusualConfirmed()) {
            throw new UserError(Message.of("visit.unusual", check.unusual().size()), check.unusual());
        }
        var actor = Actors.current();
        var visitedOn = Objects.requireNonNull(input.visitedOn());
        var visit = new VisitRows.NewVisit(
                Ids.next(),
                file,
                input.submissionKey(),
                actor.id(),
                visitedOn,
                clock.now(),
                input.kind(),
                VisitResult.VISITED,
                input.metWith().strip(),
                input.diary().strip(),
                input.nextDate());
        rows.addVisit(visit);
        workLog.done(List.of(visit.work()));
        households.correct(file.householdId(), input.memberChanges(), input.phone(), input.membersConfirmed());
        answers(known, visit, input);
        file.visited(visitedOn);
        if (file.state() == FileState.OPEN) {
            meet(known, visit, input);
        }
        files.flush();
        promise(visit, input);
        rows.keepPromises(visit, input.keptPromises()).forEach(commitments::keptInVisit);
        var issueIds = register(file, input);
        var open = file.open(campaign.template().householdObligations().stream()
                .map(CampaignTemplate.Obligation::id)
                .toList());
        rows.finishVisit(visit.id(), open.isEmpty(), open, issueIds);
        audit.record(
                actor.id(),
                "visit.submitted",
                "CONTACT",
                file.contactId(),
                Map.of("visit", visit.id(), "late", visit.late(), "open", open, "issues", issueIds));
        drafts.clear(actor.id(), "visit/" + file.contactId());
        return new VisitSheet.Submitted(visit.id(), open.isEmpty(), open, issueIds, false);
    }

    /** What was promised becomes a task with a date. */
    private void promise(VisitRows.NewVisit visit, SheetInput input) {
        for (var promise : input.promises()) {
            var due = promise.due() == null ? commitments.defaultDue(visit.visitedOn()) : promise.due();
            var id = rows.addPromise(visit, promise.text(), due);
            commitments.made(id, visit.file().campaignId(), visit.personId(), due);
        }
    }

    private void answers(SheetRules.Known known, VisitRows.NewVisit visit, SheetInput input) {
        for (var obligation : known.campaign().template().householdObligations()) {
            var given = input.answers().get(obligation.form());
            if (obligation.form().isEmpty() || given == null) {
                continue;
            }
            var form = forms.get(obligation.form());
            var clean = form.clean(given);
            if (clean.isEmpty()) {
                continue;
            }
            var complete = form.validate(given).isEmpty();
            rows.addAnswers(visit, form.id(), form.version(), clean, complete);
            rows.setMeasures(visit.file().id(), SheetRules.measures(form), form.measures(clean));
            if (complete) {
                form.fields().forEach((path, field) -> {
                    if ("vulnerabilities".equals(field.properties().get("household"))) {
                        setVulnerabilities(known, field, clean.get(path));
                    }
                });
            }
        }
    }

    // Only what the form offers: a category it does not ask for stays as the register has it.
    private void setVulnerabilities(SheetRules.Known known, FormPart.Field field, @Nullable Object chosen) {
        var offered = field.options().stream().map(FormPart.Option::value).toList();
        households.setVulnerabilities(
                known.file().householdId(),
                known.campaign().template().vulnerabilities().stream()
                        .map(CampaignTemplate.Category::code)
                        .filter(offered::contains)
                        .toList(),
                chosen instanceof List<?> codes
                        ? codes.stream().map(String::valueOf).toList()
                        : List.of());
    }

    /** A form that is complete counts whether its obligation was ticked or not. */
    private void meet(SheetRules.Known known, VisitRows.NewVisit visit, SheetInput input) {
        for (var obligation : known.campaign().template().householdObligations()) {
            var claimed = input.obligations().get(obligation.id());
            var counts = obligation.form().isEmpty()
                    ? claimed != null
                    : rules.isComplete(known, input, obligation)
                            && (claimed != null || input.answers().containsKey(obligation.form()));
            if (counts) {
                visit.file()
                        .meet(obligation.id(), claimed == null ? "" : claimed.strip(), visit.id(), visit.visitedOn());
            }
        }
    }

    private List<UUID> register(HouseholdFile file, SheetInput input) {
        var registered = new ArrayList<UUID>();
        var faults = new LinkedHashMap<String, Message>();
        for (var i = 0; i < input.issues().size(); i++) {
            var issue = input.issues().get(i);
            var path = "issues[" + i + "].";
            try {
                registered.add(issues.register(new NewIssue(
                        issue.clientKey(),
                        file.campaignId(),
                        file.householdId(),
                        issue.category(),
                        issue.title(),
                        issue.description(),
                        issue.urgent(),
                        issue.solvable(),
                        issue.route(),
                        issue.overrideReason(),
                        issue.answer())));
            } catch (UserError error) {
                if (error.fields().isEmpty()) {
                    throw error;
                }
                error.fields().forEach((field, message) -> faults.put(path + field, message));
            }
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        return registered;
    }

    /**
     * Nobody was at home; the task comes back on the day agreed.
     *
     * @param note with whom it was agreed, may be empty
     * @throws UserError {@code form.invalid} at {@code nextDate} or {@code note}; as {@link #submit} when somebody else
     *     was there first
     */
    @Transactional
    public void notAtHome(UUID workItemId, @Nullable LocalDate nextDate, String note) {
        var item = take(workItemId);
        var file = file(item.subjectId());
        var faults = new LinkedHashMap<String, Message>();
        rules.nextAttempt(nextDate, campaigns.requireRunning(file.campaignId()), faults);
        SheetRules.text(faults, "note", note, SheetRules.NOTE);
        stopAt(faults);
        var next = Objects.requireNonNull(nextDate);
        var visit = brief(file, VisitResult.NOT_AT_HOME, note, next);
        rows.addVisit(visit);
        audit.record(
                visit.personId(),
                "visit.notAtHome",
                "CONTACT",
                file.contactId(),
                Map.of("visit", visit.id(), "next", next));
        process.notAtHome(item, next);
    }

    /**
     * Asks the unit leader to strike the household off.
     *
     * @param reason MOVED_AWAY or DECEASED
     * @param note how it is known, required
     * @throws UserError {@code form.invalid} at {@code reason} or {@code note}; as {@link #submit} when somebody else was
     *     there first
     */
    @Transactional
    public void requestStrikeOff(UUID workItemId, String reason, String note) {
        var item = take(workItemId);
        var file = file(item.subjectId());
        var campaign = campaigns.requireRunning(file.campaignId());
        var faults = new LinkedHashMap<String, Message>();
        if (!Households.STRIKE_OFF_REASONS.contains(reason)) {
            faults.put("reason", Message.of("visit.strikeOffReason"));
        }
        if (note.isBlank()) {
            faults.put("note", Message.of("visit.strikeOffNote"));
        }
        SheetRules.text(faults, "note", note, SheetRules.NOTE);
        stopAt(faults);
        var visit = brief(file, VisitResult.STRIKE_OFF_REQUESTED, note, null);
        rows.addVisit(visit);
        rows.addStrikeOffRequest(visit, reason, note.strip());
        audit.record(
                visit.personId(),
                "strikeOff.requested",
                "CONTACT",
                file.contactId(),
                Map.of("visit", visit.id(), "reason", reason));
        process.strikeOffRequested(
                item, workdays.plus(clock.today(), campaign.template().limits().of("strikeOff")));
    }

    /**
     * The unit leader decides.
     *
     * @param reason required when refused
     * @throws UserError {@code form.invalid} at {@code reason}; {@code visit.ownRequest} when the request is their own
     *     and the unit has another leader
     */
    @Transactional
    public void decideStrikeOff(UUID workItemId, boolean approved, String reason) {
        var item = workItems.take(workItemId, APPROVE_STRIKE_OFF);
        var file = file(item.subjectId());
        campaigns.requireRunning(file.campaignId());
        var faults = new LinkedHashMap<String, Message>();
        if (!approved && reason.isBlank()) {
            faults.put("reason", Message.of("visit.refusalReason"));
        }
        SheetRules.text(faults, "reason", reason, SheetRules.NOTE);
        stopAt(faults);
        var actor = Actors.current();
        var own =
                rows.strikeOffRequestedBy(file.id()).filter(actor.id()::equals).isPresent();
        if (own && othersHold(Role.UNIT_LEADER, item.scopeId(), actor.id())) {
            throw new UserError("visit.ownRequest");
        }
        rows.decideStrikeOff(file.id(), approved, reason.strip(), actor.id(), clock.now());
        audit.record(
                actor.id(),
                approved ? "strikeOff.approved" : "strikeOff.refused",
                "CONTACT",
                file.contactId(),
                Map.of("ownRequest", own));
        process.strikeOffDecided(item, approved);
    }

    /**
     * The inspector tells what they found on a second visit.
     *
     * @param note required when not confirmed
     * @param disputed obligations not found; they are open again
     * @throws UserError {@code form.invalid} at {@code note} or {@code disputed}; {@code visit.ownVisit} when the inspector
     *     made the visit
     */
    @Transactional
    public void spotCheck(UUID workItemId, boolean confirmed, String note, Set<String> disputed) {
        var item = workItems.take(workItemId, SPOT_CHECK);
        var file = file(item.subjectId());
        campaigns.requireRunning(file.campaignId());
        var actor = Actors.current();
        if (rows.visitedBy(file.id(), actor.id())) {
            throw new UserError("visit.ownVisit");
        }
        var faults = new LinkedHashMap<String, Message>();
        if (!confirmed && note.isBlank()) {
            faults.put("note", Message.of("visit.spotCheckNote"));
        }
        SheetRules.text(faults, "note", note, SheetRules.NOTE);
        if (confirmed && !disputed.isEmpty()
                || !disputed.stream().allMatch(id -> file.met(id).isPresent())) {
            faults.put("disputed", Message.of("visit.spotCheckDisputed"));
        }
        stopAt(faults);
        rows.addSpotCheck(file.id(), actor.id(), clock.today(), confirmed, note.strip(), disputed);
        if (confirmed) {
            file.confirm();
            files.flush();
        }
        audit.record(
                actor.id(),
                confirmed ? "spotCheck.confirmed" : "spotCheck.disputed",
                "CONTACT",
                file.contactId(),
                Map.of("disputed", disputed));
        process.spotChecked(item, confirmed);
    }

    /** The visits of one household in all campaigns, newest first. Checks that the household is visible. */
    @Transactional(readOnly = true)
    public List<VisitSheet.Visited> ofHousehold(UUID householdId) {
        households.requireVisible(householdId);
        return rows.ofHousehold(householdId);
    }

    /** How far each contact's visits have come, for lists whose rights the caller has checked; none before their batch. */
    @Transactional(readOnly = true)
    public Map<UUID, FileStatus> statuses(List<UUID> contactIds) {
        return figures.statuses(contactIds);
    }

    /** Figures of a campaign, or of one unit in it; for boards, summaries and the report. The caller checks rights. */
    @Transactional(readOnly = true)
    public VisitFigures figures(UUID campaignId, @Nullable UUID unitId) {
        var byUnit = figures.byUnit(campaignId);
        if (unitId == null) {
            return FigureRows.sum(byUnit.values());
        }
        var found = byUnit.get(unitId);
        return found == null ? FigureRows.sum(List.of()) : found;
    }

    /** {@link #figures} of every unit with contacts, in one query; for the board. The caller checks rights. */
    @Transactional(readOnly = true)
    public Map<UUID, VisitFigures> figuresByUnit(UUID campaignId) {
        return figures.byUnit(campaignId);
    }

    /** Coverage of every group of the campaign's area, by code. The caller checks rights. */
    @Transactional(readOnly = true)
    public List<GroupCoverage> coverage(UUID campaignId) {
        var counts = figures.byGroup(campaignId);
        return households.residentByGroup(campaigns.get(campaignId).areaCode()).entrySet().stream()
                .map(group -> {
                    var count = counts.getOrDefault(group.getKey(), new FigureRows.GroupCount(0, 0, 0));
                    return new GroupCoverage(
                            group.getKey(),
                            areas.place(group.getKey()),
                            group.getValue(),
                            count.inContact(),
                            count.visited(),
                            count.complete());
                })
                .toList();
    }

    /** Contacts of the campaign whose household has no complete file; remedial visits are ordered for them. */
    @Transactional(readOnly = true)
    public List<UUID> contactsWithoutFile(UUID campaignId) {
        return figures.contactsWithoutFile(campaignId);
    }

    /** Contacts of the campaign whose household nobody has visited yet; the assessment lists them behind its figure. */
    @Transactional(readOnly = true)
    public List<UUID> contactsNotVisited(UUID campaignId) {
        return figures.contactsNotVisited(campaignId);
    }

    /** Locks the visit task; who lost it to a successor is told so, in words that fit. */
    private OpenItem take(UUID workItemId) {
        try {
            return workItems.take(workItemId, VISIT);
        } catch (UserError error) {
            throw error.code().equals("forbidden") ? new UserError("visit.notYours") : error;
        }
    }

    private VisitRows.NewVisit brief(
            HouseholdFile file, VisitResult result, String note, @Nullable LocalDate nextDate) {
        return new VisitRows.NewVisit(
                Ids.next(),
                file,
                Ids.next(),
                Actors.current().id(),
                clock.today(),
                clock.now(),
                VisitKind.HOME,
                result,
                "",
                note.strip(),
                nextDate);
    }

    private boolean othersHold(Role role, @Nullable UUID scopeId, UUID personId) {
        return scopeId != null
                && people.holding(role, scopeId).stream()
                        .anyMatch(person -> !person.id().equals(personId));
    }

    private static void stopAt(Map<String, Message> faults) {
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
    }

    private SheetRules.Known known(HouseholdFile file, CampaignView campaign) {
        var hasIssue = issues.ofHousehold(file.householdId()).stream()
                .anyMatch(issue -> !issue.registeredOn().isBefore(campaign.mobilizationStart()));
        return new SheetRules.Known(file, campaign, rows.lastAnswers(file.householdId()), hasIssue);
    }

    private HouseholdFile file(UUID contactId) {
        return files.findByContactIdAndClosedPeriodIsNull(contactId)
                .orElseThrow(() -> new UserError("visit.notStarted"));
    }
}

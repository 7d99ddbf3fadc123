package cn.minqing.supervision;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Participants;
import cn.minqing.household.Households;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueOversight;
import cn.minqing.issue.Supervisor.Late;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Supervision notices (督办通知): somebody rectifies by a date, an inspector who did not checks it; who fails twice is
 * criticised in a circular (S1.10, S9.9).
 */
@Service
@Transactional
public class Supervision {
    public static final String ORDER = "userTask_orderRectification";
    public static final String RECTIFY = "userTask_rectify";
    public static final String RECHECK = "userTask_recheck";

    private static final int SHORT = 500;
    private static final int LONG = 2000;
    private static final Set<Role> LEADERS =
            Set.of(Role.VILLAGE_LEADER, Role.TOWN_LEADER, Role.COUNTY_LEADER, Role.CITY_LEADER, Role.PROVINCE_LEADER);

    private final NoticeRows rows;
    private final Circulars circulars;
    private final Reminders reminders;
    private final SupervisionProcess process;
    private final WorkItems workItems;
    private final IssueOversight issues;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Participants participants;
    private final Households households;
    private final Units units;
    private final People people;
    private final Workdays workdays;
    private final NoticeLimits limits;
    private final Audit audit;
    private final AppClock clock;

    Supervision(
            NoticeRows rows,
            Circulars circulars,
            Reminders reminders,
            SupervisionProcess process,
            WorkItems workItems,
            IssueOversight issues,
            Campaigns campaigns,
            Contacts contacts,
            Participants participants,
            Households households,
            Units units,
            People people,
            Workdays workdays,
            NoticeLimits limits,
            Audit audit,
            AppClock clock) {
        this.rows = rows;
        this.circulars = circulars;
        this.reminders = reminders;
        this.process = process;
        this.workItems = workItems;
        this.issues = issues;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.participants = participants;
        this.households = households;
        this.units = units;
        this.people = people;
        this.workdays = workdays;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the task list shows of a notice. */
    public record TaskFacts(UUID scopeId, UUID campaignId, String areaCode, String subject, String place) {}

    /** Some notices, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<NoticeRow> rows, @Nullable UUID next) {}

    /**
     * Asks for a notice. Inspectors and the leading group order it at once when they say what is to be done; leaders of
     * the area ask the inspectors, who order it or drop it.
     *
     * @throws UserError {@code forbidden}, {@code form.invalid}, {@code supervision.nobody} when nobody could rectify
     */
    public UUID request(NewNotice input) {
        var actor = Actors.current();
        var campaign = campaigns.get(input.campaignId());
        var orders = orders(actor, campaign);
        if (!orders && !leads(actor, campaign.areaCode())) {
            throw UserError.forbidden();
        }
        new Fields()
                .required("reason", input.reason(), SHORT)
                .optional("requirement", input.requirement(), SHORT)
                .require(input.due() == null || input.due().isAfter(clock.today()), "due", "supervision.duePast")
                .check();
        var subject = subject(input, campaign);
        if (!orders && !leads(actor, subject.areaCode())) {
            throw UserError.forbidden();
        }
        var due = input.due() == null ? after(NoticeLimits.Step.RECTIFY, campaign.id()) : input.due();
        var orderRole = actor.has(Role.LEADING_GROUP, campaign.hostUnitId()) ? Role.LEADING_GROUP : Role.INSPECTOR;
        var id = Ids.next();
        rows.add(
                id,
                "notice/" + id,
                campaign.id(),
                campaign.hostUnitId(),
                subject,
                NoticeRows.PERSON,
                input.reason().strip(),
                input.requirement().strip(),
                due,
                actor.id());
        note(id, "REQUESTED", input.reason());
        process.start(new SupervisionProcess.Start(
                id,
                campaign.id(),
                false,
                orderRole.code(),
                subject.rectifier().role(),
                after(NoticeLimits.Step.ORDER, campaign.id()),
                due));
        if (orders && !input.requirement().isBlank()) {
            workItems.about(id).stream()
                    .filter(item -> item.element().equals(ORDER))
                    .findFirst()
                    .ifPresent(item -> order(item.id(), input.requirement(), due));
        }
        return id;
    }

    /** The ladder orders it by itself (R6); the same step orders it once. */
    void byLadder(Late late) {
        var id = Ids.next();
        var due = after(NoticeLimits.Step.RECTIFY, late.campaignId());
        var rectifier = rectifier(late);
        var subject = new NoticeRows.Subject(
                NoticeSubject.ISSUE,
                late.issueId(),
                late.number() + " " + late.title(),
                late.unitId(),
                late.areaCode(),
                rectifier);
        if (!rows.add(
                id,
                late.key(),
                late.campaignId(),
                late.hostUnitId(),
                subject,
                NoticeRows.LADDER,
                late.reason(),
                "",
                due,
                null)) {
            return;
        }
        note(id, "REQUESTED", late.reason());
        process.start(new SupervisionProcess.Start(
                id,
                late.campaignId(),
                true,
                Role.INSPECTOR.code(),
                rectifier.role(),
                after(NoticeLimits.Step.ORDER, late.campaignId()),
                due));
    }

    private LocalDate after(NoticeLimits.Step step, UUID campaignId) {
        var template = campaigns.get(campaignId).template().id();
        return workdays.plus(clock.today(), limits.workdays(step, template));
    }

    /** The notice of the ladder is out. */
    public void orderAutomatically(UUID noticeId) {
        rows.move(noticeId, NoticeState.REQUESTED, NoticeState.RECTIFYING);
        note(noticeId, "ORDERED", "");
    }

    /**
     * Orders what was asked for.
     *
     * @throws UserError {@code form.invalid}
     */
    public void order(UUID workItemId, String requirement, @Nullable LocalDate due) {
        var item = workItems.take(workItemId, ORDER);
        new Fields()
                .required("requirement", requirement, SHORT)
                .require(due != null && due.isAfter(clock.today()), "due", "supervision.duePast")
                .check();
        var until = java.util.Objects.requireNonNull(due);
        rows.order(
                item.subjectId(), requirement.strip(), until, Actors.current().id());
        note(item.subjectId(), "ORDERED", requirement);
        onIssue(item.subjectId(), EntryKind.SUPERVISED, requirement);
        process.ordered(item, until);
    }

    /** It is not to be supervised, for a reason. */
    public void drop(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, ORDER);
        new Fields().required("reason", reason, SHORT).check();
        rows.end(item.subjectId(), NoticeState.REQUESTED, NoticeState.DROPPED, clock.now());
        note(item.subjectId(), "DROPPED", reason);
        process.dropped(item);
    }

    /** What was done about it. */
    public void rectify(UUID workItemId, String words) {
        var item = workItems.take(workItemId, RECTIFY);
        new Fields().required("words", words, LONG).check();
        var campaignId = rows.get(item.subjectId()).campaignId();
        rows.rectified(item.subjectId(), words.strip(), Actors.current().id());
        note(item.subjectId(), "RECTIFIED", words);
        process.rectified(item, after(NoticeLimits.Step.RECHECK, campaignId));
    }

    /**
     * An inspector looked.
     *
     * @param words required when not passed
     * @throws UserError {@code supervision.ownWork} for who rectified it
     */
    public void recheck(UUID workItemId, boolean passed, String words) {
        var item = workItems.take(workItemId, RECHECK);
        var notice = rows.get(item.subjectId());
        var actor = Actors.current();
        if (actor.id().equals(notice.rectifiedBy())) {
            throw new UserError("supervision.ownWork");
        }
        new Fields()
                .require(passed || !words.isBlank(), "words", "supervision.missing.findings")
                .optional("words", words, LONG)
                .check();
        note(notice.id(), passed ? "PASSED" : "FAILED", words);
        if (passed) {
            rows.checked(notice.id(), NoticeState.RECTIFIED, 0, null, actor.id(), clock.now());
            process.passed(item);
            return;
        }
        var second = notice.failures() > 0;
        var due = after(NoticeLimits.Step.RECTIFY, notice.campaignId());
        rows.checked(
                notice.id(),
                second ? NoticeState.CIRCULATED : NoticeState.RECTIFYING,
                1,
                due,
                actor.id(),
                second ? clock.now() : null);
        process.failed(item, second, due);
    }

    /** The date to rectify has passed: who should have, and the leading group, are told. */
    public void remindRectifier(UUID noticeId) {
        var notice = rows.get(noticeId);
        note(noticeId, "REMINDED", "");
        var key = "notice/" + noticeId + "/" + notice.due();
        reminders.add(
                key,
                notice.campaignId(),
                Reminders.Subject.NOTICE,
                noticeId,
                notice.number() + " " + notice.subject(),
                "notice.overdue",
                notice.rectifier());
        reminders.add(
                key + "/leading-group",
                notice.campaignId(),
                Reminders.Subject.NOTICE,
                noticeId,
                notice.number() + " " + notice.subject(),
                "notice.overdue",
                new NoticeRows.Holder(Role.LEADING_GROUP.code(), notice.hostUnitId()));
    }

    /** Not rectified twice: the unit is criticised. */
    public void issueCircular(UUID noticeId) {
        var notice = rows.get(noticeId);
        circulars.criticise(notice);
        note(noticeId, "CIRCULATED", "");
        onIssue(noticeId, EntryKind.CIRCULATED, notice.reason());
    }

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID noticeId, String element) {
        var notice = rows.get(noticeId);
        return new TaskFacts(
                element.equals(RECTIFY) ? notice.rectifier().scopeId() : notice.hostUnitId(),
                notice.campaignId(),
                notice.areaCode(),
                notice.number() + " " + notice.subject(),
                units.get(notice.unitId()).name());
    }

    /**
     * The page of one notice.
     *
     * @throws UserError {@code supervision.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public NoticeView view(UUID id) {
        var notice = rows.get(id);
        var actor = Actors.current();
        if (!maySee(actor, notice)) {
            throw UserError.forbidden();
        }
        return new NoticeView(
                id,
                notice.number(),
                notice.campaignId(),
                notice.subjectType(),
                notice.subjectId(),
                notice.subject(),
                units.get(notice.unitId()).name(),
                notice.rectifier().role(),
                notice.state(),
                notice.origin().equals(NoticeRows.LADDER),
                notice.reason(),
                notice.requirement(),
                notice.due(),
                notice.requestedBy() == null
                        ? null
                        : people.get(notice.requestedBy()).name(),
                notice.requestedAt(),
                notice.rectification(),
                notice.failures(),
                actor.id().equals(notice.rectifiedBy()),
                rows.entries(id),
                workItems.about(id));
    }

    /** The notices the current person may see. */
    @Transactional(readOnly = true)
    public Page page(boolean openOnly, @Nullable UUID after, int limit) {
        var found = rows.page(Actors.current(), openOnly, after, limit + 1);
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(
                        List.copyOf(found.subList(0, limit)),
                        found.get(limit - 1).id());
    }

    /** The campaigns in which the current person may ask for notices. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        var actor = Actors.current();
        return rows.running().stream()
                .map(campaigns::get)
                .filter(campaign -> orders(actor, campaign) || leads(actor, campaign.areaCode()))
                .toList();
    }

    /** Whether the current person orders or praises at once, without asking. */
    @Transactional(readOnly = true)
    public boolean orders(UUID campaignId) {
        return orders(Actors.current(), campaigns.get(campaignId));
    }

    /**
     * The units of a campaign: those taking part and its teams, the host, its departments, and the units of its area and
     * above that handle issues.
     */
    @Transactional(readOnly = true)
    public List<Unit> units(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        if (!orders(Actors.current(), campaign) && !leads(Actors.current(), campaign.areaCode())) {
            throw UserError.forbidden();
        }
        var found = new LinkedHashSet<>(participants.unitsAndTeams(campaignId));
        units.departments(campaign.hostUnitId()).forEach(unit -> found.add(unit.id()));
        found.add(campaign.hostUnitId());
        found.addAll(rows.unitsAbove(campaign.areaCode()));
        return units.get(List.copyOf(found));
    }

    static boolean orders(Actor actor, CampaignView campaign) {
        return actor.has(Role.INSPECTOR, campaign.hostUnitId()) || actor.has(Role.LEADING_GROUP, campaign.hostUnitId());
    }

    private static boolean leads(Actor actor, String areaCode) {
        return actor.grants().stream()
                .anyMatch(grant -> LEADERS.contains(grant.role())
                        && !grant.areaCode().isEmpty()
                        && areaCode.startsWith(grant.areaCode()));
    }

    private static boolean maySee(Actor actor, NoticeRows.Notice notice) {
        return actor.id().equals(notice.requestedBy())
                || actor.has(Role.INSPECTOR, notice.hostUnitId())
                || actor.has(Role.LEADING_GROUP, notice.hostUnitId())
                || actor.has(Role.CAMPAIGN_OFFICE, notice.hostUnitId())
                || actor.has(
                        Role.of(notice.rectifier().role()), notice.rectifier().scopeId())
                || actor.has(Role.UNIT_LEADER, notice.unitId())
                || leads(actor, notice.areaCode());
    }

    private NoticeRows.Subject subject(NewNotice input, CampaignView campaign) {
        return switch (input.subjectType()) {
            case ISSUE -> {
                var issue = issues.matter(input.subjectId());
                if (!issue.campaignId().equals(campaign.id())) {
                    throw UserError.forbidden();
                }
                var rectifier =
                        issue.handlerScopeId() == null || issue.handlerRole().equals(Role.CADRE.code())
                                ? rectifier(issue.unitId(), campaign.hostUnitId())
                                : held(List.of(Role.of(issue.handlerRole())), issue.handlerScopeId())
                                        .or(() -> office(campaign.hostUnitId()));
                var unit = issue.handlerRole().equals(Role.DEPARTMENT_HANDLER.code()) && issue.handlerScopeId() != null
                        ? issue.handlerScopeId()
                        : issue.unitId();
                yield new NoticeRows.Subject(
                        NoticeSubject.ISSUE,
                        issue.id(),
                        issue.number() + " " + issue.title(),
                        unit,
                        issue.areaCode(),
                        rectifier.orElseThrow(Supervision::nobody));
            }
            case CONDUCT -> throw UserError.forbidden();
            case UNIT -> {
                var unit = units(campaign.id()).stream()
                        .filter(one -> one.id().equals(input.subjectId()))
                        .findFirst()
                        .orElseThrow(UserError::forbidden);
                yield new NoticeRows.Subject(
                        NoticeSubject.UNIT,
                        unit.id(),
                        unit.name(),
                        unit.id(),
                        campaign.areaCode(),
                        rectifier(unit.id(), campaign.hostUnitId()).orElseThrow(Supervision::nobody));
            }
            case FILE -> {
                var contact = contacts.get(input.subjectId());
                if (!contact.campaignId().equals(campaign.id())) {
                    throw UserError.forbidden();
                }
                var household = households.summary(contact.householdId());
                yield new NoticeRows.Subject(
                        NoticeSubject.FILE,
                        contact.id(),
                        household.place() + " " + household.headName(),
                        contact.unitId(),
                        household.groupCode(),
                        rectifier(contact.unitId(), campaign.hostUnitId()).orElseThrow(Supervision::nobody));
            }
        };
    }

    /** Who leads the unit, or handles what it is charged with; else who runs the campaign. */
    private Optional<NoticeRows.Holder> rectifier(UUID unitId, UUID hostUnitId) {
        return held(List.of(Role.UNIT_LEADER, Role.DEPARTMENT_HANDLER), unitId).or(() -> office(hostUnitId));
    }

    /** A notice of the ladder goes out in any case: where nobody holds any of these roles, it waits for an office. */
    private NoticeRows.Holder rectifier(Late late) {
        var role = late.handler().role();
        var scope = late.handler().scopeId();
        var found = role == null || scope == null
                ? rectifier(late.unitId(), late.hostUnitId())
                : held(List.of(Role.of(role)), scope).or(() -> office(late.hostUnitId()));
        return found.or(() -> held(List.of(Role.LEADING_GROUP, Role.INSPECTOR), late.hostUnitId()))
                .orElse(new NoticeRows.Holder(Role.CAMPAIGN_OFFICE.code(), late.hostUnitId()));
    }

    private Optional<NoticeRows.Holder> office(UUID hostUnitId) {
        return held(List.of(Role.CAMPAIGN_OFFICE), hostUnitId);
    }

    private Optional<NoticeRows.Holder> held(List<Role> roles, UUID scopeId) {
        return roles.stream()
                .filter(role -> !people.holding(role, scopeId).isEmpty())
                .findFirst()
                .map(role -> new NoticeRows.Holder(role.code(), scopeId));
    }

    private static UserError nobody() {
        return new UserError("supervision.nobody");
    }

    private void onIssue(UUID noticeId, EntryKind kind, String text) {
        var notice = rows.get(noticeId);
        if (notice.subjectType() == NoticeSubject.ISSUE) {
            issues.record(notice.subjectId(), kind, text, notice.number());
        }
    }

    private void note(UUID noticeId, String kind, String text) {
        rows.entry(noticeId, clock.now(), Actors.currentId(), kind, text.strip());
        audit.record(
                Actors.currentId(), "notice." + kind.toLowerCase(java.util.Locale.ROOT), "NOTICE", noticeId, Map.of());
    }
}

package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people ask for beside the handling of an issue: more days (R4), parking (R5), and its end because the resident
 * took it back or it is the same matter as another one (R9).
 */
@Service
@Transactional
public class IssueRequests {
    public static final String APPROVE_EXTENSION = "userTask_approveExtension";
    public static final String APPROVE_PARKING = "userTask_approveParking";
    public static final String TELL_PARKING = "userTask_tellParking";
    public static final String REVIEW_PARKING = "userTask_reviewParking";

    /** The tasks in which somebody handles it and may ask. */
    static final String[] HANDLING = {
        IssueTasks.HANDLE, IssueTasks.EXPLAIN, IssueTasks.HANDLE_AT_LEVEL, IssueTasks.HANDLE_BY_DEPARTMENT
    };

    /** As {@link #HANDLING}, and while a level decides what it does with it: it may ask for parking, not for more days. */
    static final String[] PARKABLE = {
        IssueTasks.HANDLE,
        IssueTasks.EXPLAIN,
        IssueTasks.HANDLE_AT_LEVEL,
        IssueTasks.HANDLE_BY_DEPARTMENT,
        IssueTasks.ACCEPT
    };

    private final IssueRepository issues;
    private final IssueProcess process;
    private final Requests requests;
    private final Levels levels;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final WorkItems workItems;
    private final Campaigns campaigns;
    private final People people;
    private final RequestLimits limits;

    IssueRequests(
            IssueRepository issues,
            IssueProcess process,
            Requests requests,
            Levels levels,
            Deadlines deadlines,
            Timeline timeline,
            WorkItems workItems,
            Campaigns campaigns,
            People people,
            RequestLimits limits) {
        this.issues = issues;
        this.process = process;
        this.requests = requests;
        this.levels = levels;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.workItems = workItems;
        this.campaigns = campaigns;
        this.people = people;
        this.limits = limits;
    }

    /**
     * Whoever handles it asks for more days, until the end of the day it is due (R4).
     *
     * @param workItemId the handling task
     * @param days workdays wanted, calendar days where the deadline counts those
     * @throws UserError {@code issue.extensionsUsedUp}, {@code issue.extensionTooLate}, {@code issue.requestPending},
     *     {@code issue.noApprover}, {@code issue.parked}, {@code form.invalid}
     */
    public void requestExtension(UUID workItemId, String reason, int days) {
        var issue = handled(workItemId, HANDLING);
        var limit = limits.extension(template(issue));
        new Form()
                .required("reason", reason, Issues.REASON)
                .require(days >= 1 && days <= limit.days(), "days", "issue.extensionDays", limit.days())
                .check();
        if (limit.times() > 0 && issue.extensions >= limit.times()) {
            throw new UserError("issue.extensionsUsedUp", limit.times());
        }
        if (deadlines.today().isAfter(issue.deadline)) {
            throw new UserError("issue.extensionTooLate", issue.deadline);
        }
        var approver = approver(issue, Actors.current());
        requests.add(issue.getId(), Requests.EXTENSION, reason, days, null, approver.code(), approver.level());
        timeline.add(issue.getId(), EntryKind.EXTENSION_REQUESTED, issue.level, reason, String.valueOf(days));
        process.extensionRequested(issue.getId(), approver.code(), decisionDue(limit));
    }

    /**
     * The level above grants all or some of the days, or none.
     *
     * @param days granted, at most those asked for
     * @param words why; required when it is refused
     * @throws UserError {@code issue.ownRequest} for whoever asked
     */
    public void decideExtension(UUID workItemId, boolean granted, int days, String words) {
        var item = workItems.take(workItemId, APPROVE_EXTENSION);
        var issue = get(item.subjectId());
        var request = pending(issue);
        new Form()
                .require(granted || !words.isBlank(), "words", "issue.missing.refusal")
                .require(!granted || (days >= 1 && days <= request.days()), "days", "issue.grantedDays", request.days())
                .optional("words", words, Issues.REASON)
                .check();
        requests.decide(request, granted, days, words);
        if (!granted) {
            timeline.add(issue.getId(), EntryKind.EXTENSION_REFUSED, issue.level, words);
        }
        process.extensionDecided(item, granted);
    }

    /**
     * Whoever handles it, or is to say what a level does with it, asks to stop the clock until a promised review within
     * a month (R5).
     *
     * @throws UserError {@code issue.requestPending}, {@code issue.noApprover}, {@code issue.parked}, {@code
     *     form.invalid}
     */
    public void requestParking(UUID workItemId, String reason, @Nullable LocalDate reviewOn) {
        var issue = handled(workItemId, PARKABLE);
        var limit = limits.parking(template(issue));
        review(new Form().required("reason", reason, Issues.REASON), reviewOn, limit)
                .check();
        var approver = approver(issue, Actors.current());
        requests.add(issue.getId(), Requests.PARKING, reason, 0, reviewOn, approver.code(), approver.level());
        timeline.add(issue.getId(), EntryKind.PARKING_REQUESTED, issue.level, reason, String.valueOf(reviewOn));
        process.parkingRequested(issue.getId(), approver.code(), decisionDue(limit));
    }

    /** As {@link #decideExtension}; the promised review stands unless it has passed meanwhile. */
    public void decideParking(UUID workItemId, boolean granted, String words) {
        var item = workItems.take(workItemId, APPROVE_PARKING);
        var issue = get(item.subjectId());
        var request = pending(issue);
        new Form()
                .require(granted || !words.isBlank(), "words", "issue.missing.refusal")
                .optional("words", words, Issues.REASON)
                .check();
        if (granted && !deadlines.today().isBefore(java.util.Objects.requireNonNull(request.reviewOn()))) {
            throw new UserError("issue.reviewPassed", request.reviewOn());
        }
        requests.decide(request, granted, 0, words);
        if (!granted) {
            timeline.add(issue.getId(), EntryKind.PARKING_REFUSED, issue.level, words);
        }
        process.parkingDecided(item, granted);
    }

    /** The first visitor told the household why it has to wait and until when (R1, R5). */
    public void tellParking(UUID workItemId, String how, String words) {
        var item = workItems.take(workItemId, TELL_PARKING);
        new Form()
                .require(IssueTasks.WAYS.contains(how), "how", "issue.missing.how")
                .required("words", words, Issues.TEXT)
                .check();
        timeline.add(item.subjectId(), EntryKind.PARKING_TOLD, null, words);
        process.parkingTold(item);
    }

    /**
     * The leader looked at it again (R5).
     *
     * @param continues it stays parked; needs the reason and the next review within a month
     */
    public void reviewParking(UUID workItemId, boolean continues, String words, @Nullable LocalDate reviewOn) {
        var item = workItems.take(workItemId, REVIEW_PARKING);
        var issue = get(item.subjectId());
        if (continues) {
            review(new Form().required("words", words, Issues.REASON), reviewOn, limits.parking(template(issue)))
                    .check();
            requests.promise(
                    requests.granted(issue.getId(), Requests.PARKING).id(),
                    java.util.Objects.requireNonNull(reviewOn),
                    words);
        } else {
            new Form().optional("words", words, Issues.REASON).check();
            if (!words.isBlank()) {
                timeline.add(issue.getId(), EntryKind.NOTE, issue.level, words);
            }
        }
        process.parkingReviewed(item, continues);
    }

    /**
     * It can go on before the review, also while the leader is looking at it; for whoever handles it.
     *
     * @throws UserError {@code issue.notParked}
     */
    public void liftParking(UUID workItemId, String words) {
        var item = workItems.take(workItemId, PARKABLE);
        var issue = get(item.subjectId());
        new Form().required("words", words, Issues.REASON).check();
        if (!issue.parked) {
            throw new UserError("issue.notParked");
        }
        timeline.add(issue.getId(), EntryKind.NOTE, issue.level, words);
        process.parkingLifted(issue.getId());
    }

    /**
     * The resident takes it back; the first visitor or the office notes their words. Nobody works on it any more.
     *
     * @throws UserError {@code issue.moved} when it has ended already
     */
    public void withdraw(UUID issueId, String words) {
        var issue = get(issueId);
        requireMayEnd(issue);
        new Form().required("words", words, Issues.TEXT).check();
        issue.end(IssueState.WITHDRAWN);
        timeline.add(issueId, EntryKind.WITHDRAWN, issue.level, words);
        issues.saveAndFlush(issue);
        process.withdrawn(issueId);
    }

    static boolean mayEnd(Actor actor, Issue issue) {
        return actor.id().equals(issue.firstVisitorId) || actor.has(Role.CAMPAIGN_OFFICE, issue.hostUnitId);
    }

    private static void requireMayEnd(Issue issue) {
        if (!mayEnd(Actors.current(), issue)) {
            throw UserError.forbidden();
        }
    }

    private Issue handled(UUID workItemId, String... elements) {
        OpenItem item = workItems.take(workItemId, elements);
        var issue = get(item.subjectId());
        if (issue.parked) {
            throw new UserError("issue.parked");
        }
        if (requests.open(issue.getId()).isPresent()) {
            throw new UserError("issue.requestPending");
        }
        return issue;
    }

    private Requests.Request pending(Issue issue) {
        var request = requests.open(issue.getId()).orElseThrow(() -> new UserError("issue.moved", issue.number));
        if (request.applicantId().equals(Actors.current().id())) {
            throw new UserError("issue.ownRequest");
        }
        return request;
    }

    private Form review(Form form, @Nullable LocalDate reviewOn, RequestLimits.Limit limit) {
        var today = deadlines.today();
        return form.require(
                reviewOn != null && reviewOn.isAfter(today) && !reviewOn.isAfter(limit.farthest(today)),
                "reviewOn",
                "issue.reviewWithin",
                limit.farthest(today));
    }

    private String template(Issue issue) {
        return campaigns.get(issue.campaignId).template().id();
    }

    private LocalDate decisionDue(RequestLimits.Limit limit) {
        return deadlines.after(deadlines.today(), limit.decisionDays(), false);
    }

    private record Approver(Role role, @Nullable AreaLevel level) {
        String code() {
            return role.code();
        }
    }

    /**
     * One above whoever handles it: the first level there with a leader who is not the applicant, in the end the leading
     * group. A department is led by the level that charged it.
     */
    private Approver approver(Issue issue, Actor applicant) {
        var role = Role.of(issue.handlerRole);
        var lowest = role == Role.CADRE || issue.level == null
                ? AreaLevel.VILLAGE
                : role == Role.DEPARTMENT_HANDLER
                        ? issue.level
                        : issue.level.above().orElse(null);
        if (lowest != null) {
            for (var level : Levels.of(campaigns.get(issue.campaignId))) {
                var leading = Role.leading(level);
                if (level.ordinal() <= lowest.ordinal()
                        && somebodyElse(
                                leading, levels.area(level, issue.areaCode).id(), applicant)) {
                    issue.reportTo(level);
                    issues.saveAndFlush(issue);
                    return new Approver(leading, level);
                }
            }
        }
        if (!somebodyElse(Role.LEADING_GROUP, issue.hostUnitId, applicant)) {
            throw new UserError("issue.noApprover");
        }
        return new Approver(Role.LEADING_GROUP, null);
    }

    private boolean somebodyElse(Role role, UUID scopeId, Actor applicant) {
        return people.holding(role, scopeId).stream()
                .anyMatch(person -> !person.id().equals(applicant.id()));
    }

    private Issue get(UUID id) {
        return issues.findById(id).orElseThrow(() -> new UserError("issue.unknown"));
    }
}

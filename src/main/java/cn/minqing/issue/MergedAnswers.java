package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the answer of an issue to the households of those that were merged into it (R9): each is told. */
@Service
@Transactional
public class MergedAnswers {
    public static final String TELL = "userTask_tellMergedHousehold";

    private final IssueRepository issues;
    private final IssueProcess process;
    private final Deadlines deadlines;
    private final Timeline timeline;
    private final Campaigns campaigns;
    private final WorkItems workItems;
    private final AppClock clock;

    MergedAnswers(
            IssueRepository issues,
            IssueProcess process,
            Deadlines deadlines,
            Timeline timeline,
            Campaigns campaigns,
            WorkItems workItems,
            AppClock clock) {
        this.issues = issues;
        this.process = process;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.campaigns = campaigns;
        this.workItems = workItems;
        this.clock = clock;
    }

    /**
     * The household of {@code into} has been told. Whoever raised the same thing twice has heard it with that; everybody
     * else's first visitor is asked to tell them, also anew when the answer is a new one after a reopening.
     */
    void given(Issue into) {
        for (var issue : issues.findByMergedInto(into.getId())) {
            if (issue.toldAt != null && into.toldAt != null && !issue.toldAt.isBefore(into.toldAt)) {
                continue;
            }
            issue.takeAnswerOf(into);
            if (into.householdId != null && into.householdId.equals(issue.householdId)) {
                issue.tellMerged(clock.now(), Objects.requireNonNullElse(into.toldHow, "IN_PERSON"));
                timeline.add(issue.getId(), EntryKind.TOLD, null, into.answer, into.number);
                continue;
            }
            issues.flush();
            if (workItems.waitingFor(issue.getId()).isEmpty()) {
                var days = campaigns.get(issue.campaignId).template().limits().of("feedback");
                process.tellMerged(
                        issue.getId(),
                        issue.campaignId,
                        issue.firstVisitorId,
                        deadlines.after(deadlines.today(), days, false));
            }
        }
    }

    /** The numbers of those merged into it whose household has not been told the answer. */
    java.util.List<String> untold(UUID into) {
        return issues.findByMergedInto(into).stream()
                .filter(issue -> issue.toldAt == null)
                .map(issue -> issue.number)
                .toList();
    }

    /**
     * The first visitor told the household of a merged issue what came of the other one.
     *
     * @param how one of {@link IssueTasks#WAYS}
     */
    public void tell(UUID workItemId, String how, String words) {
        var item = workItems.take(workItemId, TELL);
        var issue = issues.findById(item.subjectId()).orElseThrow(() -> new UserError("issue.unknown"));
        IssueTasks.told(how, words);
        issue.tellMerged(clock.now(), how);
        timeline.add(issue.getId(), EntryKind.TOLD, null, words);
        issues.flush();
        process.mergedTold(item);
    }
}

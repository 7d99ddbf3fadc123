package cn.minqing.process.satisfactionpoll;

import cn.minqing.assessment.Polls;
import cn.minqing.organization.Areas;
import cn.minqing.tasklist.WorkItemFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the task of {@code satisfaction-poll}. */
@Component
class SatisfactionPollFacts implements WorkItemFacts {
    private final ObjectProvider<Polls> polls;
    private final Areas areas;

    SatisfactionPollFacts(ObjectProvider<Polls> polls, Areas areas) {
        this.polls = polls;
        this.areas = areas;
    }

    @Override
    public String process() {
        return SatisfactionPollProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var pollId = task.id(SatisfactionPollProcess.POLL_ID);
        var facts = polls.getObject().taskFacts(pollId);
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                null,
                facts.areaCode(),
                "POLL",
                pollId,
                facts.subject(),
                areas.place(facts.areaCode()));
    }
}

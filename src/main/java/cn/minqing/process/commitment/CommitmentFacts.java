package cn.minqing.process.commitment;

import cn.minqing.tasklist.WorkItemFacts;
import cn.minqing.visit.Commitments;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code commitment}. */
@Component
class CommitmentFacts implements WorkItemFacts {
    private final ObjectProvider<Commitments> commitments;

    CommitmentFacts(ObjectProvider<Commitments> commitments) {
        this.commitments = commitments;
    }

    @Override
    public String process() {
        return CommitmentModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var commitmentId = UUID.fromString(task.businessKey());
        var facts = commitments.getObject().taskFacts(commitmentId, task.element());
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                facts.householdId(),
                facts.areaCode(),
                "COMMITMENT",
                commitmentId,
                facts.subject(),
                facts.place());
    }
}

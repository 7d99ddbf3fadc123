package cn.minqing.process.revisit;

import cn.minqing.supervision.Revisits;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code revisit}. */
@Component
class RevisitFacts implements WorkItemFacts {
    private final ObjectProvider<Revisits> revisits;

    RevisitFacts(ObjectProvider<Revisits> revisits) {
        this.revisits = revisits;
    }

    @Override
    public String process() {
        return RevisitModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var revisitId = UUID.fromString(task.businessKey());
        var facts = revisits.getObject().taskFacts(revisitId);
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                facts.householdId(),
                facts.areaCode(),
                "REVISIT",
                revisitId,
                facts.subject(),
                facts.place());
    }
}

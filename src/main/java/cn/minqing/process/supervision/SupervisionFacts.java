package cn.minqing.process.supervision;

import cn.minqing.supervision.Supervision;
import cn.minqing.tasklist.WorkItem.Colour;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code supervision}. */
@Component
class SupervisionFacts implements WorkItemFacts {
    private final ObjectProvider<Supervision> supervision;

    SupervisionFacts(ObjectProvider<Supervision> supervision) {
        this.supervision = supervision;
    }

    @Override
    public String process() {
        return SupervisionModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var noticeId = UUID.fromString(task.businessKey());
        var facts = supervision.getObject().taskFacts(noticeId, task.element());
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                null,
                facts.areaCode(),
                "NOTICE",
                noticeId,
                facts.subject(),
                facts.place(),
                task.element().equals(Supervision.RECTIFY) ? Colour.RED : Colour.NONE);
    }
}

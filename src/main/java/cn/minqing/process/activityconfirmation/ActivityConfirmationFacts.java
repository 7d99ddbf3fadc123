package cn.minqing.process.activityconfirmation;

import cn.minqing.activity.Confirmations;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the task of {@code activity-confirmation}. */
@Component
class ActivityConfirmationFacts implements WorkItemFacts {
    private final ObjectProvider<Confirmations> confirmations;

    ActivityConfirmationFacts(ObjectProvider<Confirmations> confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public String process() {
        return ActivityConfirmationModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var activityId = UUID.fromString(task.businessKey());
        var facts = confirmations.getObject().taskFacts(activityId);
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                null,
                facts.areaCode(),
                "ACTIVITY",
                activityId,
                facts.subject(),
                facts.place());
    }
}

package cn.minqing.process.dutyday;

import cn.minqing.duty.Duties;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the task of {@code duty-day}. */
@Component
class DutyDayFacts implements WorkItemFacts {
    private final ObjectProvider<Duties> duties;

    DutyDayFacts(ObjectProvider<Duties> duties) {
        this.duties = duties;
    }

    @Override
    public String process() {
        return DutyDayProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var dutyId = UUID.fromString(task.businessKey());
        var facts = duties.getObject().facts(dutyId);
        return new Facts(
                null, facts.campaignId(), null, facts.areaCode(), "DUTY", dutyId, facts.subject(), facts.place());
    }
}

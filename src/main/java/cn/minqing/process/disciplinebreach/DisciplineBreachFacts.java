package cn.minqing.process.disciplinebreach;

import cn.minqing.assessment.Breaches;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code discipline-breach}. */
@Component
class DisciplineBreachFacts implements WorkItemFacts {
    private final ObjectProvider<Breaches> breaches;

    DisciplineBreachFacts(ObjectProvider<Breaches> breaches) {
        this.breaches = breaches;
    }

    @Override
    public String process() {
        return DisciplineBreachProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var id = UUID.fromString(task.businessKey());
        var facts = breaches.getObject().taskFacts(id, task.element());
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                null,
                facts.areaCode(),
                "BREACH",
                id,
                facts.subject(),
                facts.place());
    }
}

package cn.minqing.process.disciplinebreach;

import static cn.minqing.process.disciplinebreach.DisciplineBreachProcess.*;

import cn.minqing.assessment.BreachProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code discipline-breach}. */
@Component
class EngineBreachProcess implements BreachProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineBreachProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void recorded(UUID breachId, UUID campaignId, LocalDate answerDue, LocalDate decisionDue) {
        runtime.startProcessInstanceByKey(
                ID,
                breachId.toString(),
                Map.of(
                        BREACH_ID, breachId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        ANSWER_DUE, EndOfDay.of(answerDue),
                        DECISION_DUE, EndOfDay.of(decisionDue)));
    }

    @Override
    public void answered(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void decided(OpenItem item) {
        workItems.complete(item, Map.of());
    }
}

package cn.minqing.process.supervision;

import cn.minqing.supervision.NoticeLimits;
import java.util.Locale;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code supervision-days}. */
@Component
class DecisionTableNoticeDays implements NoticeLimits {
    private final DecisionService decisions;

    DecisionTableNoticeDays(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public int workdays(Step step, String templateId) {
        return decisions
                .evaluateDecisionTableByKey(
                        "supervision-days",
                        Variables.putValue("step", step.name().toLowerCase(Locale.ROOT))
                                .putValue("template", templateId))
                .getSingleResult()
                .<Integer>getEntry("days");
    }
}

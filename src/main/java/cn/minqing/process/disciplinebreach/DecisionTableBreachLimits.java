package cn.minqing.process.disciplinebreach;

import cn.minqing.assessment.BreachLimits;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code breach-limits}. */
@Component
class DecisionTableBreachLimits implements BreachLimits {
    private final DecisionService decisions;

    DecisionTableBreachLimits(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Limit of(String templateId) {
        var row = decisions
                .evaluateDecisionTableByKey("breach-limits", Variables.putValue("template", templateId))
                .getSingleResult();
        int answerDays = row.<Integer>getEntry("answerDays");
        int decisionDays = row.<Integer>getEntry("decisionDays");
        return new Limit(answerDays, decisionDays);
    }
}

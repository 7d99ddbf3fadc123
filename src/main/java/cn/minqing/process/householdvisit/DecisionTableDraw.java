package cn.minqing.process.householdvisit;

import cn.minqing.visit.SpotCheckDraw;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code spot-check}. */
@Component
class DecisionTableDraw implements SpotCheckDraw {
    private final DecisionService decisions;

    DecisionTableDraw(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean drawn(boolean vulnerable, int sample) {
        var result = decisions.evaluateDecisionTableByKey(
                "spot-check", Variables.putValue("vulnerable", vulnerable).putValue("sample", sample));
        return Boolean.TRUE.equals(result.getSingleResult().getEntry("drawn"));
    }
}

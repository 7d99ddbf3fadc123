package cn.minqing.process.campaign;

import cn.minqing.obligation.ObligationQuota;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code obligation-quota}, or the one the obligation names instead. */
@Component
class DecisionTableObligationQuota implements ObligationQuota {
    private final DecisionService decisions;

    DecisionTableObligationQuota(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Quota of(String decision, String templateId, String obligationId, String rank) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        decision,
                        Variables.createVariables()
                                .putValue("template", templateId)
                                .putValue("obligation", obligationId)
                                .putValue("rank", rank))
                .getSingleResult();
        return new Quota(row.getEntry("least"), row.getEntry("source"));
    }
}

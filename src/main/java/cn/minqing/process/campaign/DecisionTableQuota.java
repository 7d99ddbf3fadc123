package cn.minqing.process.campaign;

import cn.minqing.campaign.ContactQuota;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code contact-quota}, or the one the template names instead. */
@Component
class DecisionTableQuota implements ContactQuota {
    private final DecisionService decisions;

    DecisionTableQuota(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Quota of(String decision, String templateId, String rank) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        decision,
                        Variables.createVariables()
                                .putValue("template", templateId)
                                .putValue("rank", rank))
                .getSingleResult();
        return new Quota(
                row.getEntry("villages"),
                row.getEntry("ruralHouseholds"),
                row.getEntry("communities"),
                row.getEntry("urbanHouseholds"),
                row.getEntry("source"));
    }
}

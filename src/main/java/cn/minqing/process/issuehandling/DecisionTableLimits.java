package cn.minqing.process.issuehandling;

import cn.minqing.issue.RequestLimits;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code issue-limits}. */
@Component
class DecisionTableLimits implements RequestLimits {
    private final DecisionService decisions;

    DecisionTableLimits(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Limit extension(String templateId) {
        return of("extension", templateId);
    }

    @Override
    public Limit parking(String templateId) {
        return of("parking", templateId);
    }

    private Limit of(String request, String templateId) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        "issue-limits", Variables.putValue("request", request).putValue("template", templateId))
                .getSingleResult();
        int times = row.<Integer>getEntry("times");
        int days = row.<Integer>getEntry("days");
        int months = row.<Integer>getEntry("months");
        int decisionDays = row.<Integer>getEntry("decisionDays");
        return new Limit(times, days, months, decisionDays);
    }
}

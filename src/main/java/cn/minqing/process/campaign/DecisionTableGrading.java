package cn.minqing.process.campaign;

import cn.minqing.assessment.Grading;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code assessment-score}. */
@Component
class DecisionTableGrading implements Grading {
    private final DecisionService decisions;

    DecisionTableGrading(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Grade grade(String item, @Nullable Double rate) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        "assessment-score",
                        Variables.createVariables().putValue("item", item).putValue("rate", rate))
                .getSingleResult();
        return new Grade(row.getEntry("grade"), row.getEntry("explanation"), row.getEntry("source"));
    }
}

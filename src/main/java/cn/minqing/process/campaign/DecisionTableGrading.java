package cn.minqing.process.campaign;

import cn.minqing.assessment.Grading;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the decision tables {@code assessment-score} and {@code assessment-overall}. */
@Component
class DecisionTableGrading implements Grading {
    private final DecisionService decisions;

    DecisionTableGrading(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Grade grade(String item, String measure, @Nullable Double rate) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        "assessment-score",
                        Variables.createVariables()
                                .putValue("item", item)
                                .putValue("measure", measure.split(":", 2)[0])
                                .putValue("rate", rate))
                .getSingleResult();
        return new Grade(row.getEntry("grade"), row.getEntry("explanation"), row.getEntry("source"));
    }

    @Override
    public Grade overall(@Nullable Double goodShare, int poor, int breaches) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        "assessment-overall",
                        Variables.createVariables()
                                .putValue("goodShare", goodShare)
                                .putValue("poor", poor)
                                .putValue("breaches", breaches))
                .getSingleResult();
        return new Grade(row.getEntry("grade"), row.getEntry("explanation"), row.getEntry("source"));
    }
}

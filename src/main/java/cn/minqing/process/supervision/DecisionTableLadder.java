package cn.minqing.process.supervision;

import cn.minqing.issue.SupervisionLadder;
import cn.minqing.tasklist.WorkItem.Colour;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code supervision-colour}. */
@Component
class DecisionTableLadder implements SupervisionLadder {
    private final DecisionService decisions;

    DecisionTableLadder(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Step step(Situation situation) {
        var row = decisions
                .evaluateDecisionTableByKey(
                        "supervision-colour",
                        Variables.putValue("waiting", situation.waiting())
                                .putValue("workdaysLeft", situation.left())
                                .putValue("reminders", situation.steps())
                                .putValue("level", situation.level()))
                .getSingleResult();
        return new Step(
                Colour.valueOf(row.getEntry("colour")),
                Action.valueOf(row.getEntry("action")),
                row.getEntry("recipient"),
                row.getEntry("reason"),
                row.getEntry("source"));
    }
}

package cn.minqing.process.issuehandling;

import cn.minqing.issue.Route;
import cn.minqing.issue.Triage;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code issue-triage}. */
@Component
class DecisionTableTriage implements Triage {
    private final DecisionService decisions;

    DecisionTableTriage(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Proposal propose(Facts facts) {
        var row = decisions
                .evaluateDecisionTableByKey("issue-triage", variables(facts))
                .getSingleResult();
        int days = row.<Integer>getEntry("workdays");
        boolean calendarDays = row.<Boolean>getEntry("calendarDays");
        return new Proposal(
                Route.valueOf(row.getEntry("route")),
                row.getEntry("level"),
                row.getEntry("owner"),
                days,
                calendarDays,
                row.getEntry("reason"),
                row.getEntry("source"));
    }

    static Map<String, Object> variables(Facts facts) {
        return Map.of(
                IssueHandlingProcess.URGENT, facts.urgent(),
                IssueHandlingProcess.SOLVABLE, facts.solvable(),
                IssueHandlingProcess.CATEGORY, facts.category(),
                IssueHandlingProcess.VULNERABLE, facts.vulnerable());
    }
}

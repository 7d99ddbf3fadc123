package cn.minqing.process.issuehandling;

import cn.minqing.issue.Route;
import cn.minqing.issue.Triage;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code issue-triage}. */
@Component
class DecisionTableTriage implements Triage {
    private static final String KEY = "issue-triage";

    private final DecisionService decisions;
    private final RepositoryService repository;

    DecisionTableTriage(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Rule> rules() {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .latestVersion()
                .singleResult();
        var model = repository.getDmnModelInstance(definition.getId());
        var table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        var names = table.getOutputs().stream().map(output -> output.getName()).toList();
        return table.getRules().stream()
                .map(rule -> {
                    var values = rule.getOutputEntries().stream()
                            .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                            .toList();
                    return new Rule(
                            rule.getId(),
                            Route.valueOf(values.get(names.indexOf("route"))),
                            values.get(names.indexOf("reason")),
                            values.get(names.indexOf("source")));
                })
                .toList();
    }

    @Override
    public Proposal propose(Facts facts) {
        var row = decisions.evaluateDecisionTableByKey(KEY, variables(facts)).getSingleResult();
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

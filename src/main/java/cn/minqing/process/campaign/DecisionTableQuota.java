package cn.minqing.process.campaign;

import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactQuota;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision tables {@code contact-quota}, {@code contact-mix} and {@code contact-points}, or what a template names. */
@Component
class DecisionTableQuota implements ContactQuota {
    private final DecisionService decisions;

    DecisionTableQuota(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Quota of(String decision, String templateId, String rank) {
        var row = ask(decision, inputs(templateId, rank)).getSingleResult();
        return new Quota(
                row.getEntry("least"),
                row.getEntry("most"),
                row.getEntry("ruralHouseholds"),
                row.getEntry("urbanHouseholds"),
                row.getEntry("source"));
    }

    @Override
    public List<Mix> mix(String decision, String templateId, String rank) {
        return ask(decision, inputs(templateId, rank)).stream()
                .map(row -> new Mix(
                        row.getEntry("id"),
                        row.getEntry("name"),
                        words(row.getEntry("categories")),
                        row.getEntry("parent"),
                        row.getEntry("least"),
                        row.getEntry("most"),
                        row.getEntry("source")))
                .toList();
    }

    @Override
    public List<PointRule> points(String decision, String templateId, String taker, String level, String rank) {
        var inputs = inputs(templateId, rank).putValue("taker", taker).putValue("level", level);
        return ask(decision, inputs).stream()
                .map(row -> new PointRule(
                        row.getEntry("id"),
                        words(row.getEntry("kinds")).stream()
                                .map(ContactPoint.Kind::valueOf)
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        row.getEntry("number"),
                        row.getEntry("within"),
                        row.getEntry("purpose"),
                        row.getEntry("source")))
                .toList();
    }

    private DmnDecisionTableResult ask(String decision, VariableMap inputs) {
        return decisions.evaluateDecisionTableByKey(decision, inputs);
    }

    private static VariableMap inputs(String templateId, String rank) {
        return Variables.createVariables().putValue("template", templateId).putValue("rank", rank);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

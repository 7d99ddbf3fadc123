package cn.minqing.board;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.form.FormPart;
import cn.minqing.form.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the outcomes in the order of the forms that ask for them, under the forms' own words. */
@Component
class OutcomeLabels {
    private static final String OUTCOME = "outcome.";

    private final Forms forms;

    OutcomeLabels(Forms forms) {
        this.forms = forms;
    }

    /** Per person against the average first, then each group: all of it, and its items. */
    List<Board.Outcome> of(CampaignTemplate template, Map<String, BoardRows.OutcomeCount> counts) {
        var labels = new LinkedHashMap<String, List<String>>();
        labels.put(Board.Outcome.AVERAGE, List.of());
        template.householdObligations().stream()
                .map(CampaignTemplate.Obligation::form)
                .filter(forms::has)
                .forEach(form -> collect(forms.get(form).parts(), "", labels));
        return labels.entrySet().stream()
                .filter(entry -> counts.containsKey(entry.getKey()))
                .map(entry -> {
                    var count = counts.get(entry.getKey());
                    return new Board.Outcome(entry.getKey(), entry.getValue(), count.households(), count.fulfilled());
                })
                .toList();
    }

    private static void collect(List<FormPart> parts, String heading, Map<String, List<String>> labels) {
        for (var part : parts) {
            if (part instanceof FormPart.Group group) {
                collect(group.parts(), group.label(), labels);
            } else if (part instanceof FormPart.Field field && field.measure().startsWith(OUTCOME)) {
                var whole = field.measure().substring(0, field.measure().lastIndexOf('.'));
                var headings = labels.computeIfAbsent(whole, key -> new ArrayList<>());
                if (!headings.contains(heading)) {
                    headings.add(heading);
                }
                labels.put(field.measure(), List.of(field.label()));
            }
        }
    }
}

package cn.minqing.ui.assessment;

import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.PollResult;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;

/** Lines of the assessment, each explained: what was counted, the grade, why, and the records behind it. */
class ResultsPanel extends Composite<Div> {
    ResultsPanel(UUID campaignId, List<AssessmentResult> results, BehindRecords behind) {
        getContent().getStyle().set("display", "grid").set("gap", "1.25rem");
        for (var result : results) {
            getContent().add(line(campaignId, result, behind));
        }
    }

    private Component line(UUID campaignId, AssessmentResult result, BehindRecords behind) {
        var grade = new Span(getTranslation("assessment.grade." + result.grade()));
        grade.addClassName("tag");
        var head = new Div(new H3(result.itemName()), grade);
        head.addClassName("section-head");
        var counts = new Paragraph(counts(result));
        var reason = new Paragraph(getTranslation("assessment.because", result.reason(), result.source()));
        reason.addClassName("muted");
        var line = new Div(head, counts, reason);
        if (result.against() > 0) {
            var open = new Button(
                    getTranslation("assessment.behind." + result.measureKind(), result.against()),
                    e -> behind.open(campaignId, result));
            open.addThemeVariants(ButtonVariant.LUMO_SMALL);
            line.add(open);
        }
        return line;
    }

    /** What was counted: 应访 233 户，已访 230 户，占 98.7%. */
    private String counts(AssessmentResult result) {
        if (result.denominator() == 0) {
            return getTranslation("assessment.counts.none." + result.measureKind());
        }
        return result.rate() == null
                ? getTranslation("assessment.counts.few", result.denominator(), result.numerator(), PollResult.FEW)
                : getTranslation(
                        "assessment.counts." + result.measureKind(),
                        result.denominator(),
                        result.numerator(),
                        Shares.of(result.rate()));
    }
}

package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.issue.IssueResult;
import cn.minqing.supervision.Revisits;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.LinkedHashMap;

/** The blind visit of an issue: what the household says; what was claimed is told afterwards. */
final class RevisitPanel extends Div {
    private static final int WORDS = 1000;

    RevisitPanel(Revisits revisits, Drafts drafts, WorkItem item, Runnable done) {
        addClassNames("page", "page-form");
        var sheet = revisits.sheet(item.subjectId());
        add(Parts.header(sheet.title(), sheet.number() + " · " + sheet.place()));
        var matter = Parts.section("revisit.matter", new Paragraph(sheet.matter()));
        add(matter);
        if (sheet.barred()) {
            add(Parts.section("revisit.ask", new Paragraph(text("revisit.barred"))));
            return;
        }
        var told = choices("revisit.told", Boolean.TRUE, Boolean.FALSE);
        told.setItemLabelGenerator(yes -> text(yes ? "revisit.yes" : "revisit.no"));
        var found = choices("revisit.found", IssueResult.values());
        found.setItemLabelGenerator(result -> text("issue.result." + result));
        var satisfied = choices("revisit.satisfied", Boolean.TRUE, Boolean.FALSE);
        satisfied.setItemLabelGenerator(yes -> text(yes ? "revisit.yes" : "revisit.no"));
        var words = Parts.area("revisit.words", WORDS);
        words.setHelperText(text("revisit.words.help"));
        var kept = new KeptFields(drafts, "revisit/" + item.id());
        kept.keep("told", told);
        kept.keep("found", found, IssueResult.class);
        kept.keep("satisfied", satisfied);
        kept.keep("words", words);
        var blind = new Span(text("revisit.blind"));
        blind.addClassName("muted");
        add(Parts.section("revisit.ask", blind, told, found, satisfied, words));

        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("told", told);
        fields.put("found", found);
        fields.put("satisfied", satisfied);
        fields.put("words", words);
        var answer = new Button(text("revisit.answer"));
        answer.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        answer.setDisableOnClick(true);
        answer.addClickListener(event -> {
            var compared = new Revisits.Compared[1];
            if (Notices.attempt(
                    fields,
                    () -> compared[0] = revisits.answer(
                            item.id(), told.getValue(), found.getValue(), satisfied.getValue(), words.getValue()))) {
                kept.clear();
                var claimed = compared[0].claimed() == null ? "" : text("issue.result." + compared[0].claimed());
                Notices.success(compared[0].confirmed() ? "revisit.confirmed" : "revisit.refuted", claimed);
                done.run();
            } else {
                answer.setEnabled(true);
            }
        });
        var bar = new Div(answer);
        bar.addClassName("action-bar");
        add(bar);
    }

    @SafeVarargs
    private static <T> RadioButtonGroup<T> choices(String key, T... items) {
        var group = new RadioButtonGroup<T>(text(key));
        group.setItems(items);
        group.addClassName("choices");
        group.setManualValidation(true);
        group.setRequiredIndicatorVisible(true);
        return group;
    }
}

package cn.minqing.ui.visit;

import cn.minqing.platform.UserError;
import cn.minqing.ui.household.Earlier;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.VisitSheet;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.UUID;

/** The unit leader decides whether a household leaves the register. */
@StyleSheet("context://styles/visit.css")
final class StrikeOffPanel extends Div {
    StrikeOffPanel(SheetServices services, VisitSheet sheet, UUID workItemId, Runnable done) {
        addClassNames("page", "page-form", "sheet");
        var household = sheet.household();
        var meta = new Div(
                SheetPanel.taskFact(household.place()), new Span(getTranslation("sheet.number", household.number())));
        meta.addClassName("page-meta");
        if (sheet.due() != null) {
            meta.add(SheetPanel.taskFact(services.dates().due(sheet.due(), getLocale())));
        }
        meta.add(new Anchor("household/" + household.id(), getTranslation("sheet.file")));
        var header = new Div(new H1(getTranslation("decide.title", household.headName())), meta);
        header.addClassName("page-header");
        add(header);

        var request = sheet.strikeOff();
        if (request == null) {
            add(VisitTaskPage.told(new UserError("task.withdrawn")));
            return;
        }
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "decide.reason", getTranslation("household.strikeOff." + request.reason()));
        fact(facts, "decide.note", request.note());
        fact(
                facts,
                "decide.by",
                getTranslation("decide.byOn", request.requestedBy(), Dates.date(request.requestedOn(), getLocale())));
        var asked = new Section(new H2(getTranslation("decide.asked")), facts);
        asked.addClassName("section");
        add(asked);
        if (!sheet.visits().isEmpty()) {
            var before = new Section(
                    new H2(getTranslation("sheet.earlierVisits", sheet.visits().size())),
                    Earlier.visits(sheet.visits()));
            before.addClassName("section");
            add(before);
        }

        var reason = new TextArea(getTranslation("decide.why"));
        reason.setHelperText(getTranslation("decide.whyHelp"));
        reason.setManualValidation(true);
        reason.setWidthFull();
        var decision = new Section(
                new H2(getTranslation("decide.yours")), reason, new Paragraph(getTranslation("decide.next")));
        decision.addClassName("section");
        add(decision);

        var fields = Map.of("reason", reason);
        var refuse = new Button(getTranslation("decide.refuse"));
        var approve = new Button(getTranslation("decide.approve"));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        for (var button : java.util.List.of(refuse, approve)) {
            var yes = button == approve;
            button.setDisableOnClick(true);
            button.addClickListener(event -> {
                if (Notices.attempt(
                        fields,
                        () -> services.visits()
                                .decideStrikeOff(
                                        workItemId, yes, reason.getValue().strip()))) {
                    Notices.success(yes ? "decide.approved" : "decide.refused", household.headName());
                    done.run();
                } else {
                    button.setEnabled(true);
                }
            });
        }
        var bar = new Div(refuse, approve);
        bar.addClassName("action-bar");
        add(bar);
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value)));
    }
}

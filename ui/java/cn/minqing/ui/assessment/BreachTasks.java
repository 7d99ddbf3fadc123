package cn.minqing.ui.assessment;

import cn.minqing.assessment.Breaches;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Set;

/** The pages of {@code discipline-breach}: the unit answers, the leading group decides. */
@org.springframework.stereotype.Component
class BreachTasks implements TaskPage {
    private static final int LONGEST = 2000;

    private final Breaches breaches;

    BreachTasks(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public Set<String> elements() {
        return Set.of("discipline-breach." + Breaches.ANSWER, "discipline-breach." + Breaches.DECIDE);
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        var page = new Div(new BreachFacts(breaches.get(item.subjectId())));
        page.addClassNames("page", "page-form");
        if (item.element().equals(Breaches.ANSWER)) {
            answer(page, item, done);
        } else {
            decide(page, item, done);
        }
        return page;
    }

    private void answer(Div page, WorkItem item, Runnable done) {
        var objection = area(page, "breach.objection");
        objection.setHelperText(page.getTranslation("breach.objection.help"));
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("objection", objection);
        var send = button(page, "breach.answer");
        send.addClickListener(e -> {
            if (Notices.attempt(fields, () -> breaches.answer(item.id(), objection.getValue()))) {
                Notices.success("breach.answer.done");
                done.run();
            } else {
                send.setEnabled(true);
            }
        });
    }

    private void decide(Div page, WorkItem item, Runnable done) {
        var confirmed = new RadioButtonGroup<Boolean>();
        confirmed.setLabel(page.getTranslation("breach.confirmed"));
        confirmed.setItems(true, false);
        confirmed.setItemLabelGenerator(
                yes -> page.getTranslation(yes ? "breach.confirmed.yes" : "breach.confirmed.no"));
        page.add(confirmed);
        var words = area(page, "breach.decision");
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("decision", words);
        var send = button(page, "breach.decide");
        send.setEnabled(false);
        confirmed.addValueChangeListener(e -> send.setEnabled(true));
        send.addClickListener(e -> {
            if (Notices.attempt(fields, () -> breaches.decide(item.id(), confirmed.getValue(), words.getValue()))) {
                Notices.success("breach.decide.done");
                done.run();
            } else {
                send.setEnabled(true);
            }
        });
    }

    private static TextArea area(Div page, String key) {
        var area = new TextArea(page.getTranslation(key));
        area.setMaxLength(LONGEST);
        area.setMinRows(4);
        area.setWidthFull();
        area.setManualValidation(true);
        page.add(area);
        return area;
    }

    private static Button button(Div page, String key) {
        var button = new Button(page.getTranslation(key));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        var bar = new Div(button);
        bar.addClassName("action-bar");
        page.add(bar);
        return button;
    }
}

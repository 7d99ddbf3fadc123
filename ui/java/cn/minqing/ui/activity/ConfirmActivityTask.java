package cn.minqing.ui.activity;

import cn.minqing.activity.Confirmations;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.Set;

/** A leader of the village says whether a good deed is there. */
@org.springframework.stereotype.Component
class ConfirmActivityTask implements TaskPage {
    private final ActivityServices services;
    private final Confirmations confirmations;

    ConfirmActivityTask(ActivityServices services, Confirmations confirmations) {
        this.services = services;
        this.confirmations = confirmations;
    }

    @Override
    public Set<String> elements() {
        return Set.of("activity-confirmation." + Confirmations.CONFIRM);
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        try {
            return panel(item, done);
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            return empty;
        }
    }

    private Component panel(WorkItem item, Runnable done) {
        var panel = new Div();
        panel.addClassNames("page", "page-form");
        var activity = services.activities().view(item.subjectId());
        var meta = new Div(new Span(activity.kindName()), new Span(activity.campaignName()));
        meta.addClassName("page-meta");
        var header = new Div(new H1(activity.current().title()), meta);
        header.addClassName("page-header");
        var reason = new TextArea(panel.getTranslation("activity.confirm.words"));
        reason.setHelperText(panel.getTranslation("activity.confirm.words.help"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setManualValidation(true);
        var ask = new Section(new Paragraph(panel.getTranslation("activity.confirm.ask")), reason);
        ask.addClassName("section");
        var bar = new Div(
                button(panel, "activity.refuse", false, reason, item, done),
                button(panel, "activity.confirm", true, reason, item, done));
        bar.addClassName("action-bar");
        panel.add(header, new ActivityFacts(activity, activity.current()), ask, bar);
        return panel;
    }

    private Button button(Div panel, String key, boolean really, TextArea reason, WorkItem item, Runnable done) {
        var button = new Button(panel.getTranslation(key));
        button.setDisableOnClick(true);
        if (really) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            if (Notices.attempt(
                    Map.of("reason", reason), () -> confirmations.confirm(item.id(), really, reason.getValue()))) {
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}

package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.supervision.NoticeView;
import cn.minqing.supervision.Supervision;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Map;

/** The decision a notice waits for: to order it, to say what was done, or to check that. */
final class NoticePanel extends Div {
    private static final int SHORT = 500;
    private static final int LONG = 2000;

    private final Supervision supervision;
    private final WorkItem item;
    private final Runnable done;
    private final KeptFields kept;
    private final Section form = new Section();
    private final Div bar = new Div();

    NoticePanel(Supervision supervision, Drafts drafts, NoticeView notice, WorkItem item, Runnable done) {
        this.supervision = supervision;
        this.kept = new KeptFields(drafts, "notice/" + item.id());
        this.item = item;
        this.done = done;
        form.addClassName("section");
        bar.addClassName("action-bar");
        switch (item.element()) {
            case Supervision.ORDER -> order(notice);
            case Supervision.RECTIFY -> rectify();
            default -> recheck(notice);
        }
        add(form, bar);
    }

    private void order(NoticeView notice) {
        var requirement = Parts.area("notice.field.requirement", SHORT);
        requirement.setValue(notice.requirement());
        var due = new DatePicker(text("notice.field.due"));
        due.setValue(notice.due());
        due.setLocale(Parts.locale());
        due.setManualValidation(true);
        var reason = Parts.area("notice.field.dropReason", SHORT);
        reason.setHelperText(text("notice.field.dropReason.help"));
        kept.keep("requirement", requirement);
        kept.keep("due", due);
        kept.keep("reason", reason);
        form.add(requirement, due, reason);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("requirement", requirement);
        fields.put("due", due);
        action("notice.drop", false, Map.of("reason", reason), () -> supervision.drop(item.id(), reason.getValue()));
        action(
                "notice.order",
                true,
                fields,
                () -> supervision.order(item.id(), requirement.getValue(), due.getValue()));
    }

    private void rectify() {
        var words = Parts.area("notice.field.rectification", LONG);
        words.setHelperText(text("notice.field.rectification.help"));
        kept.keep("words", words);
        form.add(words);
        action("notice.rectify", true, Map.of("words", words), () -> supervision.rectify(item.id(), words.getValue()));
    }

    private void recheck(NoticeView notice) {
        if (notice.barred()) {
            form.add(new Paragraph(text("notice.barred")));
            return;
        }
        var words = Parts.area("notice.field.findings", LONG);
        words.setHelperText(
                text(notice.failures() > 0 ? "notice.field.findings.second" : "notice.field.findings.help"));
        kept.keep("words", words);
        form.add(words);
        Map<String, TextArea> fields = Map.of("words", words);
        action("notice.fail", false, fields, () -> supervision.recheck(item.id(), false, words.getValue()));
        action("notice.pass", true, fields, () -> supervision.recheck(item.id(), true, words.getValue()));
    }

    private void action(String key, boolean primary, Map<String, ? extends HasValidation> fields, Runnable command) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            if (Notices.attempt(fields, command)) {
                kept.clear();
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        bar.add(button);
    }
}

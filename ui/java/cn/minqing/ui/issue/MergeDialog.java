package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.Duplicates;
import cn.minqing.issue.Duplicates.Likely;
import cn.minqing.issue.Duplicates.Relation;
import cn.minqing.issue.IssueFilter;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links an issue with another one, or merges it into that: one of the likely ones, or one whose number is typed. */
class MergeDialog extends Dialog {
    private final RadioButtonGroup<Likely> other = new RadioButtonGroup<>();
    private final TextField number = new TextField();
    private final RadioButtonGroup<Relation> relation = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();

    MergeDialog(Issues issues, Duplicates duplicates, Dates dates, IssueView issue, Runnable done) {
        setHeaderTitle(text("duplicates.dialog"));
        setWidth("36rem");
        setMaxWidth("100%");
        var found = duplicates.likely(issue.id());
        other.setLabel(text("duplicates.title"));
        other.setItems(found);
        other.setItemLabelGenerator(one -> String.join(
                " · ",
                one.row().title(),
                one.row().number(),
                IssueTexts.state(one.row().state()),
                one.row().place() + one.row().household(),
                dates.day(one.row().registeredOn(), IssueTexts.locale())));
        other.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        other.setVisible(!found.isEmpty());
        number.setLabel(text("duplicates.number"));
        number.setPlaceholder("MQ-2013-000001");
        number.setWidthFull();
        relation.setLabel(text("duplicates.relation"));
        relation.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        relation.setItemLabelGenerator(one -> text("duplicates.relation." + one));
        relation.setItems(Relation.MERGE, Relation.AGAIN, Relation.RELATED);
        relation.setValue(Relation.RELATED);
        relation.setHelperText(text("duplicates.relation.RELATED.help"));
        relation.addValueChangeListener(e -> relation.setHelperText(
                e.getValue() == null ? "" : text("duplicates.relation." + e.getValue() + ".help")));
        other.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                number.clear();
                relation.setValue(e.getValue().row().state() == IssueState.CLOSED ? Relation.AGAIN : Relation.MERGE);
            }
        });
        number.addValueChangeListener(e -> {
            if (!e.getValue().isBlank()) {
                other.clear();
            }
        });
        reason.setLabel(text("duplicates.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        var content = new Div(other, number, relation, reason);
        content.addClassName("issue-form");
        add(content);
        var cancel = new Button(text("shell.cancel"), e -> close());
        var apply = new Button(text("duplicates.apply"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        apply.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("reason", reason, "number", number);
            var ok = Notices.attempt(fields, () -> apply(issues, duplicates, issue));
            apply.setEnabled(true);
            if (ok) {
                close();
                done.run();
            }
        });
        getFooter().add(cancel, apply);
    }

    private void apply(Issues issues, Duplicates duplicates, IssueView issue) {
        var wanted = number.getValue().strip();
        var likely = other.getValue();
        var target = target(issues, likely, wanted);
        switch (relation.getValue()) {
            case RELATED -> duplicates.link(issue.id(), target, reason.getValue());
            case AGAIN -> duplicates.again(issue.id(), target, reason.getValue());
            case MERGE -> duplicates.merge(issue.id(), target, reason.getValue());
        }
        Notices.success(
                "duplicates.done." + relation.getValue(),
                likely == null ? wanted : likely.row().number());
    }

    private static UUID target(Issues issues, @Nullable Likely likely, String wanted) {
        if (likely != null) {
            return likely.row().id();
        }
        return wanted.isEmpty()
                ? unknown(wanted)
                : issues.page(IssueFilter.ALL.withText(wanted), null, 20).rows().stream()
                        .filter(row -> row.number().equalsIgnoreCase(wanted))
                        .map(row -> row.id())
                        .findFirst()
                        .orElseGet(() -> unknown(wanted));
    }

    private static UUID unknown(String wanted) {
        throw UserError.invalid(Map.of("number", UserError.Message.of("issue.noNumber", wanted)));
    }
}

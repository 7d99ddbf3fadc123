package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.IssueRow;
import cn.minqing.platform.Ids;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes a common problem of the issues chosen in the list. */
class CommonBar extends Div {
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final TextField title = new TextField();
    private final Span count = new Span();
    private final Select<CommonProblems.Joinable> join = new Select<>();
    private final transient CommonProblems problems;
    private UUID clientKey = Ids.next();

    CommonBar(CommonProblems problems, Runnable done) {
        addClassNames("action-bar", "common-bar");
        setVisible(false);
        title.setLabel(text("common.name"));
        title.setHelperText(text("common.name.help"));
        title.setMaxLength(60);
        title.setWidthFull();
        count.getElement().setAttribute("role", "status");
        var create = new Button(text("common.create"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setDisableOnClick(true);
        create.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("title", title);
            var made = new UUID[1];
            var ok = Notices.attempt(
                    fields, () -> made[0] = problems.create(clientKey, title.getValue(), List.copyOf(chosen)));
            create.setEnabled(true);
            if (ok) {
                done.run();
                getUI().ifPresent(ui -> ui.navigate("common-problem/" + made[0]));
            }
        });
        join.setLabel(text("common.join"));
        join.setItemLabelGenerator(one -> one == null ? "" : one.number() + " " + one.title());
        join.setEmptySelectionAllowed(true);
        join.setEmptySelectionCaption(text("common.join.none"));
        join.setWidthFull();
        var addTo = new Button(text("common.join.submit"));
        addTo.setVisible(false);
        addTo.setDisableOnClick(true);
        addTo.addClickListener(e -> {
            var into = join.getValue();
            var ok = into != null && Notices.attempt(() -> problems.add(into.id(), List.copyOf(chosen)));
            addTo.setEnabled(true);
            if (ok) {
                done.run();
                getUI().ifPresent(ui -> ui.navigate("common-problem/" + into.id()));
            }
        });
        join.addValueChangeListener(e -> {
            var joins = e.getValue() != null;
            title.setVisible(!joins);
            create.setVisible(!joins);
            addTo.setVisible(joins);
        });
        this.problems = problems;
        add(join, title, count, create, addTo);
    }

    void start() {
        chosen.clear();
        clientKey = Ids.next();
        title.clear();
        var joinable = problems.joinable();
        join.setItems(joinable);
        join.setVisible(!joinable.isEmpty());
        counted();
        setVisible(true);
    }

    /** The line with a box to choose it. */
    Component choosable(IssueRow row, Component line) {
        var box = new Checkbox();
        box.setAriaLabel(row.number() + " " + row.title());
        box.setValue(chosen.contains(row.id()));
        box.addValueChangeListener(e -> {
            if (e.getValue()) {
                chosen.add(row.id());
            } else {
                chosen.remove(row.id());
            }
            counted();
        });
        var both = new Div(box, line);
        both.addClassName("common-choice");
        return both;
    }

    private void counted() {
        count.setText(text("common.selected", chosen.size()));
    }
}

package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.CoHandling;
import cn.minqing.organization.Unit;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks departments to help with an issue that is being handled. */
class CoHandlingDialog extends Dialog {
    CoHandlingDialog(CoHandling coHandling, UUID issueId, List<Unit> choices, Runnable done) {
        setHeaderTitle(text("coHandling.title"));
        setWidth("30rem");
        setMaxWidth("100%");
        var units = new CheckboxGroup<Unit>(text("coHandling.units"));
        units.setItems(choices);
        units.setItemLabelGenerator(Unit::name);
        units.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        units.setManualValidation(true);
        add(new Paragraph(text("coHandling.help")), units);
        var submit = new Button(text("coHandling.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("units", units);
            var ok = Notices.attempt(
                    fields,
                    () -> coHandling.name(
                            issueId, units.getValue().stream().map(Unit::id).toList()));
            submit.setEnabled(true);
            if (ok) {
                close();
                Notices.success("coHandling.done");
                done.run();
            }
        });
        getFooter().add(new Button(text("shell.cancel"), e -> close()), submit);
    }
}

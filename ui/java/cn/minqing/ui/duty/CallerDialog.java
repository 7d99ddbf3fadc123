package cn.minqing.ui.duty;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.duty.Duties;
import cn.minqing.duty.Duty;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.Issues;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.issue.IssueForm;
import cn.minqing.ui.issue.NewIssueInput;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody came: who, with what, and whether it is registered as an issue at once. */
final class CallerDialog extends Dialog {
    private static final int TITLE = 60;

    private final Duties duties;
    private final Issues issues;
    private final Households households;
    private final CampaignView campaign;
    private final Duty duty;
    private final WorkItem item;
    private final Runnable done;
    private final UUID key = Ids.next();
    private final ComboBox<HouseholdSummary> household = new ComboBox<>();
    private final TextArea words = PageParts.area("duty.caller.words", Duties.CALLER);
    private final Checkbox register = new Checkbox();
    private final Div matter = new Div();
    private @Nullable IssueForm form;

    CallerDialog(
            Duties duties,
            Issues issues,
            Households households,
            CampaignView campaign,
            Duty duty,
            WorkItem item,
            Runnable done) {
        this.duties = duties;
        this.issues = issues;
        this.households = households;
        this.campaign = campaign;
        this.duty = duty;
        this.item = item;
        this.done = done;
        setHeaderTitle(text("duty.caller.title"));
        setWidth("40rem");
        setMaxWidth("100%");
        household.setLabel(text("duty.caller.household"));
        household.setHelperText(text("duty.caller.household.help"));
        household.setWidthFull();
        household.setClearButtonVisible(true);
        household.setItemLabelGenerator(one -> one.place() + " " + one.number() + " " + one.headName());
        household.setItems(DataProvider.fromFilteringCallbacks(
                this::found, query -> (int) found(query).count()));
        register.setLabel(text("duty.caller.register"));
        register.setHelperText(text("duty.caller.register.help"));
        register.setVisible(false);
        household.addValueChangeListener(event -> householdChosen());
        register.addValueChangeListener(event -> householdChosen());
        add(new Paragraph(text("duty.caller.help")), household, words, register, matter);
        var save = new Button(text("duty.caller.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            save();
            save.setEnabled(true);
        });
        getFooter().add(new Button(text("supervision.cancel"), event -> close()), save);
    }

    private Stream<HouseholdSummary> found(Query<HouseholdSummary, String> query) {
        var typed = query.getFilter().orElse("");
        var rows = typed.isBlank() ? List.<HouseholdSummary>of() : households.search(typed, 20);
        return rows.stream()
                .filter(one -> one.groupCode().startsWith(duty.areaCode()))
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private void householdChosen() {
        var chosen = household.getValue();
        register.setVisible(chosen != null);
        matter.removeAll();
        form = null;
        if (chosen != null && register.getValue()) {
            var next = new IssueForm(issues, campaign, chosen.id());
            var said = words.getValue().strip();
            var empty = NewIssueInput.empty();
            next.setValue(new NewIssueInput(
                    empty.clientKey(),
                    "",
                    said.length() > TITLE ? said.substring(0, TITLE) : said,
                    said,
                    false,
                    "",
                    null,
                    "",
                    ""));
            form = next;
            matter.add(next);
        }
    }

    private void save() {
        var chosen = household.getValue();
        var current = form;
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("words", words);
        if (current != null) {
            if (!current.validate()) {
                return;
            }
            fields.putAll(current.fields());
        }
        if (Notices.attempt(fields, () -> {
            var issue = current == null || chosen == null
                    ? null
                    : issues.register(
                            current.value().of(campaign.id(), chosen.id()).by(Channel.DUTY_DAY));
            var said = words.getValue().isBlank() && current != null
                    ? current.value().title()
                    : words.getValue();
            duties.addCaller(item.id(), key, chosen == null ? null : chosen.id(), said, issue);
        })) {
            close();
            done.run();
        }
    }
}

package cn.minqing.ui.visit;

import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.issue.IssueForm;
import cn.minqing.ui.issue.NewIssueInput;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What they raise: as many matters as there are, each in its own form. */
final class IssuesEditor extends Div {
    private final Issues issues;
    private final CampaignView campaign;
    private final UUID householdId;
    private final List<Entry> entries = new ArrayList<>();
    private final Div rows = new Div();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable LocalDraft draft;

    private record Entry(IssueForm form, Div place, H3 title, Button remove) {}

    IssuesEditor(Issues issues, CampaignView campaign, UUID householdId) {
        this.issues = issues;
        this.campaign = campaign;
        this.householdId = householdId;
        addClassName("form-group");
        rows.addClassName("form-rows");
        var more = new Button(getTranslation("sheet.issues.add"), VaadinIcon.PLUS.create(), event -> {
            var entry = add(NewIssueInput.empty());
            entry.place().scrollIntoView();
            changed();
        });
        add(rows, more);
    }

    /** What stands in the forms; forms with nothing in them do not count. */
    List<NewIssueInput> values() {
        return filled().stream().map(entry -> entry.form().value()).toList();
    }

    List<NewIssue> issues() {
        return values().stream()
                .map(input -> input.of(campaign.id(), householdId))
                .toList();
    }

    /** What is missing, at {@code issues[i].<field>}. */
    Map<String, Message> faults() {
        var faults = new LinkedHashMap<String, Message>();
        var filled = filled();
        for (var i = 0; i < filled.size(); i++) {
            var prefix = "issues[" + i + "].";
            filled.get(i).form().faults().forEach((field, message) -> faults.put(prefix + field, message));
        }
        return faults;
    }

    void restore(List<NewIssueInput> kept) {
        entries.clear();
        rows.removeAll();
        kept.forEach(this::add);
    }

    void addChangeListener(Runnable listener) {
        listeners.add(listener);
    }

    void keepIn(LocalDraft localDraft) {
        draft = localDraft;
        entries.forEach(this::keep);
    }

    /** Shows faults at {@code issues[i].<field>} and takes them out of the map. */
    void showFaults(Map<String, Message> faults) {
        var filled = filled();
        for (var i = 0; i < filled.size(); i++) {
            var prefix = "issues[" + i + "].";
            var fields = filled.get(i).form().fields();
            Notices.clear(fields);
            fields.forEach((name, field) -> {
                var fault = faults.remove(prefix + name);
                if (fault != null) {
                    field.setErrorMessage(Notices.text(fault));
                    field.setInvalid(true);
                }
            });
        }
    }

    /** For copying elsewhere. */
    String asText() {
        var lines = new ArrayList<String>();
        for (var input : values()) {
            lines.add(input.title());
            lines.add(input.description());
            if (!input.answer().isBlank()) {
                lines.add(input.answer());
            }
        }
        return String.join("\n", lines);
    }

    private List<Entry> filled() {
        return entries.stream().filter(entry -> !entry.form().value().isEmpty()).toList();
    }

    private Entry add(NewIssueInput input) {
        var form = new IssueForm(issues, campaign, householdId);
        form.setValue(input);
        form.onChange(() -> {
            Notices.clear(form.fields());
            changed();
        });
        var place = new Div();
        place.addClassName("form-row");
        var title = new H3();
        var remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        var head = new Div(title, remove);
        head.addClassName("section-head");
        place.add(head, form);
        var entry = new Entry(form, place, title, remove);
        remove.addClickListener(event -> {
            entries.remove(entry);
            rows.remove(place);
            number();
            changed();
        });
        entries.add(entry);
        rows.add(place);
        number();
        keep(entry);
        return entry;
    }

    private void number() {
        for (var i = 0; i < entries.size(); i++) {
            entries.get(i).title().setText(getTranslation("sheet.issues.entry", i + 1));
            var label = getTranslation("sheet.issues.remove", i + 1);
            entries.get(i).remove().setAriaLabel(label);
            entries.get(i).remove().setTooltipText(label);
        }
    }

    private void keep(Entry entry) {
        var in = draft;
        if (in == null) {
            return;
        }
        var prefix = "issue/" + entry.form().value().clientKey() + "/";
        entry.form().fields().forEach((name, field) -> {
            if (field instanceof TextField || field instanceof TextArea) {
                watch(in, prefix + name, (Component) field);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <C extends Component & HasValue<?, ?>> void watch(LocalDraft in, String name, Component field) {
        in.watch(name, (C) field);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}

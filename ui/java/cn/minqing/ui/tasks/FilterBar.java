package cn.minqing.ui.tasks;

import cn.minqing.organization.Role;
import cn.minqing.tasklist.SavedFilters;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectMapper;

/** The chips that narrow the list, and those that somebody keeps under a name. */
class FilterBar extends Div {
    private static final int SEARCH_WAIT_MILLIS = 400;
    private static final int MAX_NAME = 20;

    private final transient SavedFilters saved;
    private final transient ObjectMapper json;
    private final transient Consumer<InboxFilter> changed;
    private final Div chips = new Div();
    private final Select<String> kind = new Select<>();
    private final TextField text = new TextField();
    private InboxFilter filter = InboxFilter.ALL;
    private Role role = Role.CADRE;
    private Map<String, String> kinds = Map.of();
    private boolean showing;

    FilterBar(SavedFilters saved, ObjectMapper json, Consumer<InboxFilter> changed) {
        this.saved = saved;
        this.json = json;
        this.changed = changed;
        addClassName("filter-bar");
        chips.addClassName("chips");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation("inbox.filter"));
        kind.setAriaLabel(getTranslation("inbox.filter.kind"));
        kind.setPlaceholder(getTranslation("inbox.filter.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("inbox.filter.anyKind"));
        kind.setItemLabelGenerator(element ->
                element == null ? getTranslation("inbox.filter.anyKind") : kinds.getOrDefault(element, element));
        kind.addValueChangeListener(e -> change(filter.withKind(e.getValue() == null ? "" : e.getValue())));
        text.setAriaLabel(getTranslation("inbox.filter.text"));
        text.setPlaceholder(getTranslation("inbox.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(SEARCH_WAIT_MILLIS);
        text.addValueChangeListener(e -> change(filter.withText(e.getValue().strip())));
        var fields = new Div(kind, text);
        fields.addClassName("filter-fields");
        add(chips, fields);
    }

    void show(InboxFilter shown, Role shownRole, Map<String, String> shownKinds) {
        showing = true;
        filter = shown;
        role = shownRole;
        kinds = shownKinds;
        var choices = new java.util.ArrayList<>(kinds.keySet());
        if (!filter.kind().isEmpty() && !choices.contains(filter.kind())) {
            choices.add(filter.kind());
        }
        kind.setItems(choices);
        kind.setValue(filter.kind().isEmpty() ? null : filter.kind());
        if (!text.getValue().strip().equals(filter.text())) {
            text.setValue(filter.text());
        }
        showing = false;
        showChips();
    }

    private void change(InboxFilter wanted) {
        if (!showing && !wanted.equals(filter)) {
            changed.accept(wanted);
        }
    }

    private void showChips() {
        chips.removeAll();
        for (var due : InboxFilter.Due.values()) {
            chips.add(chip(
                    new Span(getTranslation("inbox.due." + due.name().toLowerCase(Locale.ROOT))),
                    due == InboxFilter.Due.ANY ? filter.isAll() : filter.due() == due,
                    () -> change(
                            due == InboxFilter.Due.ANY
                                    ? InboxFilter.ALL
                                    : filter.withDue(filter.due() == due ? InboxFilter.Due.ANY : due))));
        }
        for (var colour : List.of(WorkItem.Colour.RED, WorkItem.Colour.YELLOW, WorkItem.Colour.BLUE)) {
            chips.add(chip(
                    new LadderMark(LadderMark.Colour.valueOf(colour.name())),
                    filter.colours().contains(colour),
                    () -> change(filter.toggled(colour))));
        }
        for (var kept : saved.of(role)) {
            var content = json.readValue(kept.content(), InboxFilter.class);
            chips.add(chip(new Span(kept.name()), filter.equals(content), () -> change(content)));
            if (filter.equals(content)) {
                chips.add(plain(
                        getTranslation("inbox.filter.forget", kept.name()), VaadinIcon.CLOSE_SMALL.create(), () -> {
                            saved.delete(kept.id());
                            Notices.success("inbox.filter.forgotten", kept.name());
                            showChips();
                        }));
            }
        }
        if (!filter.isAll() && saved.of(role).stream().noneMatch(this::isCurrent)) {
            var keep = new NativeButton(getTranslation("inbox.filter.save"), e -> askName());
            keep.addClassNames("chip", "chip-action");
            chips.add(keep);
        }
    }

    private boolean isCurrent(SavedFilters.SavedFilter kept) {
        return filter.equals(json.readValue(kept.content(), InboxFilter.class));
    }

    private static NativeButton chip(Component content, boolean pressed, Runnable action) {
        var chip = new NativeButton("", e -> action.run());
        chip.add(content);
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return chip;
    }

    private static NativeButton plain(String label, Component icon, Runnable action) {
        var button = new NativeButton("", e -> action.run());
        button.add(icon);
        button.addClassNames("chip", "chip-action");
        button.getElement().setAttribute("aria-label", label);
        button.setTitle(label);
        return button;
    }

    private void askName() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("inbox.filter.saveTitle"));
        var name = new TextField(getTranslation("inbox.filter.name"));
        name.setHelperText(getTranslation("inbox.filter.nameHint"));
        name.setMaxLength(MAX_NAME);
        name.setWidthFull();
        Map<String, HasValidation> fields = Map.of("name", name);
        var ok = new Button(getTranslation("inbox.filter.keep"), e -> {
            if (Notices.attempt(fields, () -> saved.save(role, name.getValue(), json.writeValueAsString(filter)))) {
                dialog.close();
                showChips();
            }
        });
        ok.addThemeNames("primary");
        ok.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        dialog.add(name);
        dialog.getFooter().add(new Button(getTranslation("shell.cancel"), e -> dialog.close()), ok);
        dialog.open();
        name.focus();
    }
}

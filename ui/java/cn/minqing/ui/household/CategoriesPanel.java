package cn.minqing.ui.household;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.household.Categories;
import cn.minqing.platform.AppClock;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vulnerable groups a household belongs to and belonged to, with their days; corrected here (S1.7, S2.5). */
class CategoriesPanel extends Section {
    private final transient Categories categories;
    private final transient AppClock clock;
    private final transient UUID householdId;
    private final transient Runnable changed;
    private final Map<String, String> names = new TreeMap<>();

    CategoriesPanel(
            Categories categories, CampaignTemplates templates, AppClock clock, UUID householdId, Runnable changed) {
        this.categories = categories;
        this.clock = clock;
        this.householdId = householdId;
        this.changed = changed;
        templates.all().stream()
                .flatMap(template -> template.vulnerabilities().stream())
                .forEach((CampaignTemplate.Category one) -> names.putIfAbsent(one.code(), one.name()));
        addClassName("section");
        var head = new Div(new H2(getTranslation("household.categories")));
        head.addClassName("section-head");
        add(head);
        var editable = categories.editable(householdId);
        if (editable) {
            var enter = new Button(getTranslation("household.categories.enter"), event -> open(null));
            enter.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            head.add(enter);
        }
        var entries = categories.of(householdId);
        if (entries.isEmpty()) {
            var none = new Paragraph(getTranslation("household.categories.none"));
            none.addClassName("detail");
            add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        entries.forEach(entry -> list.add(line(entry, editable)));
        add(list);
    }

    private ListItem line(Categories.Entry entry, boolean editable) {
        var name = new Span(names.getOrDefault(entry.code(), entry.code()));
        name.addClassName("name");
        var days = new Span(
                entry.last() == null
                        ? getTranslation("household.categories.since", Dates.date(entry.from(), getLocale()))
                        : getTranslation(
                                entry.current() ? "household.categories.days" : "household.categories.over",
                                Dates.date(entry.from(), getLocale()),
                                Dates.date(entry.last(), getLocale())));
        days.addClassName("detail");
        var item = new ListItem(name, days);
        if (editable) {
            var correct = new Button(getTranslation("household.categories.correct"), event -> open(entry));
            correct.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            correct.setAriaLabel(getTranslation("household.categories.correctOf", name.getText()));
            item.add(correct);
        }
        return item;
    }

    private void open(Categories.@Nullable Entry entry) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(
                getTranslation(entry == null ? "household.categories.enter" : "household.categories.correct"));
        dialog.addClassName("form-dialog");
        dialog.setWidth("min(28rem, 100%)");
        var code = new ComboBox<String>(getTranslation("household.categories.group"));
        code.setItems(names.keySet());
        code.setItemLabelGenerator(one -> names.getOrDefault(one, one));
        code.setRequiredIndicatorVisible(true);
        var from = date("household.categories.from");
        from.setRequiredIndicatorVisible(true);
        from.setMax(clock.today());
        from.setValue(entry == null ? clock.today() : entry.from());
        var last = date("household.categories.last");
        last.setHelperText(getTranslation("household.categories.lastHint"));
        if (entry != null) {
            code.setValue(entry.code());
            code.setReadOnly(true);
            last.setValue(entry.last());
        }
        for (Component field : new Component[] {code, from, last}) {
            field.getStyle().setWidth("100%");
        }
        var body = new Div(code, from, last);
        body.addClassName("form-group");
        dialog.add(body);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("code", code);
        fields.put("from", from);
        fields.put("last", last);
        var save = new Button(getTranslation("household.categories.save"), event -> {
            if (Notices.attempt(fields, () -> save(entry, code.getValue(), from, last))) {
                dialog.close();
                Notices.success("household.categories.saved");
                changed.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("household.cancel"), event -> dialog.close()));
        if (entry != null) {
            dialog.getFooter().add(new Button(getTranslation("household.categories.withdraw"), event -> {
                if (Notices.attempt(() -> categories.withdraw(householdId, entry.id()))) {
                    dialog.close();
                    Notices.success("household.categories.withdrawn");
                    changed.run();
                }
            }));
        }
        dialog.getFooter().add(save);
        dialog.open();
    }

    private void save(Categories.@Nullable Entry entry, @Nullable String code, DatePicker from, DatePicker last) {
        var first = from.getValue() == null ? clock.today() : from.getValue();
        if (entry == null) {
            categories.enter(householdId, code == null ? "" : code, first, last.getValue());
        } else {
            categories.correct(householdId, entry.id(), first, last.getValue());
        }
    }

    private DatePicker date(String label) {
        var picker = new DatePicker(getTranslation(label));
        picker.setLocale(getLocale());
        Calendars.translate(picker);
        return picker;
    }
}

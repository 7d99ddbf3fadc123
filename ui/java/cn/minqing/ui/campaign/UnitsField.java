package cn.minqing.ui.campaign;

import cn.minqing.organization.Unit;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasItemComponents;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Chooses units from a long list: found by part of the name, taken or left all at once. */
@StyleSheet("context://styles/campaign.css")
class UnitsField extends Div {
    /** So few are seen at a glance. */
    private static final int FEW = 12;

    private final List<Unit> all;
    private final CheckboxGroup<Unit> group = new CheckboxGroup<>();
    private final TextField search = new TextField();
    private final Div count = new Div();

    UnitsField(String id, String label, List<Unit> all) {
        this.all = all;
        addClassName("campaign-stack");
        group.setId(id);
        group.setLabel(label);
        group.setItems(all);
        group.setItemLabelGenerator(Unit::name);
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.addClassNames("campaign-columns", "campaign-units");
        group.setWidthFull();
        group.addValueChangeListener(event -> showCount());
        search.setId(id + "-search");
        search.setLabel(getTranslation("campaigns.units.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> filter());
        var take = new Button(getTranslation("campaigns.units.all"), event -> choose(true));
        take.setId(id + "-all");
        var leave = new Button(getTranslation("campaigns.units.none"), event -> choose(false));
        leave.setId(id + "-none");
        take.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        count.setId(id + "-count");
        count.addClassName("muted");
        count.getElement().setAttribute("role", "status");
        var bar = new Div(take, leave, count);
        bar.addClassName("campaign-units-bar");
        search.setVisible(all.size() > FEW);
        add(search, bar, group);
        showCount();
    }

    /** The choice itself, for drafts and faults. */
    CheckboxGroup<Unit> choice() {
        return group;
    }

    /** The chosen units, in the order of the list. */
    List<UUID> chosen() {
        var value = group.getValue();
        return all.stream().filter(value::contains).map(Unit::id).toList();
    }

    private boolean found(Unit unit) {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || unit.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Hides rather than takes away, because what is chosen stays chosen. */
    private void filter() {
        group.getChildren().forEach(child -> {
            if (child instanceof HasItemComponents.ItemComponent<?> box && box.getItem() instanceof Unit unit) {
                child.setVisible(found(unit));
            }
        });
        showCount();
    }

    private void choose(boolean take) {
        var value = new LinkedHashSet<>(group.getValue());
        all.stream().filter(this::found).forEach(unit -> {
            if (take) {
                value.add(unit);
            } else {
                value.remove(unit);
            }
        });
        group.setValue(value);
    }

    private void showCount() {
        var found = all.stream().filter(this::found).count();
        count.setText(
                found == all.size()
                        ? getTranslation(
                                "campaigns.units.count", group.getValue().size(), all.size())
                        : getTranslation(
                                "campaigns.units.found", found, group.getValue().size(), all.size()));
    }
}

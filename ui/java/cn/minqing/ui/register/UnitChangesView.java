package cn.minqing.ui.register;

import cn.minqing.organization.OrganizationImports;
import cn.minqing.organization.OrganizationImports.UnitLine;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.UnitChanges;
import cn.minqing.platform.Ids;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges units into one, or splits one; what moves is shown before it is done (S9.6). */
@Route(value = "admin/units", layout = MainLayout.class)
@Menu(title = "unitChange.title", order = 91.5, icon = "vaadin:split")
@RolesAllowed("ADMINISTRATOR")
class UnitChangesView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;

    private final transient UnitChanges changes;
    private final transient OrganizationImports register;
    private final transient People people;
    private final RadioButtonGroup<UnitChanges.Kind> kind = new RadioButtonGroup<>();
    private final MultiSelectComboBox<UnitLine> sources = new MultiSelectComboBox<>();
    private final ComboBox<UnitLine> source = new ComboBox<>();
    private final CheckboxGroup<Person> movers = new CheckboxGroup<>();
    private final ComboBox<UnitLine> target = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextArea reason = new TextArea();
    private final Div preview = new Div();
    private final Div made = new Div();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private UUID key = Ids.next();

    UnitChangesView(UnitChanges changes, OrganizationImports register, People people) {
        this.changes = changes;
        this.register = register;
        this.people = people;
        addClassNames("page", "page-form");
        var header = new Div(new H1(getTranslation("unitChange.title")));
        header.addClassName("page-header");
        var before = new Section(new H2(getTranslation("unitChange.made")), made);
        before.addClassName("section");
        add(header, new Paragraph(getTranslation("unitChange.explanation")), form(), preview, before);
        fill();
    }

    private Section form() {
        kind.setLabel(getTranslation("unitChange.kind"));
        kind.setItems(UnitChanges.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("unitChange.kind." + one));
        kind.setValue(UnitChanges.Kind.MERGE);
        kind.addValueChangeListener(event -> showFields());
        sources.setLabel(getTranslation("unitChange.sources"));
        source.setLabel(getTranslation("unitChange.source"));
        source.addValueChangeListener(event -> showMovers(event.getValue()));
        movers.setLabel(getTranslation("unitChange.movers"));
        movers.setItemLabelGenerator(person -> person.name() + " " + person.position());
        target.setLabel(getTranslation("unitChange.target"));
        target.setHelperText(getTranslation("unitChange.targetHint"));
        target.setClearButtonVisible(true);
        name.setLabel(getTranslation("unitChange.newName"));
        name.setMaxLength(64);
        target.addValueChangeListener(event -> name.setVisible(event.getValue() == null));
        reason.setLabel(getTranslation("unitChange.why"));
        reason.setHelperText(getTranslation("unitChange.whyHint"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        sources.setItemLabelGenerator(this::label);
        source.setItemLabelGenerator(this::label);
        target.setItemLabelGenerator(this::label);
        var show = new Button(getTranslation("unitChange.preview"), event -> preview());
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var section = new Section(kind, sources, source, movers, target, name, reason, show);
        section.addClassNames("section", "form-group");
        for (Component field : List.of(sources, source, target, name, reason)) {
            field.getStyle().setWidth("100%");
        }
        // What was shown is of what was chosen then.
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(sources, source, movers, target, name, reason)) {
            field.addValueChangeListener(event -> preview.removeAll());
        }
        fields.put("to", target);
        fields.put("name", name);
        fields.put("people", movers);
        fields.put("reason", reason);
        return section;
    }

    private String label(UnitLine unit) {
        return unit.parentName().isEmpty()
                ? unit.name()
                : getTranslation("unitChange.department", unit.parentName(), unit.name());
    }

    /** Everything as it is now, for the next change. */
    private void fill() {
        key = Ids.next();
        var units = register.units();
        sources.clear();
        source.clear();
        target.clear();
        sources.setItems(units);
        source.setItems(units);
        target.setItems(units);
        movers.setItems(List.of());
        name.clear();
        reason.clear();
        preview.removeAll();
        showFields();
        showMade();
    }

    private void showFields() {
        var merging = kind.getValue() == UnitChanges.Kind.MERGE;
        sources.setVisible(merging);
        source.setVisible(!merging);
        movers.setVisible(!merging);
        fields.put("from", merging ? sources : source);
        preview.removeAll();
    }

    private void showMovers(@Nullable UnitLine unit) {
        movers.setItems(
                unit == null
                        ? List.of()
                        : people.ofUnit(unit.id()).stream()
                                .filter(person -> person.unitId().equals(unit.id()))
                                .toList());
    }

    private UnitChanges.Change change() {
        var merging = kind.getValue() == UnitChanges.Kind.MERGE;
        var from = merging
                ? sources.getValue().stream().map(UnitLine::id).toList()
                : source.getValue() == null
                        ? List.<UUID>of()
                        : List.of(source.getValue().id());
        return new UnitChanges.Change(
                key,
                kind.getValue(),
                from,
                target.getValue() == null ? null : target.getValue().id(),
                name.getValue(),
                merging ? List.of() : movers.getValue().stream().map(Person::id).toList(),
                reason.getValue());
    }

    private void preview() {
        preview.removeAll();
        Notices.attempt(fields, () -> {
            var wanted = change();
            var found = changes.preview(wanted);
            var facts = new DescriptionList();
            facts.addClassName("facts");
            found.counts().entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .forEach(entry -> facts.add(new Div(
                            new DescriptionList.Term(getTranslation("unitChange.count." + entry.getKey())),
                            new DescriptionList.Description(String.valueOf(entry.getValue())))));
            var confirm = new Button(getTranslation("unitChange.confirm"), event -> make(wanted));
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            confirm.setDisableOnClick(true);
            var section = new Section(
                    new H2(getTranslation("unitChange.moves")),
                    facts,
                    new Paragraph(getTranslation("unitChange.moves.hint")),
                    confirm);
            section.addClassName("section");
            preview.add(section);
            section.scrollIntoView();
        });
    }

    private void make(UnitChanges.Change wanted) {
        if (Notices.attempt(fields, () -> changes.make(wanted))) {
            Notices.success("unitChange.done");
            fill();
        } else {
            preview.removeAll();
        }
    }

    private void showMade() {
        made.removeAll();
        var before = changes.made(null, PAGE);
        made.setClassName("inbox", !before.isEmpty());
        before.forEach(one -> {
            var what = new Span(getTranslation(
                    "unitChange.line." + one.kind(),
                    one.from().stream().collect(Collectors.joining(getTranslation("shell.listSeparator"))),
                    one.to(),
                    one.people()));
            what.addClassName("what");
            var where = new Span(one.reason());
            where.addClassName("where");
            var when = new Span(getTranslation("unitChange.by", Dates.moment(one.at(), getLocale()), one.by()));
            when.addClassName("due");
            var row = new Div(what, where, when);
            row.addClassNames("inbox-row", "plain-row");
            made.add(row);
        });
        if (made.getComponentCount() == 0) {
            made.add(new Paragraph(getTranslation("unitChange.none")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("unitChange.title") + " · " + getTranslation("shell.product");
    }
}

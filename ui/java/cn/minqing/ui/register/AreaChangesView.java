package cn.minqing.ui.register;

import cn.minqing.organization.Area;
import cn.minqing.organization.AreaChanges;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.platform.Ids;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a village under another town; what moves is shown before it is done (S9.6). */
@Route(value = "admin/area-changes", layout = MainLayout.class)
@Menu(title = "areaChange.title", order = 91.6, icon = "vaadin:map-marker")
@RolesAllowed("ADMINISTRATOR")
class AreaChangesView extends Div implements HasDynamicTitle {
    private final transient AreaChanges changes;
    private final ComboBox<Area> village;
    private final ComboBox<Area> town;
    private final TextField code = new TextField();
    private final TextArea reason = new TextArea();
    private final Div preview = new Div();
    private final transient Map<String, HasValidation> fields;
    private UUID key = Ids.next();

    AreaChangesView(AreaChanges changes, Areas areas) {
        this.changes = changes;
        village = choice(areas, AreaLevel.VILLAGE, "areaChange.village");
        town = choice(areas, AreaLevel.TOWN, "areaChange.town");
        town.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                code.setHelperText(
                        getTranslation("areaChange.codeHint", event.getValue().code()));
            }
        });
        code.setLabel(getTranslation("areaChange.code"));
        code.setMaxLength(AreaLevel.VILLAGE.codeLength());
        code.setAllowedCharPattern("\\d");
        code.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("unitChange.why"));
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        fields = Map.of("village", village, "town", town, "code", code, "reason", reason);
        var show = new Button(getTranslation("unitChange.preview"), event -> preview());
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Section(village, town, code, reason, show);
        form.addClassNames("section", "form-group");
        for (Component field : List.of(village, town, code, reason)) {
            field.getStyle().setWidth("100%");
        }
        addClassNames("page", "page-form");
        var header = new Div(new H1(getTranslation("areaChange.title")));
        header.addClassName("page-header");
        add(header, new Paragraph(getTranslation("areaChange.explanation")), form, preview);
    }

    private ComboBox<Area> choice(Areas areas, AreaLevel level, String label) {
        var box = new ComboBox<Area>(getTranslation(label));
        box.setItemLabelGenerator(area -> areas.place(area.code()) + " " + area.code());
        box.setItems(query ->
                areas.ofLevel(level, query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        box.setRequiredIndicatorVisible(true);
        return box;
    }

    private AreaChanges.Change change() {
        return new AreaChanges.Change(
                key,
                village.getOptionalValue().map(Area::id).orElse(null),
                town.getOptionalValue().map(Area::id).orElse(null),
                code.getValue().strip(),
                reason.getValue());
    }

    private void preview() {
        preview.removeAll();
        var change = change();
        Notices.attempt(fields, () -> {
            var counts = changes.preview(change).counts();
            var list = new DescriptionList();
            list.addClassName("facts");
            counts.forEach((what, count) -> list.add(new Div(
                    new DescriptionList.Term(getTranslation("areaChange.count." + what)),
                    new DescriptionList.Description(String.valueOf(count)))));
            var confirm = new Button(getTranslation("unitChange.confirm"));
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            confirm.setDisableOnClick(true);
            confirm.addClickListener(event -> make(change, confirm));
            var section = new Section(
                    new H2(getTranslation("unitChange.moves")),
                    new Paragraph(getTranslation("areaChange.moves.hint")),
                    list,
                    confirm);
            section.addClassName("section");
            preview.add(section);
        });
    }

    private void make(AreaChanges.Change change, Button confirm) {
        if (Notices.attempt(fields, () -> changes.make(change))) {
            Notices.success("areaChange.done");
            key = Ids.next();
            village.clear();
            town.clear();
            code.clear();
            reason.clear();
            preview.removeAll();
        } else {
            confirm.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("areaChange.title") + " · " + getTranslation("shell.product");
    }
}

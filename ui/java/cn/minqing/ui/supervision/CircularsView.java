package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Unit;
import cn.minqing.supervision.Circular;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.Supervision;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Circulars about units: models to follow, and what has to become better. Newest first, never a ranking. */
@StyleSheet("context://styles/supervision.css")
@Route("circulars")
@Menu(title = "circular.list", order = 45, icon = "vaadin:newspaper")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "DEPARTMENT_HANDLER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class CircularsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;

    private final Circulars circulars;
    private final Supervision supervision;
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private final Map<String, NativeButton> chips = new LinkedHashMap<>();
    private @Nullable CircularKind kind;
    private @Nullable UUID after;

    CircularsView(Circulars circulars, Supervision supervision) {
        this.circulars = circulars;
        this.supervision = supervision;
        addClassNames("page", "supervision");
        var campaigns = supervision.campaigns().stream()
                .filter(campaign -> supervision.orders(campaign.id()))
                .toList();
        var write = new Button(text("circular.new"), event -> write(campaigns).open());
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setVisible(!campaigns.isEmpty());
        add(Parts.header(text("circular.list"), text("circular.rule"), write));
        var row = new Div();
        row.addClassName("chips");
        chip(row, "ALL", null);
        chip(row, "PRAISE", CircularKind.PRAISE);
        chip(row, "CRITICISM", CircularKind.CRITICISM);
        more.addClickListener(event -> load());
        add(row, list, more);
        reload();
    }

    private void chip(Div row, String name, @Nullable CircularKind wanted) {
        var chip = new NativeButton(text("circular.kind." + name), event -> {
            kind = wanted;
            reload();
        });
        chip.addClassName("chip");
        chips.put(name, chip);
        row.add(chip);
    }

    private void reload() {
        chips.forEach((name, chip) -> chip.getElement()
                .setAttribute("aria-pressed", String.valueOf(name.equals(kind == null ? "ALL" : kind.name()))));
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = circulars.page(kind, after, PAGE);
        page.rows().forEach(circular -> list.add(card(circular)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("circular.empty"));
        }
    }

    private Component card(Circular circular) {
        var meta = new Div(
                Parts.tag(text("circular.kind." + circular.kind())),
                new Span(circular.number()),
                new Span(circular.unit()),
                new Span(Dates.moment(circular.issuedAt(), Parts.locale())),
                new Span(circular.issuedBy() == null ? text("notice.byLadder") : circular.issuedBy()));
        meta.addClassName("page-meta");
        var card = new Section(new H2(circular.title()), meta);
        card.addClassName("section");
        circular.text().lines().filter(line -> !line.isBlank()).forEach(line -> card.add(new Paragraph(line)));
        card.add(new DownloadButton(
                text("circular.pdf"), Pdf.download(circular.title(), () -> circulars.pdf(circular.id()))));
        return card;
    }

    private FormDialog write(List<CampaignView> campaigns) {
        var campaign = new Select<CampaignView>();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        var unit = new Select<Unit>();
        unit.setLabel(text("circular.field.unit"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        campaign.addValueChangeListener(
                event -> unit.setItems(supervision.units(event.getValue().id())));
        campaign.setValue(campaigns.getFirst());
        var what = new Select<CircularKind>();
        what.setLabel(text("circular.field.kind"));
        what.setItems(CircularKind.PRAISE, CircularKind.CRITICISM);
        what.setItemLabelGenerator(one -> text("circular.kind." + one));
        what.setValue(CircularKind.PRAISE);
        var title = new TextField(text("circular.field.title"));
        title.setWidthFull();
        title.setMaxLength(100);
        title.setManualValidation(true);
        var words = Parts.area("circular.field.text", 2000);
        words.setMinRows(6);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("campaign", campaign);
        fields.put("kind", what);
        fields.put("unit", unit);
        fields.put("title", title);
        fields.put("text", words);
        return new FormDialog(
                "circular.write",
                fields,
                () -> circulars.issue(
                        campaign.getValue().id(),
                        what.getValue(),
                        unit.getValue() == null ? null : unit.getValue().id(),
                        title.getValue(),
                        words.getValue()),
                this::reload);
    }

    @Override
    public String getPageTitle() {
        return text("circular.list");
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Participants;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.FormDialog;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows who is linked with which place, and lets the office change it. */
@Component
class PointsPanel {
    /** With this few units nothing is folded away. */
    private static final int FEW = 3;

    private final ContactPoints points;
    private final Participants participants;
    private final Balances balances;

    PointsPanel(ContactPoints points, Participants participants, Balances balances) {
        this.points = points;
        this.participants = participants;
        this.balances = balances;
    }

    /** Of one unit, to be read. */
    Div ofUnit(CampaignView campaign, UUID unitId) {
        return new Panel(campaign, unitId, false);
    }

    /** Of all units, to be changed. */
    Div ofAll(CampaignView campaign) {
        return new Panel(campaign, null, true);
    }

    /** The table of units, cadres and their places that goes with a notice (S2.10). */
    DownloadButton excel(Div page, CampaignView campaign) {
        var columns = List.<Excel.Column<ContactPoints.Line>>of(
                Excel.Column.of(page.getTranslation("campaigns.excel.unit"), 20, ContactPoints.Line::unitName),
                Excel.Column.of(page.getTranslation("campaigns.excel.cadre"), 12, ContactPoints.Line::personName),
                Excel.Column.of(
                        page.getTranslation("campaigns.points.kind"),
                        10,
                        line -> page.getTranslation(
                                "campaigns.points.kind." + line.point().kind())),
                Excel.Column.of(page.getTranslation("campaigns.points.place"), 28, ContactPoints.Line::place),
                Excel.Column.of(
                        page.getTranslation("campaigns.points.purpose"),
                        24,
                        line -> line.point().purpose()),
                Excel.Column.of(
                        page.getTranslation("campaigns.excel.from"),
                        12,
                        line -> line.point().from()));
        var button = new DownloadButton(
                page.getTranslation("campaigns.points.excel"),
                Excel.download(
                        page.getTranslation("campaigns.points.excelName", campaign.name()),
                        columns,
                        () -> points.lines(campaign.id(), null).iterator()));
        button.setId("points-excel");
        return button;
    }

    private final class Panel extends Div {
        private final CampaignView campaign;
        private final @Nullable UUID unitId;
        private final boolean editable;

        Panel(CampaignView campaign, @Nullable UUID unitId, boolean editable) {
            this.campaign = campaign;
            this.unitId = unitId;
            this.editable = editable;
            addClassName("campaign-contacts");
            setId("contact-points");
            show();
        }

        private void show() {
            removeAll();
            var byUnit = new LinkedHashMap<UUID, List<ContactPoints.Line>>();
            points.lines(campaign.id(), unitId)
                    .forEach(line -> byUnit.computeIfAbsent(line.point().unitId(), id -> new java.util.ArrayList<>())
                            .add(line));
            byUnit.values().forEach(lines -> add(details(lines, byUnit.size() <= FEW)));
            if (byUnit.isEmpty()) {
                add(Pieces.muted(getTranslation("campaigns.points.none")));
            }
            if (editable) {
                var add = new Button(getTranslation("campaigns.points.add"), event -> addForm());
                add.setId("point-add");
                add(new Div(add));
            }
        }

        private Details details(List<ContactPoints.Line> lines, boolean open) {
            var summary = new Div(
                    Pieces.span("campaign-unit", lines.getFirst().unitName()),
                    Pieces.span("muted", getTranslation("campaigns.points.count", lines.size())));
            summary.addClassName("campaign-unit-summary");
            var content = new Div();
            content.addClassName("campaign-cadres");
            var details = new Details(summary, content);
            details.setWidthFull();
            details.addOpenedChangeListener(event -> {
                if (event.isOpened() && content.getComponentCount() == 0) {
                    lines.forEach(line -> content.add(row(line)));
                }
            });
            if (open) {
                lines.forEach(line -> content.add(row(line)));
                details.setOpened(true);
            }
            return details;
        }

        private Div row(ContactPoints.Line line) {
            var who = line.personName().isEmpty() ? getTranslation("campaigns.points.ofUnit") : line.personName();
            var what = new Div(
                    Pieces.span("campaign-cadre-name", who),
                    Pieces.span(
                            "muted",
                            getTranslation(
                                    "campaigns.points.line",
                                    getTranslation("campaigns.points.kind."
                                            + line.point().kind()),
                                    line.place(),
                                    line.point().purpose())));
            what.addClassName("campaign-cadre-head");
            var row = new Div(what);
            row.addClassName("campaign-cadre");
            if (editable) {
                var change = new Button(getTranslation("campaigns.points.give"), event -> giveForm(line));
                change.setAriaLabel(getTranslation("campaigns.points.giveOf", who, line.place()));
                var end = new Button(getTranslation("campaigns.points.end"), event -> {
                    if (Notices.attempt(() -> points.end(line.point().id()))) {
                        Notices.success("campaigns.points.ended");
                        show();
                    }
                });
                end.setAriaLabel(getTranslation("campaigns.points.endOf", who, line.place()));
                var buttons = new Div(change, end);
                buttons.addClassName("campaign-homes");
                row.add(buttons);
            }
            return row;
        }

        private void addForm() {
            var unit = unitField();
            var person = personField();
            unit.addValueChangeListener(event -> people(person, event.getValue()));
            var kind = new Select<ContactPoint.Kind>();
            kind.setId("point-kind");
            kind.setLabel(getTranslation("campaigns.points.kind"));
            kind.setItems(ContactPoint.Kind.values());
            kind.setItemLabelGenerator(one -> getTranslation("campaigns.points.kind." + one));
            var place = new ComboBox<ContactPoints.Place>(getTranslation("campaigns.points.place"));
            place.setId("point-place");
            place.setItemLabelGenerator(ContactPoints.Place::name);
            kind.addValueChangeListener(event -> place.setItems(points.places(campaign.id(), event.getValue())));
            kind.setValue(ContactPoint.Kind.VILLAGE);
            var purpose = new TextField(getTranslation("campaigns.points.purpose"));
            purpose.setMaxLength(32);
            Map<String, HasValidation> fields = new LinkedHashMap<>();
            fields.put("unitId", unit);
            fields.put("personId", person);
            fields.put("kind", kind);
            fields.put("placeId", place);
            fields.put("purpose", purpose);
            new FormDialog(
                            "campaigns.points.form",
                            fields,
                            () -> points.add(
                                    campaign.id(),
                                    kind.getValue(),
                                    chosen(unit),
                                    id(person),
                                    placeOf(place),
                                    purpose.getValue()),
                            this::show)
                    .open();
        }

        private void giveForm(ContactPoints.Line line) {
            var unit = unitField();
            var person = personField();
            unit.addValueChangeListener(event -> people(person, event.getValue()));
            Map<String, HasValidation> fields = new LinkedHashMap<>();
            fields.put("unitId", unit);
            fields.put("personId", person);
            new FormDialog(
                            "campaigns.points.giveForm",
                            fields,
                            () -> points.give(line.point().id(), chosen(unit), id(person)),
                            this::show)
                    .open();
        }

        private ComboBox<Balances.UnitBalance> unitField() {
            var unit = new ComboBox<Balances.UnitBalance>(
                    getTranslation("campaigns.points.unit"),
                    balances.balance(campaign.id()).units());
            unit.setId("point-unit");
            unit.setItemLabelGenerator(Balances.UnitBalance::unitName);
            return unit;
        }

        private ComboBox<Participants.Participant> personField() {
            var person = new ComboBox<Participants.Participant>(getTranslation("campaigns.points.person"));
            person.setId("point-person");
            person.setHelperText(getTranslation("campaigns.points.person.help"));
            person.setItemLabelGenerator(Participants.Participant::name);
            person.setClearButtonVisible(true);
            return person;
        }

        private void people(ComboBox<Participants.Participant> field, Balances.@Nullable UnitBalance unit) {
            field.setItems(unit == null ? List.of() : participants.ofUnit(campaign.id(), unit.unitId()));
        }

        private static UUID chosen(ComboBox<Balances.UnitBalance> unit) {
            if (unit.getValue() == null) {
                throw UserError.invalid(Map.of("unitId", Message.of("campaign.point.unit")));
            }
            return unit.getValue().unitId();
        }

        private static UUID placeOf(ComboBox<ContactPoints.Place> place) {
            if (place.getValue() == null) {
                throw UserError.invalid(Map.of("placeId", Message.of("campaign.point.place")));
            }
            return place.getValue().id();
        }

        private static @Nullable UUID id(ComboBox<Participants.Participant> person) {
            return person.getValue() == null ? null : person.getValue().personId();
        }
    }
}

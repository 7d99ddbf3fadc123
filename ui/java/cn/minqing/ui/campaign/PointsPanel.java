package cn.minqing.ui.campaign;

import cn.minqing.campaign.AnnexPaper;
import cn.minqing.campaign.Balances;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Participants;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.FormDialog;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
    /** So many places of a unit are laid out at a time. */
    private static final int PAGE = 50;

    private final ContactPoints points;
    private final Participants participants;
    private final Balances balances;
    private final AnnexPaper annex;

    PointsPanel(ContactPoints points, Participants participants, Balances balances, AnnexPaper annex) {
        this.points = points;
        this.participants = participants;
        this.balances = balances;
        this.annex = annex;
    }

    /** Of one unit, to be read. */
    Div ofUnit(CampaignView campaign, UUID unitId) {
        return new Panel(campaign, unitId, false);
    }

    /** Of all units, to be changed. */
    Div ofAll(CampaignView campaign) {
        return new Panel(campaign, null, true);
    }

    /** The table that goes with a notice (S2.10): who is linked with which places and households; file and paper. */
    Div annex(Div page, CampaignView campaign) {
        var separator = page.getTranslation("shell.listSeparator");
        var columns = List.<Excel.Column<AnnexPaper.Line>>of(
                Excel.Column.of(page.getTranslation("campaigns.excel.unit"), 20, AnnexPaper.Line::unit),
                Excel.Column.of(page.getTranslation("campaigns.excel.cadre"), 12, AnnexPaper.Line::person),
                Excel.Column.of(
                        page.getTranslation("campaigns.points.heading"),
                        40,
                        line -> String.join(separator, line.places())),
                Excel.Column.of(
                        page.getTranslation("campaigns.contacts.title"),
                        60,
                        line -> String.join(separator, line.households())));
        var name = page.getTranslation("campaigns.points.excelName", campaign.name());
        var excel = new DownloadButton(
                page.getTranslation("campaigns.points.excel"),
                Excel.download(name, columns, () -> annex.lines(campaign.id()).iterator()));
        excel.setId("points-excel");
        var pdf = new DownloadButton(
                page.getTranslation("campaigns.points.pdf"), Pdf.download(name, () -> annex.pdf(campaign.id())));
        pdf.setId("points-pdf");
        var both = new Div(excel, pdf);
        both.addClassName("campaign-homes");
        return both;
    }

    private final class Panel extends Div {
        private final CampaignView campaign;
        private final @Nullable UUID unitId;
        private final boolean editable;
        private final UnitDetails units = new UnitDetails(this::fill);
        private final Paragraph none = Pieces.muted(getTranslation("campaigns.points.none"));

        Panel(CampaignView campaign, @Nullable UUID unitId, boolean editable) {
            this.campaign = campaign;
            this.unitId = unitId;
            this.editable = editable;
            addClassName("campaign-contacts");
            setId("contact-points");
            none.setVisible(false);
            add(none, units);
            if (editable) {
                var add = new Button(getTranslation("campaigns.points.add"), event -> addForm());
                add.setId("point-add");
                add(new Div(add));
            }
            show();
        }

        private void show() {
            var counts = points.counts(campaign.id(), unitId);
            units.show(counts.stream().map(this::entry).toList());
            none.setVisible(counts.isEmpty());
        }

        private UnitDetails.Entry entry(ContactPoints.UnitCount count) {
            return new UnitDetails.Entry(
                    count.unitId(), count.unitName(), getTranslation("campaigns.points.count", count.points()));
        }

        /** The units a change concerns; all of them when one comes or goes. */
        private void changed(UUID... ids) {
            for (var id : ids) {
                var now = points.counts(campaign.id(), id);
                if (now.isEmpty() || !units.lists(id)) {
                    show();
                    return;
                }
                now.forEach(count -> units.refresh(entry(count)));
            }
        }

        private void fill(UUID unit, Div content) {
            page(content, points.lines(campaign.id(), unit));
        }

        private void page(Div content, List<ContactPoints.Line> lines) {
            lines.stream().limit(PAGE).forEach(line -> content.add(row(line)));
            if (lines.size() > PAGE) {
                var more = new Button(getTranslation("campaigns.more"));
                more.addClickListener(event -> {
                    content.remove(more);
                    page(content, lines.subList(PAGE, lines.size()));
                });
                content.add(more);
            }
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
                        changed(line.point().unitId());
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
                            () -> changed(chosen(unit)))
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
                            () -> changed(line.point().unitId(), chosen(unit)))
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

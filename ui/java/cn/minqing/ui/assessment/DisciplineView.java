package cn.minqing.ui.assessment;

import cn.minqing.assessment.Breaches;
import cn.minqing.assessment.Breaches.NewBreach;
import cn.minqing.campaign.CampaignTemplate.Discipline;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.supervision.Supervision;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.UUID;

/** The discipline of a campaign, and the breaches that were recorded; they name units, never persons (S3.8, S8.8). */
@Route("campaign/:campaignId/discipline")
@RolesAllowed({"CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR", "UNIT_LEADER"})
class DisciplineView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int LONGEST = 2000;

    private final Campaigns campaigns;
    private final Breaches breaches;
    private final Supervision supervision;
    private final AppClock clock;
    private String title = "";

    DisciplineView(Campaigns campaigns, Breaches breaches, Supervision supervision, AppClock clock) {
        this.campaigns = campaigns;
        this.breaches = breaches;
        this.supervision = supervision;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(campaigns.view(
                    UUID.fromString(event.getRouteParameters().get("campaignId").orElseThrow(NotFoundException::new))));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(CampaignView campaign) {
        removeAll();
        title = getTranslation("breach.title");
        var discipline = campaign.template().discipline();
        var meta = new Div(new Anchor("campaign/" + campaign.id(), campaign.name()));
        meta.addClassName("page-meta");
        var header = new Div(new H1(title), meta);
        header.addClassName("page-header");
        add(header);
        if (discipline == null) {
            add(empty("breach.none"));
            return;
        }
        if (Actors.current().has(Role.INSPECTOR, campaign.hostUnitId())) {
            var record = new Button(
                    getTranslation("breach.record"),
                    e -> record(campaign, discipline).open());
            record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var actions = new Div(record);
            actions.addClassName("page-actions");
            header.add(actions);
        }
        var lines = new UnorderedList();
        discipline.lines().forEach(line -> lines.add(new ListItem(line)));
        var rules = new Section(new H2(discipline.name()), lines);
        rules.addClassName("section");
        rules.add(new Paragraph(getTranslation(discipline.veto() ? "breach.veto" : "breach.noVeto")));
        add(rules);
        var found = breaches.ofCampaign(campaign.id());
        if (found.isEmpty()) {
            add(empty("breach.empty"));
        }
        found.forEach(breach -> add(new BreachFacts(breach)));
    }

    private Div empty(String key) {
        var empty = new Div(new H2(getTranslation(key)), new Paragraph(getTranslation(key + ".next")));
        empty.addClassName("empty");
        return empty;
    }

    private AskDialog record(CampaignView campaign, Discipline discipline) {
        var key = Ids.next();
        var unit = new Select<Unit>();
        unit.setLabel(getTranslation("breach.unit"));
        unit.setItems(supervision.units(campaign.id()));
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        var line = new Select<String>();
        line.setLabel(getTranslation("breach.line"));
        line.setItems(discipline.lines());
        line.setWidthFull();
        var day = new DatePicker(getTranslation("breach.happenedOn"));
        day.setMax(clock.today());
        day.setValue(clock.today());
        var basis = new TextArea(getTranslation("breach.basis"));
        basis.setHelperText(getTranslation("breach.basis.help"));
        basis.setMaxLength(LONGEST);
        basis.setMinRows(4);
        basis.setWidthFull();
        basis.setManualValidation(true);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("unitId", unit);
        fields.put("line", line);
        fields.put("happenedOn", day);
        fields.put("basis", basis);
        return new AskDialog(
                "breach.new",
                fields,
                () -> breaches.record(
                        campaign.id(),
                        new NewBreach(
                                key,
                                unit.getValue() == null ? key : unit.getValue().id(),
                                line.getValue() == null ? "" : line.getValue(),
                                day.getValue() == null ? clock.today() : day.getValue(),
                                basis.getValue())),
                () -> show(campaign));
    }
}

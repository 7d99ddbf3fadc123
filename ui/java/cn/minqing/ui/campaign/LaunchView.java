package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.household.Households;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Launches a campaign from a template: what, where, when. */
@Route(CampaignNavigation.LAUNCH)
@RolesAllowed("CAMPAIGN_OFFICE")
@StyleSheet("context://styles/campaign.css")
class LaunchView extends Div implements HasDynamicTitle {
    private static final List<Phase> PHASES = List.of(Phase.MOBILIZATION, Phase.IMPLEMENTATION, Phase.ACCEPTANCE);

    private final transient Campaigns campaigns;
    private final transient Areas areas;
    private final transient AppClock clock;

    private final RadioButtonGroup<CampaignTemplate> template = new RadioButtonGroup<>();
    private final Div asks = new Div();
    private final TextField name = new TextField();
    private final Select<Unit> host = new Select<>();
    private final AreaField area;
    private final DatePicker start = date("campaign-start", "campaigns.launch.start");
    private final DatePicker implementation = date("campaign-implementation-start", "campaigns.launch.implementation");
    private final DatePicker acceptance = date("campaign-acceptance-start", "campaigns.launch.acceptance");
    private final DatePicker end = date("campaign-end", "campaigns.launch.end");
    private final UnorderedList phases = new UnorderedList();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private boolean proposing;

    LaunchView(Campaigns campaigns, CampaignTemplates templates, Areas areas, Households households, AppClock clock) {
        this.campaigns = campaigns;
        this.areas = areas;
        this.clock = clock;
        this.area = new AreaField(areas, households);
        addClassNames("page", "page-form");
        setId("campaign-launch-form");
        var header = new Div(new H1(getTranslation("campaigns.launch.title")));
        header.addClassName("page-header");
        header.add(Pieces.span("page-meta", getTranslation("campaigns.launch.intro")));
        add(header);

        var units = campaigns.launchableUnits();
        if (units.isEmpty() || templates.all().isEmpty()) {
            add(Pieces.empty(
                    getTranslation("campaigns.launch.impossible"), getTranslation("campaigns.launch.impossible.why")));
            return;
        }
        fields.put("templateId", template);
        fields.put("name", name);
        fields.put("hostUnitId", host);
        fields.put("areaId", area);
        fields.put("mobilizationStart", start);
        fields.put("implementationStart", implementation);
        fields.put("acceptanceStart", acceptance);
        fields.put("end", end);
        add(what(templates.all()), where(units), when(), bar());
        template.setValue(templates.all().getFirst());
        host.setValue(units.getFirst());
        start.setValue(clock.today());
    }

    private Div what(List<CampaignTemplate> all) {
        template.setId("campaign-template");
        template.setLabel(getTranslation("campaigns.launch.template"));
        template.setItems(all);
        template.setItemLabelGenerator(CampaignTemplate::name);
        template.addValueChangeListener(event -> {
            var chosen = event.getValue();
            if (chosen != null) {
                if (name.isEmpty() || all.stream().anyMatch(one -> one.name().equals(name.getValue()))) {
                    name.setValue(chosen.name());
                }
                describe(chosen);
                propose();
            }
        });
        name.setId("campaign-name");
        name.setLabel(getTranslation("campaigns.launch.name"));
        name.setMaxLength(100);
        name.setWidthFull();
        return Pieces.section(getTranslation("campaigns.launch.what"), template, asks, name);
    }

    private void describe(CampaignTemplate chosen) {
        asks.removeAll();
        asks.add(Pieces.muted(getTranslation("campaigns.launch.source", source(chosen), chosen.version())));
        var lines = new UnorderedList();
        chosen.phases()
                .forEach(phase -> lines.add(new ListItem(getTranslation(
                        "campaigns.launch.phase",
                        phase.name(),
                        phase.days(),
                        String.join(getTranslation("campaigns.semicolon"), phase.work())))));
        var obligations = new UnorderedList();
        chosen.obligations()
                .forEach(one -> obligations.add(
                        new ListItem(getTranslation("campaigns.launch.obligation", one.name(), one.evidence()))));
        var details = new Details(
                getTranslation(
                        "campaigns.launch.asks",
                        chosen.obligations().size(),
                        chosen.issueCategories().size(),
                        chosen.assessment().size()),
                lines,
                new Paragraph(getTranslation("campaigns.launch.obligations")),
                obligations);
        details.setId("campaign-template-details");
        asks.add(details);
    }

    /** The notice or report that asked for such a campaign. */
    private String source(CampaignTemplate chosen) {
        return Objects.requireNonNullElse(chosen.sourceName(), chosen.source());
    }

    private Div where(List<Unit> units) {
        host.setId("campaign-host");
        host.setLabel(getTranslation("campaigns.launch.host"));
        host.setItems(units);
        host.setItemLabelGenerator(Unit::name);
        host.setWidthFull();
        host.setReadOnly(units.size() == 1);
        host.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                area.setTop(areas.get(event.getValue().areaId()));
            }
        });
        area.setId("campaign-area");
        area.setLabel(getTranslation("campaigns.launch.area"));
        area.setHelperText(getTranslation("campaigns.launch.area.help"));
        area.setWidthFull();
        return Pieces.section(getTranslation("campaigns.launch.where"), host, area);
    }

    private Div when() {
        start.addValueChangeListener(event -> propose());
        List.of(implementation, acceptance, end)
                .forEach(field -> field.addValueChangeListener(event -> {
                    if (!proposing) {
                        checkDates();
                    }
                }));
        var dates = new Div(start, implementation, acceptance, end);
        dates.addClassName("campaign-steps");
        phases.setId("campaign-phases");
        return Pieces.section(
                getTranslation("campaigns.launch.when"),
                Pieces.muted(getTranslation("campaigns.launch.when.help")),
                dates,
                phases);
    }

    private Div bar() {
        var launch = new Button(getTranslation("campaigns.launch.submit"), event -> {
            launch();
            event.getSource().setEnabled(true);
        });
        launch.setId("campaign-launch");
        launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        launch.setDisableOnClick(true);
        var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.launch.next")), launch);
        bar.addClassName("action-bar");
        return bar;
    }

    private DatePicker date(String id, String label) {
        var picker = Calendars.translate(new DatePicker(getTranslation(label)));
        picker.setId(id);
        return picker;
    }

    /** Fills the dates with the template's own lengths. */
    private void propose() {
        var chosen = template.getValue();
        var first = start.getValue();
        if (chosen == null || first == null) {
            checkDates();
            return;
        }
        var dates = CampaignDates.proposed(chosen, first);
        proposing = true;
        implementation.setValue(dates.implementationStart());
        acceptance.setValue(dates.acceptanceStart());
        end.setValue(dates.end());
        proposing = false;
        checkDates();
    }

    private Optional<CampaignDates> dates() {
        return start.getValue() == null
                        || implementation.getValue() == null
                        || acceptance.getValue() == null
                        || end.getValue() == null
                ? Optional.empty()
                : Optional.of(new CampaignDates(
                        start.getValue(), implementation.getValue(), acceptance.getValue(), end.getValue()));
    }

    private void checkDates() {
        var checked = new LinkedHashMap<String, HasValidation>();
        List.of("mobilizationStart", "implementationStart", "acceptanceStart", "end")
                .forEach(key -> checked.put(key, fields.get(key)));
        Notices.clear(checked);
        phases.removeAll();
        var dates = dates();
        if (dates.isEmpty()) {
            return;
        }
        var standing = template.getValue() != null && template.getValue().standing() != null;
        dates.get().faults(clock.today(), standing).forEach((key, fault) -> {
            checked.get(key).setErrorMessage(Notices.text(fault));
            checked.get(key).setInvalid(true);
        });
        var firsts = List.of(
                dates.get().mobilizationStart(),
                dates.get().implementationStart(),
                dates.get().acceptanceStart());
        for (var i = 0; i < PHASES.size(); i++) {
            var last = dates.get().lastDayOf(PHASES.get(i));
            var days = ChronoUnit.DAYS.between(firsts.get(i), last) + 1;
            if (days > 0) {
                phases.add(new ListItem(getTranslation(
                        "campaigns.launch.phaseDates",
                        template.getValue() == null
                                ? ""
                                : template.getValue().phase(PHASES.get(i)).name(),
                        Dates.date(firsts.get(i), getLocale()),
                        Dates.date(last, getLocale()),
                        days)));
            }
        }
    }

    private void launch() {
        Notices.attempt(fields, () -> {
            var missing = new LinkedHashMap<String, Message>();
            List.of("mobilizationStart", "implementationStart", "acceptanceStart", "end")
                    .forEach(key -> {
                        if (((DatePicker) fields.get(key)).getValue() == null) {
                            missing.put(key, Message.of("campaigns.dateMissing"));
                        }
                    });
            if (template.getValue() == null) {
                missing.put("templateId", Message.of("campaigns.templateMissing"));
            }
            if (area.getValue() == null) {
                missing.put("areaId", Message.of("campaigns.areaMissing"));
            }
            if (!missing.isEmpty()) {
                throw UserError.invalid(missing);
            }
            var campaign = campaigns.launch(
                    template.getValue().id(),
                    name.getValue(),
                    host.getValue().id(),
                    area.getValue().id(),
                    dates().orElseThrow());
            Notices.success("campaigns.launch.done", campaign.name());
            getUI().ifPresent(ui -> ui.navigate(CampaignNavigation.overview(campaign.id())));
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("campaigns.launch.title") + " · " + getTranslation("shell.product");
    }
}

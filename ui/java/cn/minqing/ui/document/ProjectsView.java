package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.project.FundSource;
import cn.minqing.project.ProjectView;
import cn.minqing.project.Projects;
import cn.minqing.project.Projects.Origin;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Excel.Column;
import cn.minqing.ui.supervision.FormDialog;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The projects of the campaigns somebody has to do with: where each stands and how much of its funds has arrived. */
@StyleSheet("context://styles/supervision.css")
@Route("projects")
@Menu(title = "project.list", order = 48, icon = "vaadin:hammer")
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
class ProjectsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;

    private final transient Projects projects;
    private final transient Areas areas;
    private final transient Dates dates;
    private final transient AppClock clock;
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private @Nullable UUID after;

    ProjectsView(Projects projects, Areas areas, Dates dates, AppClock clock) {
        this.projects = projects;
        this.areas = areas;
        this.dates = dates;
        this.clock = clock;
        addClassNames("page", "supervision");
        var campaigns = projects.proposingIn();
        var propose =
                new Button(text("project.new"), event -> propose(campaigns).open());
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        propose.setVisible(!campaigns.isEmpty());
        var excel =
                new DownloadButton(text("document.excel"), Excel.download(text("project.list"), columns(), this::rows));
        more.addClickListener(event -> load());
        add(Parts.header(text("project.list"), text("project.rule"), excel, propose), list, more);
        reload();
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = projects.page(after, PAGE);
        page.projects().forEach(one -> list.add(line(one)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("project.empty"));
        }
    }

    private Component line(ProjectView one) {
        var what = new Div(new Span(one.name()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                Stream.of(
                                one.unit(),
                                one.place(),
                                text("project.money", one.planned(), one.arrived()),
                                one.result().isEmpty() ? one.reason() : one.result())
                        .filter(words -> !words.isEmpty())
                        .toList())));
        where.addClassName("where");
        var due = new Div(Parts.tag(text("project.state." + one.state())));
        due.addClassName("due");
        if (one.overdue(clock.today())) {
            due.add(Parts.tag(text("document.overdue")));
        }
        due.add(new Span(dates.due(one.due(), Parts.locale())));
        if (projects.mayEnterFunds(one)) {
            due.add(new Button(text("project.funds.open"), event -> funds(one).open()));
        }
        var row = new Div(what, where, due);
        row.addClassName("inbox-row");
        return row;
    }

    private FormDialog funds(ProjectView one) {
        var source = new Select<FundSource>();
        source.setLabel(text("project.fund.source"));
        source.setItems(FundSource.values());
        source.setItemLabelGenerator(item -> text("project.fund." + item));
        source.setWidthFull();
        var amount = new BigDecimalField(text("project.fund.arrived"));
        amount.setManualValidation(true);
        amount.setWidthFull();
        source.addValueChangeListener(event -> amount.setValue(one.funds().stream()
                .filter(fund -> fund.source() == event.getValue())
                .map(fund -> fund.arrived())
                .findFirst()
                .orElse(BigDecimal.ZERO)));
        source.setValue(
                one.funds().isEmpty()
                        ? FundSource.FINANCE
                        : one.funds().getFirst().source());
        return new FormDialog(
                "project.funds",
                fields("source", source, "amount", amount),
                () -> projects.arrived(one.id(), source.getValue(), value(amount)),
                this::reload);
    }

    private FormDialog propose(List<CampaignView> campaigns) {
        var campaign = new Select<CampaignView>();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        var unit = new Select<Unit>();
        unit.setLabel(text("project.unit"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        var area = new Select<Area>();
        area.setLabel(text("project.place"));
        area.setItemLabelGenerator(Area::name);
        area.setWidthFull();
        campaign.addValueChangeListener(event -> {
            var units = projects.inCharge(event.getValue().id());
            unit.setItems(units);
            units.stream().findFirst().ifPresent(unit::setValue);
            var places = new ArrayList<Area>();
            places.add(areas.get(event.getValue().areaId()));
            places.addAll(areas.children(event.getValue().areaId()));
            area.setItems(places);
            area.setValue(places.getFirst());
        });
        campaign.setValue(campaigns.getFirst());
        var name = new TextField(text("project.name"));
        name.setWidthFull();
        name.setMaxLength(Projects.NAME);
        name.setManualValidation(true);
        var content = Parts.area("project.content", Projects.CONTENT);
        var origin = new Select<Origin>();
        origin.setLabel(text("project.origin"));
        origin.setItems(Origin.values());
        origin.setItemLabelGenerator(item -> text("project.origin." + item));
        origin.setValue(Origin.VISIT);
        var issue = new TextField(text("project.issue"));
        issue.setHelperText(text("project.issue.help"));
        issue.setManualValidation(true);
        var due = Calendars.translate(new DatePicker(text("project.due")));
        due.setManualValidation(true);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("campaign", campaign);
        fields.put("unit", unit);
        fields.put("area", area);
        fields.put("name", name);
        fields.put("content", content);
        fields.put("origin", origin);
        fields.put("issue", issue);
        fields.put("due", due);
        var money = new EnumMap<FundSource, BigDecimalField>(FundSource.class);
        for (var source : FundSource.values()) {
            var amount = new BigDecimalField(text("project.fund.planned", text("project.fund." + source)));
            amount.setManualValidation(true);
            money.put(source, amount);
            fields.put(source == FundSource.FINANCE ? "funds" : "funds." + source, amount);
        }
        var key = Ids.next();
        return new FormDialog(
                "project.propose",
                fields,
                () -> {
                    var funds = new EnumMap<FundSource, BigDecimal>(FundSource.class);
                    money.forEach((source, amount) -> funds.put(source, value(amount)));
                    projects.propose(new Projects.Proposal(
                            key,
                            campaign.getValue().id(),
                            unit.getValue().id(),
                            area.getValue().id(),
                            name.getValue(),
                            content.getValue(),
                            origin.getValue(),
                            issue.getValue(),
                            due.getValue(),
                            funds));
                },
                this::reload);
    }

    private static Map<String, HasValidation> fields(
            String first, HasValidation one, String second, HasValidation two) {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put(first, one);
        fields.put(second, two);
        return fields;
    }

    private static BigDecimal value(BigDecimalField field) {
        return field.getValue() == null ? BigDecimal.ZERO : field.getValue();
    }

    private List<Column<ProjectView>> columns() {
        return List.of(
                Column.of(text("project.name"), 30, ProjectView::name),
                Column.of(text("project.unit"), 20, ProjectView::unit),
                Column.of(text("project.place"), 20, ProjectView::place),
                Column.of(text("document.state"), 12, one -> text("project.state." + one.state())),
                Column.of(text("project.due"), 12, ProjectView::due),
                Column.of(text("project.planned"), 14, ProjectView::planned),
                Column.of(text("project.arrived"), 14, ProjectView::arrived),
                Column.of(text("project.result"), 40, ProjectView::result));
    }

    private Iterator<ProjectView> rows() {
        var all = new ArrayList<ProjectView>();
        UUID next = null;
        do {
            var page = projects.page(next, 1000);
            all.addAll(page.projects());
            next = page.next();
        } while (next != null);
        return all.iterator();
    }

    @Override
    public String getPageTitle() {
        return text("project.list");
    }
}

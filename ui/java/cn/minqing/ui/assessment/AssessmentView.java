package cn.minqing.ui.assessment;

import cn.minqing.assessment.AssessmentResult;
import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Polls;
import cn.minqing.assessment.Practices;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryView;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Periods;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.Supervision;
import cn.minqing.ui.component.Chart;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.component.Word;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Excel.Column;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The assessment of a campaign: first the whole, then unit by unit, every figure open to the records it counts. */
@Route("campaign/:campaignId/assessment")
@RolesAllowed({"CAMPAIGN_OFFICE", "LEADING_GROUP", "UNIT_LEADER"})
class AssessmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Campaigns campaigns;
    private final Assessments assessments;
    private final Summaries summaries;
    private final Reports reports;
    private final BehindRecords behind;
    private final Periods periods;
    private final Polls polls;
    private final Circulars circulars;
    private final Supervision supervision;
    private final Practices practices;
    private final AppClock clock;
    private String title = "";

    AssessmentView(
            Campaigns campaigns,
            Assessments assessments,
            Summaries summaries,
            Reports reports,
            BehindRecords behind,
            Periods periods,
            Polls polls,
            Circulars circulars,
            Supervision supervision,
            Practices practices,
            AppClock clock) {
        this.campaigns = campaigns;
        this.assessments = assessments;
        this.summaries = summaries;
        this.reports = reports;
        this.behind = behind;
        this.periods = periods;
        this.polls = polls;
        this.circulars = circulars;
        this.supervision = supervision;
        this.practices = practices;
        this.clock = clock;
        addClassName("page");
    }

    private record UnitLine(@Nullable UUID id, String name, Map<String, AssessmentResult> results) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("campaignId")
                .map(AssessmentView::uuid)
                .orElseThrow(NotFoundException::new);
        var campaign = campaigns.get(id);
        var period = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("period")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(campaign.period());
        show(campaign, period, assessments.of(id, period));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void show(CampaignView campaign, int period, List<AssessmentResult> results) {
        removeAll();
        title = getTranslation("assessment.title", campaign.name());
        var seesAll = Actors.current().has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                || Actors.current().has(Role.LEADING_GROUP, campaign.hostUnitId());
        var units = units(results);

        var meta = new Div(new Anchor("campaign/" + campaign.id(), campaign.name()));
        meta.addClassName("page-meta");
        var actions = new Div();
        actions.addClassName("page-actions");
        if (!results.isEmpty()) {
            actions.add(new DownloadButton(
                    getTranslation("assessment.excel"), Excel.download(title, columns(), () -> results.iterator())));
        }
        if (seesAll && (period == campaign.period() || !results.isEmpty())) {
            actions.add(new DownloadButton(
                    getTranslation("report.download"),
                    Pdf.download(
                            getTranslation("report.file", campaign.name()),
                            () -> period == campaign.period()
                                    ? reports.pdf(campaign.id())
                                    : reports.pdf(campaign.id(), period))));
            actions.add(new DownloadButton(
                    getTranslation("report.download.word"),
                    Word.download(
                            getTranslation("report.file", campaign.name()),
                            () -> period == campaign.period()
                                    ? reports.word(campaign.id())
                                    : reports.word(campaign.id(), period))));
        }
        var header = new Div(new H1(getTranslation("assessment.heading")), meta, actions);
        header.addClassName("page-header");
        add(header);
        if (campaign.period() > 1) {
            add(periods(campaign, period));
        }

        if (results.isEmpty()) {
            var empty = new Div(
                    new H2(getTranslation("assessment.empty")), new Paragraph(getTranslation("assessment.empty.next")));
            empty.addClassName("empty");
            add(empty);
        } else {
            var note = new Div(getTranslation("assessment.rule"));
            note.addClassName("info-note");
            var whole = new Section(
                    new H2(getTranslation("assessment.whole")),
                    new ResultsPanel(
                            campaign.id(),
                            results.stream()
                                    .filter(result -> result.unitId() == null)
                                    .map(result -> seesAll ? result : withoutRecords(result))
                                    .toList(),
                            behind));
            whole.addClassName("section");
            add(note, whole, byUnit(campaign, units));
        }
        var polled = polls.results(campaign.id(), period);
        if (!polled.isEmpty()) {
            add(new PollSection(polled));
        }
        if (!results.isEmpty()) {
            add(new Consequences(campaign, circulars, supervision, practices, clock));
        }
        var handedIn = summaries.ofPeriod(campaign.id(), period);
        if (!handedIn.isEmpty()) {
            add(summaries(handedIn));
        }
    }

    /** A unit leader sees the campaign's figures, but not other units' records. */
    private static AssessmentResult withoutRecords(AssessmentResult result) {
        return new AssessmentResult(
                result.id(),
                result.period(),
                result.unitId(),
                result.unitName(),
                result.item(),
                result.itemName(),
                result.measure(),
                result.numerator(),
                result.denominator(),
                result.rate(),
                result.grade(),
                result.reason(),
                result.source(),
                0);
    }

    /** A standing campaign keeps the results of each period. */
    private Component periods(CampaignView campaign, int shown) {
        var dates = periods.closed(campaign.id()).stream().collect(Collectors.toMap(Periods.Closed::number, p -> p));
        var choice = new Select<Integer>();
        choice.setLabel(getTranslation("assessment.period"));
        choice.setItems(
                IntStream.rangeClosed(1, campaign.period()).boxed().toList().reversed());
        choice.setItemLabelGenerator(number -> {
            var closed = dates.get(number);
            return closed == null
                    ? getTranslation("assessment.period.running", number)
                    : getTranslation("assessment.period.closed", number, closed.start(), closed.end());
        });
        choice.setValue(shown);
        choice.addValueChangeListener(e -> getUI().ifPresent(ui -> ui.navigate(
                "campaign/" + campaign.id() + "/assessment",
                QueryParameters.of("period", String.valueOf(e.getValue())))));
        return choice;
    }

    private Section byUnit(CampaignView campaign, List<UnitLine> units) {
        var section = new Section(new H2(getTranslation("assessment.byUnit")));
        section.addClassName("section");
        var items = campaign.template().assessment();
        var chart =
                new Chart(getTranslation("assessment.chart", items.getFirst().name()));
        chart.setHeight(Math.max(12, 3 + 2.2 * units.size()) + "rem");
        var shown = new String[] {items.getFirst().id()};
        var chips = new Div();
        chips.addClassName("chips");
        for (var item : items) {
            var chip = new Button(item.name());
            chip.addClassName("chip");
            chip.getElement()
                    .setAttribute("aria-pressed", String.valueOf(item.id().equals(shown[0])));
            chip.addClickListener(e -> {
                shown[0] = item.id();
                chips.getChildren()
                        .forEach(other ->
                                other.getElement().setAttribute("aria-pressed", String.valueOf(other == chip)));
                chart.setLabel(getTranslation("assessment.chart", item.name()));
                chart.setOption(option(units, item.id()));
            });
            chips.add(chip);
        }
        chart.setOption(option(units, shown[0]));
        chart.addItemClickListener(e -> {
            var result = units.get(e.getDataIndex()).results().get(shown[0]);
            if (result != null) {
                behind.open(campaign.id(), result);
            }
        });

        var grid = new Grid<UnitLine>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setItems(units);
        grid.setAllRowsVisible(true);
        grid.addColumn(UnitLine::name)
                .setHeader(getTranslation("assessment.unit"))
                .setWidth("6rem")
                .setFrozen(true)
                .setFlexGrow(1);
        for (var item : items) {
            grid.addComponentColumn(unit -> cell(campaign, unit.results().get(item.id())))
                    .setHeader(item.name())
                    .setWidth("7.5rem")
                    .setFlexGrow(0);
        }
        section.add(chips, chart, grid);
        return section;
    }

    private Component cell(CampaignView campaign, @Nullable AssessmentResult result) {
        if (result == null) {
            return new Span("—");
        }
        var text = Shares.of(result.rate()) + "　" + getTranslation("assessment.grade." + result.grade());
        if (result.against() == 0) {
            return new Span(text);
        }
        var open = new Button(text, e -> behind.open(campaign.id(), result));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.setAriaLabel(result.unitName() + " " + result.itemName() + " " + text);
        return open;
    }

    private Section summaries(List<SummaryView> handedIn) {
        var section = new Section(new H2(getTranslation("assessment.summaries")));
        section.addClassName("section");
        for (var summary : handedIn) {
            var line = new Div(
                    new Span(summary.unitName() + "　" + getTranslation("summary.state." + summary.state())),
                    new DownloadButton(
                            getTranslation("assessment.pdf"),
                            Pdf.download(
                                    getTranslation("summary.file", summary.unitName()),
                                    () -> summaries.pdf(summary.id()))));
            line.addClassName("section-head");
            section.add(line);
        }
        return section;
    }

    private static List<UnitLine> units(List<AssessmentResult> results) {
        var units = new LinkedHashMap<UUID, UnitLine>();
        for (var result : results) {
            if (result.unitId() != null) {
                units.computeIfAbsent(result.unitId(), id -> new UnitLine(id, result.unitName(), new LinkedHashMap<>()))
                        .results()
                        .put(result.item(), result);
            }
        }
        return List.copyOf(units.values());
    }

    private static ObjectNode option(List<UnitLine> units, String item) {
        var option = JSON.objectNode();
        option.putObject("grid")
                .put("left", 8)
                .put("right", 56)
                .put("top", 8)
                .put("bottom", 24)
                .put("containLabel", true);
        option.putObject("xAxis").put("type", "value").put("min", 0).put("max", 100);
        var names = option.putObject("yAxis")
                .put("type", "category")
                .put("inverse", true)
                .putArray("data");
        var series = option.putArray("series").addObject().put("type", "bar").put("barMaxWidth", 20);
        series.putObject("label").put("show", true).put("position", "right").put("formatter", "{c}%");
        var data = series.putArray("data");
        for (var unit : units) {
            names.add(unit.name());
            var result = unit.results().get(item);
            var rate = result == null ? null : result.rate();
            if (rate == null) {
                data.addNull();
            } else {
                data.add(Math.floor(rate * 1000) / 10);
            }
        }
        return option;
    }

    private List<Column<AssessmentResult>> columns() {
        return List.of(
                Column.of(
                        getTranslation("assessment.unit"),
                        24,
                        result -> result.unitId() == null ? getTranslation("assessment.whole") : result.unitName()),
                Column.of(getTranslation("assessment.item"), 16, AssessmentResult::itemName),
                Column.of(getTranslation("assessment.denominator"), 10, AssessmentResult::denominator),
                Column.of(getTranslation("assessment.numerator"), 10, AssessmentResult::numerator),
                Column.of(getTranslation("assessment.rate"), 10, result -> Shares.of(result.rate())),
                Column.of(
                        getTranslation("assessment.grade"),
                        8,
                        result -> getTranslation("assessment.grade." + result.grade())),
                Column.of(getTranslation("assessment.reason"), 40, AssessmentResult::reason),
                Column.of(getTranslation("assessment.source"), 16, AssessmentResult::source));
    }
}

package cn.minqing.ui.ledger;

import static cn.minqing.ui.ledger.LedgerTexts.text;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.IssueState;
import cn.minqing.ledger.LedgerFilter;
import cn.minqing.ledger.Ledgers;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ledger as it stands now, with the columns of S7.8; every line leads to its issue. */
@Route("ledger")
@Menu(title = "ledger.title", order = 32, icon = "vaadin:notebook")
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
@StyleSheet("context://styles/ledger.css")
class LedgerView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int EXCEL_PAGE = 500;

    private final Ledgers ledgers;
    private final Areas areas;
    private final AppClock clock;
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<CampaignTemplate.LedgerClass> ledgerClass = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<IssueState> state = new Select<>();
    private final Select<cn.minqing.issue.Route> route = new Select<>();
    private final Select<YearMonth> month = new Select<>();
    private final TextField responsible = new TextField();
    private final Span count = new Span();
    private final Span onTheSpot = new Span();
    private final LedgerTexts.Table table = new LedgerTexts.Table(
            "ledger.number",
            "ledger.class",
            "ledger.applicant",
            "ledger.matter",
            "ledger.owner",
            "ledger.deadline",
            "ledger.handling");
    private final Div list = new Div();
    private final Button more = new Button();

    private @Nullable UUID after;
    private boolean filling;

    LedgerView(Ledgers ledgers, Areas areas, AppClock clock) {
        this.ledgers = ledgers;
        this.areas = areas;
        this.clock = clock;
        addClassNames("page", "page-wide", "ledger-page");
        var known = ledgers.campaigns();
        count.getElement().setAttribute("role", "status");
        var meta = new Div(count, onTheSpot);
        meta.addClassName("page-meta");
        var header = new Div(new H1(text("ledger.title")), meta);
        header.addClassName("page-header");
        add(header);
        if (known.isEmpty()) {
            add(LedgerTexts.empty("ledger.noCampaign", "ledger.noCampaignHint"));
            return;
        }
        var actions = new Div(
                new Anchor("ledger-freezes", text("ledger.freezes")),
                new DownloadButton(text("ledger.excel"), Excel.download(text("ledger.title"), columns(), this::all)),
                new DownloadButton(
                        text("ledger.print"), Pdf.download(text("ledger.title"), () -> ledgers.print(filter()))));
        actions.addClassName("page-actions");
        header.add(actions);

        prepare(campaign, "ledger.campaign", null, CampaignView::name);
        campaign.setItems(known);
        campaign.setVisible(known.size() > 1);
        campaign.addValueChangeListener(e -> fill());
        prepare(ledgerClass, "ledger.class", "ledger.allClasses", CampaignTemplate.LedgerClass::name);
        prepare(area, "ledger.area", "ledger.allAreas", Area::name);
        prepare(state, "ledger.state", "ledger.allStates", one -> text("issue.state." + one));
        state.setItems(IssueState.values());
        prepare(route, "ledger.route", "ledger.allRoutes", one -> text("issue.route." + one));
        route.setItems(java.util.Arrays.stream(cn.minqing.issue.Route.values())
                .filter(one -> one != cn.minqing.issue.Route.ON_THE_SPOT)
                .toList());
        prepare(month, "ledger.month", "ledger.allMonths", LedgerTexts::month);
        responsible.setLabel(text("ledger.responsible"));
        responsible.setClearButtonVisible(true);
        responsible.setMaxLength(40);
        responsible.setValueChangeMode(ValueChangeMode.LAZY);
        responsible.addValueChangeListener(e -> reload());
        var filters = new Div(campaign, ledgerClass, month, area, state, route, responsible);
        filters.addClassName("ledger-filters");
        filters.getElement().setAttribute("role", "group");
        filters.getElement().setAttribute("aria-label", text("ledger.filter"));
        more.setText(text("ledger.more"));
        more.addClickListener(e -> load());
        add(filters, list, more);
        campaign.setValue(known.getFirst());
    }

    private <T> void prepare(Select<T> select, String label, @Nullable String allKey, Function<T, String> words) {
        select.setLabel(text(label));
        if (allKey != null) {
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption(text(allKey));
            select.addValueChangeListener(e -> reload());
        }
        select.setItemLabelGenerator(one -> one == null ? text(allKey == null ? label : allKey) : words.apply(one));
    }

    /** The choices that depend on the campaign. */
    private void fill() {
        filling = true;
        var chosen = campaign.getValue();
        ledgerClass.setItems(ledgers.classes(chosen.id()));
        var below = areas.children(chosen.areaId());
        area.setItems(below);
        area.setVisible(!below.isEmpty());
        var months = new ArrayList<YearMonth>();
        for (var at = YearMonth.from(clock.today());
                !at.isBefore(YearMonth.from(chosen.mobilizationStart()));
                at = at.minusMonths(1)) {
            months.add(at);
        }
        month.setItems(months);
        filling = false;
        reload();
    }

    private LedgerFilter filter() {
        return new LedgerFilter(
                campaign.getValue().id(),
                area.getValue() == null ? "" : area.getValue().code(),
                ledgerClass.getValue() == null ? "" : ledgerClass.getValue().code(),
                state.getValue() == null ? Set.of() : Set.of(state.getValue()),
                route.getValue(),
                month.getValue(),
                responsible.getValue());
    }

    private void reload() {
        if (filling || campaign.getValue() == null) {
            return;
        }
        var filter = filter();
        var total = ledgers.count(filter);
        count.setText(
                total >= WorkItems.COUNT_CAP
                        ? text("ledger.countMany", WorkItems.COUNT_CAP - 1)
                        : text("ledger.count", total));
        onTheSpot.setText(text("ledger.onTheSpot", ledgers.onTheSpot(filter)));
        table.clear();
        after = null;
        list.removeAll();
        load();
        list.add(table.size() == 0 ? LedgerTexts.empty("ledger.empty", "ledger.emptyHint") : table);
    }

    private void load() {
        var page = ledgers.page(filter(), after, PAGE);
        for (var row : page.rows()) {
            var line = row.line();
            var handling = new Div(new Span(LedgerTexts.state(line.state(), line.result())));
            if (line.colour() != cn.minqing.tasklist.WorkItem.Colour.NONE
                    && line.state().onTheClock()) {
                handling.addComponentAsFirst(new LadderMark(
                        LadderMark.Colour.valueOf(line.colour().name()), text("issue.mark." + line.colour())));
            }
            if (!line.answer().isBlank()) {
                handling.add(new Div(LedgerTexts.muted(line.answer())));
            }
            table.row(
                    new Anchor("issue/" + line.id(), line.number()),
                    new Span(row.className()),
                    new Span((line.applicant() + " " + line.place()).strip()),
                    new Span(line.title()),
                    new Span(LedgerTexts.responsible(line)),
                    new Span(Dates.date(line.deadline(), LedgerTexts.locale())),
                    handling);
        }
        after = page.next();
        more.setVisible(after != null);
    }

    private List<Excel.Column<Ledgers.Row>> columns() {
        var locale = LedgerTexts.locale();
        var columns = new ArrayList<Excel.Column<Ledgers.Row>>();
        columns.add(Excel.Column.of(text("ledger.number"), 16, row -> row.line().number()));
        columns.add(Excel.Column.of(text("ledger.class"), 12, Ledgers.Row::className));
        columns.add(
                Excel.Column.of(text("ledger.applicant"), 12, row -> row.line().applicant()));
        columns.add(Excel.Column.of(text("ledger.place"), 24, row -> row.line().place()));
        columns.add(Excel.Column.of(text("ledger.matter"), 36, row -> row.line().title()));
        columns.add(Excel.Column.of(text("ledger.owner"), 24, row -> LedgerTexts.responsible(row.line())));
        columns.add(
                Excel.Column.of(text("ledger.deadline"), 12, row -> row.line().deadline()));
        columns.add(Excel.Column.of(
                text("ledger.handling"),
                18,
                row -> LedgerTexts.state(locale, row.line().state(), row.line().result())));
        columns.add(Excel.Column.of(text("ledger.answer"), 40, row -> row.line().answer()));
        columns.add(Excel.Column.of(
                text("ledger.registeredOn"), 12, row -> row.line().registeredOn()));
        columns.add(
                Excel.Column.of(text("ledger.closedOn"), 12, row -> row.line().closedOn()));
        return columns;
    }

    /** Every row of the filter, a page at a time. */
    private Iterator<Ledgers.Row> all() {
        var filter = filter();
        return new Iterator<>() {
            private Ledgers.Page page = ledgers.page(filter, null, EXCEL_PAGE);
            private int at;

            @Override
            public boolean hasNext() {
                if (at < page.rows().size()) {
                    return true;
                }
                if (page.next() == null) {
                    return false;
                }
                page = ledgers.page(filter, page.next(), EXCEL_PAGE);
                at = 0;
                return hasNext();
            }

            @Override
            public Ledgers.Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.rows().get(at++);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return text("ledger.title");
    }
}

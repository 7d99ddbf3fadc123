package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.IntakePlaces;
import cn.minqing.issue.IssueFilter;
import cn.minqing.issue.IssueRow;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.Issues;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The issues somebody may see, newest first; what the chips choose stands in the address, so that it can be kept. */
@Route("issues")
@Menu(title = "issue.list.title", order = 30, icon = "vaadin:comments")
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
@StyleSheet("context://styles/issue.css")
class IssuesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    /** The chips: what each shows. */
    private enum Chip {
        ALL(Set.of()),
        OPEN(EnumSet.complementOf(EnumSet.of(IssueState.CLOSED, IssueState.WITHDRAWN, IssueState.MERGED))),
        OVERDUE(Set.of()),
        NOT_ACCEPTED(Set.of()),
        MINE(Set.of()),
        HANDLING(EnumSet.of(IssueState.REGISTERED, IssueState.HANDLING, IssueState.EXPLAINING)),
        ESCALATED(EnumSet.of(IssueState.ESCALATED)),
        ANSWERED(EnumSet.of(IssueState.ANSWERED, IssueState.SATISFACTION, IssueState.CLOSING)),
        CLOSED(EnumSet.of(IssueState.CLOSED));

        private final Set<IssueState> states;

        Chip(Set<IssueState> states) {
            this.states = states;
        }
    }

    private final Issues issues;
    private final Dates dates;
    private final Map<Chip, NativeButton> chips = new LinkedHashMap<>();
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<CampaignTemplate.Choice> category = new Select<>();
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final Div list = new Div();
    private final Button more = new Button();

    private final CommonBar common;
    private final Button select = new Button();

    private Chip chosen = Chip.OPEN;
    private boolean selecting;
    private String area = "";
    private @Nullable UUID after;

    IssuesView(Issues issues, CommonProblems problems, IntakePlaces places, Dates dates) {
        this.issues = issues;
        common = new CommonBar(problems, this::stopSelecting);
        this.dates = dates;
        addClassNames("page");

        var excel = new DownloadButton(
                text("issue.list.excel"), Excel.download(text("issue.list.title"), columns(), this::all));
        var actions = new Div(excel);
        actions.addClassName("page-actions");
        select.setText(text("common.select"));
        select.setVisible(problems.mayCreate());
        select.addClickListener(e -> {
            if (common.isVisible()) {
                stopSelecting();
            } else {
                startSelecting();
            }
        });
        actions.add(select);
        if (!places.campaigns().isEmpty()) {
            var register = new Anchor("issues/new", text("intake.open"));
            register.addClassNames("button-link", "button-link-primary");
            actions.add(register);
        }
        count.getElement().setAttribute("role", "status");
        var meta = new Div(count);
        meta.addClassName("page-meta");
        var header = new Div(new H1(text("issue.list.title")), meta, actions);
        header.addClassName("page-header");

        var row = new Div();
        row.addClassName("chips");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", text("issue.list.filter"));
        for (var chip : Chip.values()) {
            var button = new NativeButton(text("issue.chip." + chip), e -> choose(chip));
            button.addClassName("chip");
            chips.put(chip, button);
            row.add(button);
        }

        search.setPlaceholder(text("issue.list.search"));
        search.setAriaLabel(text("issue.list.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> reload());
        var known = issues.campaigns();
        campaign.setItems(known);
        campaign.setEmptySelectionAllowed(true);
        campaign.setEmptySelectionCaption(text("issue.list.allCampaigns"));
        campaign.setItemLabelGenerator(one -> one == null ? text("issue.list.allCampaigns") : one.name());
        campaign.setAriaLabel(text("issue.list.campaign"));
        campaign.setVisible(known.size() > 1);
        campaign.addValueChangeListener(e -> reload());
        category.setItems(known.stream()
                .flatMap(one -> one.template().issueCategories().stream())
                .distinct()
                .toList());
        category.setEmptySelectionAllowed(true);
        category.setEmptySelectionCaption(text("issue.list.allCategories"));
        category.setItemLabelGenerator(one -> one == null ? text("issue.list.allCategories") : one.name());
        category.setAriaLabel(text("issue.form.category"));
        category.addValueChangeListener(e -> reload());
        var fields = new Div(search, category, campaign);
        fields.addClassName("issue-filters");

        list.addClassName("inbox");
        more.setText(text("issue.list.more"));
        more.addClickListener(e -> load());
        add(header, row, fields, list, more, common);
    }

    private void startSelecting() {
        common.start();
        select.setText(text("common.select.cancel"));
        reload();
    }

    private void stopSelecting() {
        common.setVisible(false);
        select.setText(text("common.select"));
        reload();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        parameters.getSingleParameter("show").ifPresent(name -> {
            for (var chip : Chip.values()) {
                if (chip.name().equalsIgnoreCase(name)) {
                    chosen = chip;
                }
            }
        });
        parameters
                .getSingleParameter("category")
                .ifPresent(code -> category.getListDataView()
                        .getItems()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .ifPresent(category::setValue));
        selecting = parameters.getSingleParameter("select").isPresent();
        area = parameters.getSingleParameter("area").orElse("");
        if (!area.isEmpty()) {
            var everywhere = new Anchor("issues", text("issues.everywhere"));
            var note = new Div(new Span(text("issues.within")), everywhere);
            note.addClassName("info-note");
            addComponentAtIndex(1, note);
        }
        parameters
                .getSingleParameter("campaign")
                .ifPresent(id -> campaign.getListDataView()
                        .getItems()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst()
                        .ifPresent(campaign::setValue));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (selecting && select.isVisible()) {
            selecting = false;
            startSelecting();
        }
        reload();
    }

    private void choose(Chip chip) {
        chosen = chip;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(
                        null,
                        "issues?"
                                + QueryParameters.of("show", chip.name().toLowerCase(java.util.Locale.ROOT))
                                        .getQueryString()));
        reload();
    }

    private IssueFilter filter() {
        return new IssueFilter(
                campaign.getValue() == null ? null : campaign.getValue().id(),
                chosen.states,
                null,
                category.getValue() == null ? "" : category.getValue().code(),
                chosen == Chip.OVERDUE,
                chosen == Chip.MINE,
                chosen == Chip.NOT_ACCEPTED ? WorkItem.Colour.BLUE : null,
                area,
                search.getValue());
    }

    private void reload() {
        chips.forEach(
                (chip, button) -> button.getElement().setAttribute("aria-pressed", String.valueOf(chip == chosen)));
        list.removeAll();
        after = null;
        var total = issues.count(filter());
        count.setText(
                total >= WorkItems.COUNT_CAP
                        ? text("issue.list.countMany", WorkItems.COUNT_CAP - 1)
                        : text("issue.list.count", total));
        load();
    }

    private void load() {
        var page = issues.page(filter(), after, PAGE);
        page.rows().forEach(row -> list.add(line(row)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            var empty = new Div(new H3(text("issue.list.empty")), new Paragraph(text("issue.list.emptyHint")));
            empty.addClassName("empty");
            list.add(empty);
        }
    }

    private Component line(IssueRow row) {
        var what = new Div(new Span(row.title()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                IssueTexts.state(row.state()),
                row.place() + row.household(),
                row.firstVisitor(),
                row.number())));
        where.addClassName("where");
        var due = new Div();
        due.addClassName("due");
        var mark = IssueTexts.mark(row.colour(), row.state().onTheClock());
        if (mark != null) {
            due.add(mark, new Span(" "));
        }
        due.add(new Span(
                row.left() == null
                        ? dates.day(row.registeredOn(), IssueTexts.locale())
                        : IssueTexts.left(row.left(), row.calendarDays())));
        due.setTitle(Dates.date(row.deadline(), IssueTexts.locale()));
        var line = new Anchor("issue/" + row.id(), "");
        line.addClassName("inbox-row");
        line.add(what, where, due);
        return common.isVisible() && row.state().onTheClock() ? common.choosable(row, line) : line;
    }

    private List<Excel.Column<IssueRow>> columns() {
        var names = new LinkedHashMap<String, String>();
        issues.campaigns().stream()
                .flatMap(one -> one.template().issueCategories().stream())
                .forEach(choice -> names.put(choice.code(), choice.name()));
        var columns = new ArrayList<Excel.Column<IssueRow>>();
        columns.add(Excel.Column.of(text("issue.column.number"), 16, IssueRow::number));
        columns.add(Excel.Column.of(text("issue.column.title"), 40, IssueRow::title));
        columns.add(Excel.Column.of(
                text("issue.column.category"), 14, row -> names.getOrDefault(row.category(), row.category())));
        columns.add(Excel.Column.of(
                text("issue.column.route"), 12, row -> row.route() == null ? "" : text("issue.route." + row.route())));
        columns.add(Excel.Column.of(text("issue.column.state"), 12, row -> IssueTexts.state(row.state())));
        columns.add(Excel.Column.of(text("issue.column.level"), 8, row -> IssueTexts.level(row.level())));
        columns.add(Excel.Column.of(text("issue.column.household"), 12, IssueRow::household));
        columns.add(Excel.Column.of(text("issue.column.place"), 24, IssueRow::place));
        columns.add(Excel.Column.of(text("issue.column.firstVisitor"), 12, IssueRow::firstVisitor));
        columns.add(Excel.Column.of(text("issue.column.registeredOn"), 12, IssueRow::registeredOn));
        columns.add(Excel.Column.of(text("issue.column.deadline"), 12, IssueRow::deadline));
        columns.add(Excel.Column.of(
                text("issue.column.result"),
                12,
                row -> row.result() == null ? "" : text("issue.result." + row.result())));
        columns.add(Excel.Column.of(
                text("issue.column.satisfied"),
                10,
                row -> row.satisfied() == null ? "" : text(row.satisfied() ? "issue.yes" : "issue.no")));
        columns.add(Excel.Column.of(text("issue.column.reopened"), 10, IssueRow::reopened));
        return columns;
    }

    /** Every row of the filter, a page at a time. */
    private Iterator<IssueRow> all() {
        var filter = filter();
        return new Iterator<>() {
            private Issues.Page page = issues.page(filter, null, 500);
            private int at;

            @Override
            public boolean hasNext() {
                if (at < page.rows().size()) {
                    return true;
                }
                if (page.next() == null) {
                    return false;
                }
                page = issues.page(filter, page.next(), 500);
                at = 0;
                return hasNext();
            }

            @Override
            public IssueRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.rows().get(at++);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return text("issue.list.title");
    }
}

package cn.minqing.ui.household;

import cn.minqing.campaign.CampaignTemplate.Category;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.HouseholdPage;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.household.HouseholdList.Filter;
import cn.minqing.ui.household.HouseholdList.Row;
import cn.minqing.ui.shell.Excel;
import cn.minqing.visit.FileState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The households the current person may see. The address holds the filters, so that a figure can lead to its records. */
@Route("households")
@Menu(title = "household.list.title", order = 20, icon = "vaadin:home")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
@StyleSheet("context://styles/visit.css")
class HouseholdsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    private static final String NOT_STARTED = "NOT_STARTED";

    private final transient HouseholdList list;
    private final transient Areas areas;
    private final transient Campaigns campaigns;

    private final TextField text = new TextField();
    private final Select<String> area = new Select<>();
    private final Select<String> group = new Select<>();
    private final Select<String> state = new Select<>();
    private final NativeButton mine = new NativeButton();
    private final NativeButton struckOff = new NativeButton();
    private final Div rows = new Div();
    private final Div more = new Div();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private transient HouseholdPage.@Nullable Cursor next;
    private boolean filling;

    HouseholdsView(HouseholdList list, Areas areas, Campaigns campaigns) {
        this.list = list;
        this.areas = areas;
        this.campaigns = campaigns;
        addClassName("page");
        var excel = new DownloadButton(
                getTranslation("household.list.excel"),
                Excel.download(getTranslation("household.list.file"), columns(), this::all));
        var actions = new Div(excel);
        actions.addClassName("page-actions");
        var header = new Div(new H1(getTranslation("household.list.title")), actions);
        header.addClassName("page-header");

        text.setPlaceholder(getTranslation("household.list.search"));
        text.setAriaLabel(getTranslation("household.list.search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addClassName("filter-text");
        choice(area, "household.list.area");
        choice(group, "household.list.vulnerability");
        choice(state, "household.list.state");
        state.setItems(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(NOT_STARTED),
                        java.util.Arrays.stream(FileState.values()).map(FileState::name))
                .toList());
        state.setItemLabelGenerator(value -> value == null
                ? getTranslation("household.list.everywhere")
                : value.equals(NOT_STARTED)
                        ? getTranslation("household.list.noFile")
                        : getTranslation("visit.state." + value));
        chip(mine, "household.list.mine");
        chip(struckOff, "household.list.struckOff");
        var selects = new Div(text, area, group, state);
        selects.addClassName("filters");
        var chips = new Div(mine, struckOff);
        chips.addClassName("chips");
        rows.addClassName("inbox");
        more.addClassName("more");
        add(header, selects, chips, rows, more);
        text.addValueChangeListener(event -> changed(event.isFromClient()));
        // Who only has households of their own finds them without.
        var wide = Actors.current().grants().stream().anyMatch(grant -> grant.role() != Role.CADRE);
        List.of(area, group, state, mine).forEach(filter -> filter.setVisible(wide));
    }

    private void choice(Select<String> select, String label) {
        select.setLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("household.list.everywhere"));
        select.addValueChangeListener(event -> changed(event.isFromClient()));
    }

    private void chip(NativeButton chip, String label) {
        chip.setText(getTranslation(label));
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", "false");
        chip.addClickListener(event -> {
            press(chip, !pressed(chip));
            changed(true);
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        filling = true;
        try {
            var wanted = query.getSingleParameter("area").orElse("");
            fillAreas(wanted);
            fillGroups();
            text.setValue(query.getSingleParameter("text").orElse(""));
            area.setValue(wanted.isEmpty() ? null : wanted);
            group.setValue(query.getSingleParameter("vulnerability")
                    .filter(groups::containsKey)
                    .orElse(null));
            state.setValue(
                    query.getSingleParameter("state").filter(this::isState).orElse(null));
            press(mine, query.getSingleParameter("mine").isPresent());
            press(struckOff, query.getSingleParameter("struckOff").isPresent());
        } finally {
            filling = false;
        }
        reload();
    }

    private boolean isState(String value) {
        return value.equals(NOT_STARTED)
                || java.util.Arrays.stream(FileState.values())
                        .anyMatch(known -> known.name().equals(value));
    }

    /** The areas to choose from: the chosen one, what lies above it, and the parts of the lowest. */
    private void fillAreas(String chosen) {
        var options = new LinkedHashMap<String, String>();
        var roots = roots();
        if (!chosen.isEmpty()) {
            areas.path(chosen).stream()
                    .filter(above ->
                            roots.stream().anyMatch(root -> above.code().startsWith(root.code())))
                    .forEach(above -> options.put(above.code(), above.name()));
        }
        var parents = chosen.isEmpty() ? roots : areas.byCode(chosen).stream().toList();
        var below = parents.stream()
                .flatMap(root -> areas.children(root.id()).stream())
                .toList();
        (below.isEmpty() && chosen.isEmpty() ? roots : below).forEach(part -> options.put(part.code(), part.name()));
        if (below.isEmpty() && !chosen.isEmpty()) {
            areas.byCode(chosen)
                    .map(Area::parentId)
                    .ifPresent(parent ->
                            areas.children(parent).forEach(sibling -> options.put(sibling.code(), sibling.name())));
        }
        if (!chosen.isEmpty()) {
            options.putIfAbsent(chosen, areas.place(chosen));
        }
        area.setItems(options.keySet());
        area.setItemLabelGenerator(
                code -> code == null ? getTranslation("household.list.everywhere") : options.getOrDefault(code, code));
    }

    /** Where the person has to do with households: areas they lead and those of their campaigns. */
    private List<Area> roots() {
        var codes = new LinkedHashSet<String>();
        Actors.current().grants().stream()
                .map(Actor.Grant::areaCode)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        campaigns
                .page(null, 20)
                .lines()
                .forEach(line -> codes.add(campaigns.get(line.id()).areaCode()));
        return codes.stream()
                .filter(code -> codes.stream().noneMatch(other -> !other.equals(code) && code.startsWith(other)))
                .flatMap(code -> areas.byCode(code).stream())
                .toList();
    }

    private void fillGroups() {
        groups.clear();
        campaigns
                .page(null, 20)
                .lines()
                .forEach(line -> campaigns.get(line.id()).template().vulnerabilities().stream()
                        .sorted(java.util.Comparator.comparing(Category::code))
                        .forEach(choice -> groups.putIfAbsent(choice.code(), choice.name())));
        group.setItems(groups.keySet());
        group.setItemLabelGenerator(
                code -> code == null ? getTranslation("household.list.everywhere") : groups.getOrDefault(code, code));
    }

    /** Writes the filters into the address; the page fills itself from there. */
    private void changed(boolean byPerson) {
        if (filling || !byPerson) {
            return;
        }
        var query = new LinkedHashMap<String, String>();
        put(query, "text", text.getValue().strip());
        put(query, "area", Objects.toString(area.getValue(), ""));
        put(query, "vulnerability", Objects.toString(group.getValue(), ""));
        put(query, "state", Objects.toString(state.getValue(), ""));
        put(query, "mine", pressed(mine) ? "1" : "");
        put(query, "struckOff", pressed(struckOff) ? "1" : "");
        getUI().ifPresent(ui -> ui.navigate("households", QueryParameters.simple(query)));
    }

    private static void put(Map<String, String> query, String key, String value) {
        if (!value.isEmpty()) {
            query.put(key, value);
        }
    }

    private Filter filter() {
        var wanted = state.getValue();
        return new Filter(
                new HouseholdFilter(
                        Objects.toString(area.getValue(), ""),
                        text.getValue().strip(),
                        Objects.toString(group.getValue(), ""),
                        pressed(struckOff)),
                wanted == null || wanted.equals(NOT_STARTED) ? null : FileState.valueOf(wanted),
                NOT_STARTED.equals(wanted),
                pressed(mine));
    }

    private void reload() {
        rows.removeAll();
        next = null;
        load();
    }

    private void load() {
        var page = list.page(filter(), next, PAGE);
        next = page.next();
        page.rows().forEach(row -> rows.add(line(row)));
        var empty = rows.getElement().getChildCount() == 0;
        rows.setVisible(!empty);
        more.removeAll();
        if (next != null) {
            if (page.rows().isEmpty()) {
                more.add(new Paragraph(getTranslation("household.list.scanned")));
            }
            more.add(new Button(getTranslation("household.list.more"), event -> load()));
        } else if (empty) {
            var clear = new Button(
                    getTranslation("household.list.clear"),
                    event -> getUI().ifPresent(ui -> ui.navigate("households")));
            var words = new Div(
                    new H2(getTranslation("household.list.empty")),
                    new Paragraph(getTranslation("household.list.emptyWhat")),
                    clear);
            words.addClassName("empty");
            more.add(words);
        }
    }

    private Component line(Row row) {
        var household = row.household();
        var what = new Div(new Span(getTranslation("household.list.line", household.headName(), household.number())));
        what.addClassName("what");
        household.vulnerabilities().forEach(code -> {
            var tag = new Span(groups.getOrDefault(code, code));
            tag.addClassName("tag");
            what.add(tag);
        });
        var words = new ArrayList<String>();
        words.add(household.place());
        var contact = row.contact();
        if (contact != null) {
            words.add(getTranslation("household.list.by", contact.personName(), contact.unitName()));
        }
        var where = new Span(String.join(" · ", words));
        where.addClassName("where");
        var due = new Div(new Span(state(row)), new Span(progress(row)));
        due.addClassName("due");
        var link = new Anchor("household/" + household.id());
        link.getElement().setAttribute("router-link", true);
        link.addClassNames("inbox-row", "household-row");
        link.add(what, where, due);
        return link;
    }

    private String state(Row row) {
        return row.file() == null
                ? getTranslation("household.list.noFile")
                : getTranslation("visit.state." + row.file().state());
    }

    private String progress(Row row) {
        return row.file() == null || row.obligations() == 0
                ? ""
                : row.file().obligationsMet() + " / " + row.obligations();
    }

    private List<Excel.Column<Row>> columns() {
        return List.of(
                Excel.Column.of(
                        getTranslation("household.list.number"),
                        10,
                        row -> row.household().number()),
                Excel.Column.of(
                        getTranslation("household.list.head"),
                        12,
                        row -> row.household().headName()),
                Excel.Column.of(
                        getTranslation("household.list.place"),
                        26,
                        row -> row.household().place()),
                Excel.Column.of(
                        getTranslation("household.list.groups"),
                        22,
                        row -> row.household().vulnerabilities().stream()
                                .map(code -> groups.getOrDefault(code, code))
                                .collect(Collectors.joining(getTranslation("sheet.comma")))),
                Excel.Column.of(
                        getTranslation("household.list.contact"),
                        12,
                        row -> row.contact() == null ? null : row.contact().personName()),
                Excel.Column.of(
                        getTranslation("household.list.unit"),
                        18,
                        row -> row.contact() == null ? null : row.contact().unitName()),
                Excel.Column.of(getTranslation("household.list.state"), 14, this::state),
                Excel.Column.of(
                        getTranslation("household.list.visits"),
                        10,
                        row -> row.file() == null ? null : row.file().visits()),
                Excel.Column.of(
                        getTranslation("household.list.duties"),
                        10,
                        row -> row.file() == null ? null : row.file().obligationsMet()),
                Excel.Column.of(
                        getTranslation("household.list.lastVisit"),
                        12,
                        row -> row.file() == null ? null : row.file().lastVisit()));
    }

    /** Every household that fits, a page at a time. */
    private Iterator<Row> all() {
        var wanted = filter();
        return new Iterator<>() {
            private Iterator<Row> page = List.<Row>of().iterator();
            private HouseholdPage.@Nullable Cursor cursor;
            private boolean last;

            @Override
            public boolean hasNext() {
                while (!page.hasNext() && !last) {
                    var read = list.page(wanted, cursor, PAGE);
                    page = read.rows().iterator();
                    cursor = read.next();
                    last = cursor == null;
                }
                return page.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
    }

    private static boolean pressed(NativeButton chip) {
        return "true".equals(chip.getElement().getAttribute("aria-pressed"));
    }

    private static void press(NativeButton chip, boolean on) {
        chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("household.list.title");
    }
}

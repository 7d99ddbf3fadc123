package cn.minqing.ui.board;

import cn.minqing.board.Board;
import cn.minqing.board.Boards;
import cn.minqing.campaign.CampaignView;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.IncomeAverages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A campaign at a glance, area by area: coverage, issues, obligations, income. Each figure opens its records. */
@Route("board")
@Menu(title = "glance.title", order = 12, icon = "vaadin:dashboard")
@RolesAllowed({
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Boards boards;
    private final transient IncomeAverages averages;
    private final transient ObjectMapper json;

    BoardView(Boards boards, IncomeAverages averages, ObjectMapper json) {
        this.boards = boards;
        this.averages = averages;
        this.json = json;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var query = event.getLocation().getQueryParameters();
        var campaigns = boards.campaigns();
        if (campaigns.isEmpty()) {
            var empty =
                    new Div(new H3(getTranslation("glance.empty")), new Paragraph(getTranslation("glance.emptyHint")));
            empty.addClassName("empty");
            add(new H1(getTranslation("glance.title")), empty);
            return;
        }
        var wanted = query.getSingleParameter("campaign").orElse("");
        var campaign = campaigns.stream()
                .filter(one -> one.id().toString().equals(wanted))
                .findFirst()
                .orElse(campaigns.getFirst());
        try {
            show(
                    campaigns,
                    campaign,
                    boards.of(campaign.id(), query.getSingleParameter("area").orElse("")));
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            add(empty);
        }
    }

    private void show(List<CampaignView> campaigns, CampaignView campaign, Board board) {
        var here = board.whole();
        var meta = new Div(
                new Span(campaign.name()),
                new Span(getTranslation("glance.asOf", Dates.moment(board.asOf(), getLocale()))));
        meta.addClassName("page-meta");
        var header = new Div(new H1(getTranslation("glance.of", here.name())), meta);
        header.addClassName("page-header");
        if (campaigns.size() > 1) {
            header.add(choice(campaigns, campaign));
        }
        add(header, path(campaign, board), headlines(campaign, board));
        if (!board.parts().isEmpty()) {
            add(coverage(campaign, board));
        }
        add(issues(campaign, board));
        if (!board.obligations().isEmpty()) {
            add(obligations(board));
        }
        if (board.income().stream().anyMatch(one -> one.households() > 0)) {
            add(income(board));
        }
        var mayEnter = averages.mayEnter(campaign.id());
        if (!board.outcomes().isEmpty() || mayEnter) {
            add(new OutcomeSection(board.outcomes(), averages, campaign.id(), mayEnter));
        }
    }

    private Select<CampaignView> choice(List<CampaignView> campaigns, CampaignView campaign) {
        var choice = new Select<CampaignView>();
        choice.setLabel(getTranslation("glance.campaign"));
        choice.setItems(campaigns);
        choice.setItemLabelGenerator(CampaignView::name);
        choice.setValue(campaigns.stream()
                .filter(one -> one.id().equals(campaign.id()))
                .findFirst()
                .orElse(campaign));
        choice.addValueChangeListener(event -> getUI().ifPresent(ui -> ui.navigate(
                "board", QueryParameters.of("campaign", event.getValue().id().toString()))));
        return choice;
    }

    private static String link(String page, String... parameters) {
        var query = new LinkedHashMap<String, String>();
        for (var i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                query.put(parameters[i], parameters[i + 1]);
            }
        }
        return page + "?" + QueryParameters.simple(query).getQueryString();
    }

    private String board(CampaignView campaign, String area) {
        return link("board", "campaign", campaign.id().toString(), "area", area);
    }

    /** Where one is, and the way back up. */
    private Component path(CampaignView campaign, Board board) {
        var nav = new Nav();
        nav.addClassName("chips");
        nav.getElement().setAttribute("aria-label", getTranslation("glance.path"));
        var last = board.path().size() - 1;
        for (var i = 0; i <= last; i++) {
            var place = board.path().get(i);
            var chip = anchor(board(campaign, place.code()), new Span(place.name()));
            chip.addClassName("chip");
            if (i == last) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            nav.add(chip);
        }
        nav.setVisible(last > 0);
        return nav;
    }

    private static Anchor anchor(String href, Component... content) {
        var anchor = new Anchor(href);
        anchor.getElement().setAttribute("router-link", true);
        anchor.add(content);
        return anchor;
    }

    private Div headlines(CampaignView campaign, Board board) {
        var here = board.whole();
        var area = here.code();
        var all = campaign.id().toString();
        var row = new Div(
                headline(here.registered(), "glance.registered", link("households", "area", area)),
                headline(here.registered() - here.inContact(), "glance.missed", link("households", "area", area)),
                headline(here.visited(), "glance.visited", link("households", "area", area)),
                headline(here.complete(), "glance.complete", link("households", "area", area, "state", "COMPLETE")),
                headline(board.issues().registered(), "glance.issues", issuesLink(all, area, "all")),
                headline(board.issues().solved(), "glance.solved", issuesLink(all, area, "closed")),
                headline(board.issues().coordinated(), "glance.coordinated", issuesLink(all, area, "escalated")),
                headline(board.issues().overdue(), "glance.overdue", issuesLink(all, area, "overdue")),
                headline(board.issues().suggestions(), "glance.suggestions", "meetings"));
        row.addClassName("headlines");
        return row;
    }

    private static String issuesLink(String campaign, String area, String show) {
        return link("issues", "campaign", campaign, "area", area, "show", show);
    }

    private Anchor headline(int number, String meaning, String href) {
        var figure = new Span(String.valueOf(number));
        figure.addClassName("figure");
        var words = new Span(getTranslation(meaning));
        words.addClassName("meaning");
        var headline = anchor(href, figure, words);
        headline.addClassName("headline");
        return headline;
    }

    private Section coverage(CampaignView campaign, Board board) {
        var list = new UnorderedList();
        list.addClassName("bars");
        board.parts().forEach(part -> {
            var href = part.divided() ? board(campaign, part.code()) : link("households", "area", part.code());
            list.add(bar(
                    part.name(),
                    part.registered() == 0 ? 0 : (double) part.visited() / part.registered(),
                    getTranslation("glance.line", part.registered(), part.inContact(), part.visited(), part.complete()),
                    href));
        });
        var section = new Section(
                new H2(getTranslation("glance.coverage")), new Paragraph(getTranslation("glance.coverageHint")), list);
        section.addClassName("section");
        return section;
    }

    static ListItem bar(String name, double share, String figure, String href) {
        var title = new Span(name);
        title.addClassName("name");
        var bar = new Span();
        bar.addClassName("bar");
        bar.getStyle().set("--share", String.format(java.util.Locale.ROOT, "%.3f", Math.min(1, share)));
        bar.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(figure);
        words.addClassNames("figure", "num");
        return href.isEmpty() ? new ListItem(title, bar, words) : new ListItem(anchor(href, title, bar, words));
    }

    private Section issues(CampaignView campaign, Board board) {
        var section = new Section(new H2(getTranslation("glance.issuesBy")));
        section.addClassName("section");
        if (board.issues().registered() == 0) {
            section.add(new Paragraph(getTranslation("glance.noIssues")));
            return section;
        }
        var states = new LinkedHashMap<String, Integer>();
        board.issues().byState().forEach((state, number) -> {
            if (number > 0) {
                states.put(getTranslation("issue.state." + state), number);
            }
        });
        var classes = new LinkedHashMap<String, Integer>();
        campaign.template()
                .ledger()
                .classes()
                .forEach(one -> classes.put(one.name(), board.issues().byClass().getOrDefault(one.code(), 0)));
        var both = new Div(
                BoardCharts.bars(getTranslation("glance.byState"), states, json),
                BoardCharts.bars(getTranslation("glance.byClass"), classes, json));
        both.addClassName("columns");
        section.add(both);
        return section;
    }

    private Section obligations(Board board) {
        var list = new UnorderedList();
        list.addClassName("bars");
        board.obligations()
                .forEach(duty -> list.add(bar(
                        duty.name(),
                        duty.due() == 0 ? 0 : (double) duty.met() / duty.due(),
                        getTranslation("glance.met", duty.met(), duty.due()),
                        "dues/all")));
        var section = new Section(
                new H2(getTranslation("glance.obligations")),
                new Paragraph(getTranslation("glance.obligationsHint")),
                list);
        section.addClassName("section");
        return section;
    }

    private Section income(Board board) {
        var names = new LinkedHashMap<String, Board.Income>();
        board.income().forEach(one -> names.put(getTranslation("assessment.income." + one.kind()), one));
        var households =
                board.income().stream().mapToInt(Board.Income::households).max().orElse(0);
        var section = new Section(
                new H2(getTranslation("glance.income")),
                new Paragraph(getTranslation("glance.incomeHint", households)),
                BoardCharts.income(
                        Map.of(
                                "thisYear", getTranslation("glance.thisYear"),
                                "planned", getTranslation("glance.planned")),
                        getTranslation("glance.income"),
                        names,
                        json));
        section.addClassName("section");
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("glance.title") + " · " + getTranslation("shell.product");
    }
}

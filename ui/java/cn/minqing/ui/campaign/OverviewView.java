package cn.minqing.ui.campaign;

import cn.minqing.assessment.Practices;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryState;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.CampaignHistory;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.campaign.Plans;
import cn.minqing.campaign.Rotations;
import cn.minqing.household.Households;
import cn.minqing.issue.IssueFigures;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.component.BpmnDiagram;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.VisitFigures;
import cn.minqing.visit.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** A campaign at a glance: where it stands, whose turn it is, how far the visits and issues have come. */
@Route(CampaignNavigation.OVERVIEW)
@PermitAll
@StyleSheet("context://styles/campaign.css")
class OverviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<Phase> PHASES = List.of(Phase.MOBILIZATION, Phase.IMPLEMENTATION, Phase.ACCEPTANCE);

    /** What the process does by itself, in the transaction of whoever took the step before. */
    private static final Set<String> BY_ITSELF = Set.of(
            "campaign.phaseEntered",
            "contacts.assigned",
            "contactCards.issued",
            "visits.requested",
            "campaign.archived");

    private final transient Campaigns campaigns;
    private final transient CampaignHistory history;
    private final transient Plans plans;
    private final transient PlanSheet paper;
    private final transient Batches batches;
    private final transient Acceptance acceptance;
    private final transient Summaries summaries;
    private final transient Practices practices;
    private final transient Visits visits;
    private final transient Issues issues;
    private final transient Households households;
    private final transient WorkItems workItems;
    private final transient Areas areas;
    private final transient Units units;
    private final transient ContactWords words;
    private final transient CardsDownload cards;
    private final transient Dates dates;
    private final transient AppClock clock;
    private final transient Rotations rotations;
    private final transient ObjectMapper json;
    private String title = "";

    OverviewView(
            Campaigns campaigns,
            CampaignHistory history,
            Plans plans,
            PlanSheet paper,
            Batches batches,
            Acceptance acceptance,
            Summaries summaries,
            Practices practices,
            Visits visits,
            Issues issues,
            Households households,
            WorkItems workItems,
            Areas areas,
            Units units,
            ContactWords words,
            CardsDownload cards,
            Dates dates,
            AppClock clock,
            Rotations rotations,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.history = history;
        this.plans = plans;
        this.paper = paper;
        this.batches = batches;
        this.acceptance = acceptance;
        this.summaries = summaries;
        this.practices = practices;
        this.visits = visits;
        this.issues = issues;
        this.households = households;
        this.workItems = workItems;
        this.areas = areas;
        this.units = units;
        this.words = words;
        this.cards = cards;
        this.dates = dates;
        this.clock = clock;
        this.rotations = rotations;
        this.json = json;
        addClassName("page");
        setId("campaign");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Routes.campaign(event));
    }

    private void show(UUID id) {
        removeAll();
        var campaign = campaigns.view(id);
        title = campaign.name() + " · " + getTranslation("shell.product");
        var visiting = campaign.phase() != Phase.MOBILIZATION;
        var office = campaigns.isOffice(id);
        var events = history.of(id);
        add(header(campaign, events, office));
        if (campaign.phase() == Phase.ARCHIVED) {
            var archived = Pieces.note("info-note", getTranslation("campaigns.archived"));
            archived.setId("campaign-archived");
            add(archived);
        }
        add(phases(campaign));
        if (visiting) {
            var figures = visits.figures(id, null);
            var issueFigures = issues.figures(id, null);
            add(headlines(campaign, figures, issueFigures));
            add(turn(campaign));
            closeEarly(campaign, figures, office);
            coverage(campaign);
            add(columns(obligations(campaign, figures), issueStates(campaign, issueFigures)));
            add(batchSection(campaign, office));
        } else {
            add(turn(campaign));
        }
        var adopted = practices.ofCampaign(id);
        if (!adopted.isEmpty()) {
            add(Pieces.section(getTranslation("campaigns.practices.title"), new AdoptedPractices(adopted)));
        }
        if (campaign.template().assignment().rotation() != null
                && events.stream().anyMatch(event -> event.action().equals("contacts.assigned"))) {
            add(Pieces.section(
                    getTranslation("campaigns.rotation.title"), new RotationPanel(rotations, campaign, office)));
        }
        diagram(campaign);
        papers(campaign);
        add(Pieces.section(getTranslation("campaigns.history.title"), timeline(campaign, events)));
    }

    private Div header(CampaignView campaign, List<CampaignHistory.Entry> events, boolean office) {
        var area = areas.place(campaign.areaCode());
        var meta = new Div(
                new Span(area.isEmpty() ? areas.get(campaign.areaId()).name() : area),
                new Span(units.get(campaign.hostUnitId()).name()),
                new Span(getTranslation(
                        "campaigns.line.dates",
                        Dates.date(campaign.mobilizationStart(), getLocale()),
                        Dates.date(campaign.end(), getLocale()))));
        meta.addClassName("page-meta");
        var actions = new Div();
        actions.addClassName("page-actions");
        var contactsKnown = events.stream().anyMatch(event -> event.action().equals("contacts.assigned"));
        if (contactsKnown && mayListContacts()) {
            var link = Pieces.buttonLink(
                    CampaignNavigation.contacts(campaign.id()), getTranslation("campaigns.contacts.title"));
            link.setId("campaign-contacts");
            actions.add(link);
        }
        var actor = Actors.current();
        var leads = actor.has(Role.LEADING_GROUP, campaign.hostUnitId());
        if (events.stream().anyMatch(event -> event.action().equals("contactCards.issued")) && (office || leads)) {
            actions.add(cards.button(this, campaign.id(), null));
        }
        if ((campaign.phase() == Phase.ACCEPTANCE || campaign.phase() == Phase.ARCHIVED)
                && (office || leads || actor.has(Role.UNIT_LEADER))) {
            var link = Pieces.buttonLink(
                    CampaignNavigation.overview(campaign.id()) + "/assessment", getTranslation("campaigns.assessment"));
            link.setId("campaign-assessment");
            actions.add(link);
        }
        if (campaign.template().discipline() != null
                && (office || leads || actor.has(Role.INSPECTOR) || actor.has(Role.UNIT_LEADER))) {
            var link = Pieces.buttonLink(
                    CampaignNavigation.overview(campaign.id()) + "/discipline", getTranslation("campaigns.discipline"));
            link.setId("campaign-discipline");
            actions.add(link);
        }
        var header = new Div(new H1(campaign.name()), meta, actions);
        header.addClassName("page-header");
        return header;
    }

    private static boolean mayListContacts() {
        var actor = Actors.current();
        return List.of(Role.CADRE, Role.UNIT_LEADER, Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR).stream()
                .anyMatch(actor::has);
    }

    /** Who sees every contact finds behind a figure exactly what it counts; others would find their own only. */
    private static boolean seesAllContacts(CampaignView campaign) {
        var actor = Actors.current();
        return List.of(Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR, Role.UNIT_LEADER).stream()
                .anyMatch(role -> actor.has(role, campaign.hostUnitId()));
    }

    private OrderedList phases(CampaignView campaign) {
        var list = new OrderedList();
        list.addClassName("campaign-phases");
        list.getElement().setAttribute("aria-label", getTranslation("campaigns.phases"));
        for (var phase : PHASES) {
            var name = campaign.template().phase(phase).name();
            var last = campaign.dates().lastDayOf(phase);
            var item = new ListItem(
                    Pieces.span("campaign-phase-name", name),
                    Pieces.span(
                            "muted",
                            getTranslation(
                                    "campaigns.phase.dates",
                                    dates.day(firstDay(campaign, phase), getLocale()),
                                    dates.day(last, getLocale()))));
            if (phase == campaign.phase()) {
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
                item.add(Pieces.span("campaign-phase-left", dates.due(last, getLocale())));
            } else if (phase.ordinal() < campaign.phase().ordinal()) {
                item.addClassName("done");
                item.add(Pieces.span("sr-only", getTranslation("campaigns.phase.done")));
            }
            list.add(item);
        }
        return list;
    }

    private static LocalDate firstDay(CampaignView campaign, Phase phase) {
        return switch (phase) {
            case MOBILIZATION -> campaign.mobilizationStart();
            case IMPLEMENTATION -> campaign.implementationStart();
            case ACCEPTANCE, ARCHIVED -> campaign.acceptanceStart();
        };
    }

    private Div headlines(CampaignView campaign, VisitFigures figures, IssueFigures issueFigures) {
        var contacts = seesAllContacts(campaign) ? CampaignNavigation.contacts(campaign.id()) : null;
        var issueList = "issues?campaign=" + campaign.id() + "&show=";
        var row = new Div(
                Pieces.headline(
                        String.valueOf(figures.visited()),
                        getTranslation("campaigns.figure.households", figures.households()),
                        getTranslation("campaigns.figure.visited", figures.households(), figures.visited()),
                        contacts == null ? null : contacts + "?show=visited"),
                Pieces.headline(
                        String.valueOf(figures.filesComplete()),
                        getTranslation("campaigns.figure.households", figures.households()),
                        getTranslation("campaigns.figure.files"),
                        contacts == null ? null : contacts + "?show=complete"),
                Pieces.headline(
                        String.valueOf(figures.households() - figures.visited()),
                        getTranslation("campaigns.figure.unit"),
                        getTranslation("campaigns.figure.open"),
                        contacts == null ? null : contacts + "?show=not-visited"),
                Pieces.headline(
                        String.valueOf(issueFigures.open()),
                        getTranslation("campaigns.figure.issues", issueFigures.registered()),
                        getTranslation("campaigns.figure.issuesOpen"),
                        issueList + "open"));
        row.addClassName("headlines");
        row.setId("campaign-figures");
        return row;
    }

    /** Whose turn it is now, whoever's; one's own leads to the task. */
    private Div turn(CampaignView campaign) {
        var waiting = campaigns.waitingFor(campaign.id());
        var mine = workItems.about(campaign.id()).stream().map(WorkItem::id).collect(Collectors.toSet());
        var list = new Div();
        list.addClassName("inbox");
        list.setId("campaign-turn");
        waiting.forEach(item -> list.add(turnRow(item, mine)));
        if (!waiting.isEmpty()) {
            return Pieces.section(getTranslation("campaigns.turn.title"), list);
        }
        var betweenPeriods = campaign.period() > 1 && clock.today().isBefore(campaign.implementationStart());
        if (campaign.phase() == Phase.ACCEPTANCE && !betweenPeriods) {
            return Pieces.section(getTranslation("campaigns.turn.title"), summariesDue(campaign));
        }
        var key = campaign.phase() == Phase.ARCHIVED
                ? "campaigns.turn.archived"
                : campaign.phase() == Phase.IMPLEMENTATION
                        ? "campaigns.turn.visits"
                        : betweenPeriods ? "campaigns.turn.waitPeriod" : "campaigns.turn.waitStart";
        return Pieces.section(
                getTranslation("campaigns.turn.title"),
                Pieces.muted(getTranslation(
                        key,
                        campaign.template().phase(Phase.IMPLEMENTATION).name(),
                        dates.day(campaign.implementationStart(), getLocale()))));
    }

    /** The units whose summaries are still to come, as far as the person may see them. */
    private Component summariesDue(CampaignView campaign) {
        var all = summaries.ofCampaign(campaign.id());
        if (all.isEmpty()) {
            return Pieces.muted(getTranslation("campaigns.turn.summaries"));
        }
        var open = all.stream()
                .filter(summary -> summary.state() != SummaryState.APPROVED)
                .toList();
        var list = new Div();
        list.addClassName("inbox");
        list.setId("campaign-summaries");
        open.forEach(summary -> {
            var due = Pieces.span("due", dates.due(summary.due(), getLocale()));
            var row = new Div(
                    Pieces.span("what", summary.unitName()),
                    Pieces.span("where", getTranslation("campaigns.turn.summary." + summary.state())),
                    due);
            row.addClassNames("inbox-row", "campaign-plain-row");
            list.add(row);
        });
        var box = new Div(
                Pieces.muted(getTranslation("campaigns.turn.summaryCount", all.size(), all.size() - open.size())));
        if (!open.isEmpty()) {
            box.add(list);
        }
        box.addClassName("campaign-stack");
        return box;
    }

    private Component turnRow(WorkItem item, Set<UUID> mine) {
        var due = new Span(
                item.colour() == WorkItem.Colour.NONE
                        ? new Span(dates.due(item.due(), getLocale()))
                        : new LadderMark(
                                LadderMark.Colour.valueOf(item.colour().name()), dates.due(item.due(), getLocale())));
        due.addClassName("due");
        var what = Pieces.span("what", getTranslation("task." + item.element()));
        var where = Pieces.span("where", who(item));
        if (mine.contains(item.id())) {
            var own = new Span(getTranslation("campaigns.turn.mine"));
            own.addClassName("tag");
            what.add(new Span(" "), own);
            var row = Pieces.link("task/" + item.id(), what, where, due);
            row.addClassName("inbox-row");
            row.setId("turn-" + item.element());
            return row;
        }
        var row = new Div(what, where, due);
        row.addClassNames("inbox-row", "campaign-plain-row");
        return row;
    }

    private String who(WorkItem item) {
        var role = item.role() == null ? "" : getTranslation("role." + item.role());
        return role.isEmpty() ? item.subject() : getTranslation("campaigns.turn.who", role, item.subject());
    }

    /** Everybody visited before the last day: the office need not wait for it. */
    private void closeEarly(CampaignView campaign, VisitFigures figures, boolean office) {
        var all = figures.households() > 0 && figures.filesComplete() == figures.households();
        if (!office || !all || campaign.phase() != Phase.IMPLEMENTATION) {
            return;
        }
        var close = new Button(getTranslation("campaigns.closeEarly"), event -> {
            if (Notices.attempt(() -> acceptance.closeImplementationEarly(campaign.id()))) {
                Notices.success("campaigns.closeEarly.done");
                show(campaign.id());
            }
            event.getSource().setEnabled(true);
        });
        close.setId("campaign-close-early");
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.setDisableOnClick(true);
        var note = Pieces.note("info-note", getTranslation("campaigns.closeEarly.text", figures.households()));
        note.add(close);
        add(note);
    }

    private void coverage(CampaignView campaign) {
        var id = campaign.id();
        var groups = visits.coverage(id);
        var byGroup = groups.stream()
                .map(group -> new CoverageChart.Bar(
                        words.place(campaign, group.place()),
                        group.inContact(),
                        group.visited(),
                        group.filesComplete(),
                        CampaignNavigation.contactsOfGroup(id, group.groupCode())))
                .toList();
        var byUnit = new ArrayList<CoverageChart.Bar>();
        visits.figuresByUnit(id)
                .forEach((unit, figures) -> byUnit.add(new CoverageChart.Bar(
                        units.get(unit).name(),
                        figures.households(),
                        figures.visited(),
                        figures.filesComplete(),
                        CampaignNavigation.contactsOfUnit(id, unit))));
        if (byGroup.isEmpty() && byUnit.isEmpty()) {
            return;
        }
        var missed = groups.stream()
                .mapToInt(group -> group.registered() - group.inContact())
                .sum();
        var sentence = missed > 0
                ? Pieces.note("warn-note", getTranslation("campaigns.coverage.missed", missed))
                : Pieces.muted(getTranslation("campaigns.coverage.nobodyMissed", groups.size()));
        var rows = new ArrayList<CoverageChart.Bar>(byGroup);
        rows.addAll(byUnit);
        add(
                Pieces.sectionWith(
                        getTranslation("campaigns.coverage.byGroup"),
                        coverageExcel(campaign, rows),
                        sentence,
                        chart(getTranslation("campaigns.coverage.byGroup"), byGroup)),
                Pieces.section(
                        getTranslation("campaigns.coverage.byUnit"),
                        chart(getTranslation("campaigns.coverage.byUnit"), byUnit)));
    }

    private CoverageChart chart(String label, List<CoverageChart.Bar> bars) {
        return new CoverageChart(label, bars, json, route -> {
            if (mayListContacts()) {
                getUI().ifPresent(ui -> ui.navigate(route));
            }
        });
    }

    private DownloadButton coverageExcel(CampaignView campaign, List<CoverageChart.Bar> bars) {
        var button = new DownloadButton(
                getTranslation("campaigns.excel"),
                Excel.download(
                        getTranslation("campaigns.coverage.file", campaign.name()),
                        List.of(
                                Excel.Column.of(getTranslation("campaigns.coverage.name"), 24, CoverageChart.Bar::name),
                                Excel.Column.of(
                                        getTranslation("campaigns.coverage.households"),
                                        10,
                                        CoverageChart.Bar::households),
                                Excel.Column.of(
                                        getTranslation("campaigns.coverage.visitedAll"),
                                        10,
                                        CoverageChart.Bar::visited),
                                Excel.Column.of(
                                        getTranslation("campaigns.coverage.complete"),
                                        10,
                                        CoverageChart.Bar::complete)),
                        () -> bars.iterator()));
        button.setId("coverage-excel");
        return button;
    }

    private static Div columns(Component... parts) {
        var columns = new Div(parts);
        columns.addClassName("campaign-two");
        return columns;
    }

    private Div obligations(CampaignView campaign, VisitFigures figures) {
        var list = Pieces.bars();
        list.setId("campaign-obligations");
        campaign.template().householdObligations().forEach(one -> {
            var met = figures.obligationsMet().getOrDefault(one.id(), 0);
            list.add(Pieces.bar(
                    one.name(),
                    met,
                    figures.households(),
                    getTranslation("campaigns.obligations.figure", met, figures.households()),
                    null));
        });
        return Pieces.section(getTranslation("campaigns.obligations.title"), list);
    }

    private Div issueStates(CampaignView campaign, IssueFigures figures) {
        var route = "issues?campaign=" + campaign.id() + "&show=";
        var list = Pieces.bars();
        list.setId("campaign-issues");
        var all = figures.registered();
        list.add(
                issueBar("registered", all, all, route + "all"),
                issueBar("open", figures.open(), all, route + "open"),
                issueBar("overdue", figures.overdue(), all, route + "overdue"),
                issueBar("answered", figures.answered(), all, route + "answered"),
                issueBar("closed", figures.closed(), all, route + "closed"));
        return Pieces.section(
                getTranslation("campaigns.issues.title"),
                list,
                Pieces.muted(getTranslation("campaigns.issues.satisfied", figures.asked(), figures.satisfied())));
    }

    private Component issueBar(String state, int part, int whole, String route) {
        return Pieces.bar(
                getTranslation("campaigns.issues." + state),
                part,
                whole,
                getTranslation("campaigns.issues.figure", part),
                route);
    }

    private Div batchSection(CampaignView campaign, boolean office) {
        if (batches.progress(campaign.id()).isEmpty()) {
            return Pieces.section(
                    getTranslation("campaigns.batches.heading"),
                    Pieces.muted(getTranslation("campaigns.batches.none")));
        }
        return Pieces.section(
                getTranslation("campaigns.batches.heading"),
                new BatchProgress(batches, units, households, dates, campaign.id(), office, () -> show(campaign.id())));
    }

    private void diagram(CampaignView campaign) {
        campaigns.picture(campaign.id()).ifPresent(picture -> {
            var diagram = new BpmnDiagram(picture.xml());
            diagram.mark(picture.active(), picture.done());
            diagram.setId("campaign-diagram");
            add(Pieces.section(getTranslation("campaigns.diagram.title"), diagram));
        });
    }

    /** Plan, meeting and remedial orders, to be read again. */
    private void papers(CampaignView campaign) {
        var box = new Div();
        box.addClassName("campaign-stack");
        plans.versions(campaign.id()).stream()
                .filter(version -> version.state() != Plans.State.DRAFT)
                .findFirst()
                .ifPresent(plan -> {
                    var details = new Details(
                            getTranslation(
                                    "campaigns.papers.plan", getTranslation("campaigns.papers.plan." + plan.state())),
                            paper.of(campaign, plan.content()),
                            paper.pdf(this, campaign));
                    details.setId("campaign-plan");
                    details.setWidthFull();
                    box.add(details);
                });
        plans.meeting(campaign.id()).ifPresent(meeting -> {
            var minutes = new Div(meeting.minutes());
            minutes.addClassName("campaign-text");
            var details = new Details(
                    getTranslation(
                            "campaigns.papers.meeting",
                            Dates.date(meeting.heldOn(), getLocale()),
                            meeting.place(),
                            meeting.attendees()),
                    minutes);
            details.setId("campaign-meeting");
            details.setWidthFull();
            box.add(details);
        });
        acceptance
                .orders(campaign.id())
                .forEach(order -> box.add(Pieces.note(
                        "info-note",
                        getTranslation(
                                "campaigns.papers.remedial",
                                order.round(),
                                order.households(),
                                Dates.date(order.deadline(), getLocale()),
                                order.reason()))));
        if (box.getComponentCount() > 0) {
            var section = Pieces.section(getTranslation("campaigns.papers.title"), box);
            section.setId("campaign-papers");
            add(section);
        }
    }

    private OrderedList timeline(CampaignView campaign, List<CampaignHistory.Entry> events) {
        var list = new OrderedList();
        list.addClassName("timeline");
        list.setId("campaign-history");
        for (var entry : events) {
            var when = Pieces.span("when", dates.when(entry.at(), getLocale()));
            when.setTitle(Dates.moment(entry.at(), getLocale()));
            var item = new ListItem(Pieces.span("who", who(entry)), when, Pieces.span("what", what(campaign, entry)));
            if (!entry.reason().isEmpty()) {
                item.add(Pieces.span("evidence", getTranslation("campaigns.history.reason", entry.reason())));
            }
            list.add(item);
        }
        if (events.isEmpty()) {
            list.add(new ListItem(new H3(getTranslation("campaigns.history.none"))));
        }
        return list;
    }

    private String who(CampaignHistory.Entry entry) {
        var person = entry.person();
        return person == null || BY_ITSELF.contains(entry.action())
                ? getTranslation("campaigns.history.system")
                : person;
    }

    private String what(CampaignView campaign, CampaignHistory.Entry entry) {
        return getTranslation(
                "campaigns.history." + entry.action(),
                word(entry.unit()),
                phase(campaign, entry.phase()),
                word(entry.batch()),
                entry.count());
    }

    private static String phase(CampaignView campaign, @Nullable Phase phase) {
        return phase == null || phase == Phase.ARCHIVED
                ? ""
                : campaign.template().phase(phase).name();
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

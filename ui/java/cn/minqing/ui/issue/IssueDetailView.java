package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.fact;
import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.Channel;
import cn.minqing.issue.CoHandling;
import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.Duplicates;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueClocks;
import cn.minqing.issue.IssueRequests;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.ProcessPictures;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.BpmnDiagram;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The page of one issue: its story, its clock, who has it, where it stands on the diagram, and what may be decided. */
@Route("issue")
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
class IssueDetailView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final Issues issues;
    private final Duplicates duplicates;
    private final IssueTaskPage taskPage;
    private final ProcessPictures pictures;
    private final People people;
    private final IssueClocks clocks;
    private final IssueRequests requests;
    private final CoHandling coHandling;
    private final CommonProblems problems;
    private final Dates dates;
    private String title = "";

    IssueDetailView(
            Issues issues,
            Duplicates duplicates,
            IssueTaskPage taskPage,
            ProcessPictures pictures,
            People people,
            IssueClocks clocks,
            IssueRequests requests,
            CoHandling coHandling,
            CommonProblems problems,
            Dates dates) {
        this.issues = issues;
        this.duplicates = duplicates;
        this.taskPage = taskPage;
        this.pictures = pictures;
        this.people = people;
        this.clocks = clocks;
        this.requests = requests;
        this.coHandling = coHandling;
        this.problems = problems;
        this.dates = dates;
        addClassNames("page", "issue-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        title = text("issue.list.title");
        removeAll();
        try {
            show(issues.view(UUID.fromString(id)));
        } catch (UserError e) {
            refuse(e);
        } catch (IllegalArgumentException e) {
            refuse(new UserError("issue.unknown"));
        }
    }

    private void refuse(UserError error) {
        var empty = new Div(new H3(Notices.text(error.message())), new Anchor("issues", text("issue.toList")));
        empty.addClassName("empty");
        add(empty);
    }

    private void show(IssueView issue) {
        title = issue.title();
        var columns = new Div(story(issue), side(issue));
        columns.addClassName("issue-columns");
        add(header(issue), columns, diagram(issue));
        for (var item : issue.mine()) {
            var decisions = new Div(taskPage.decisions(item, issue, true, () -> reload(issue.id())));
            decisions.addClassNames("section");
            add(decisions);
        }
        if (clocks.explain(issue.id()).mayEnd()) {
            add(withdrawal(issue));
        }
    }

    private void reload(UUID id) {
        removeAll();
        try {
            show(issues.view(id));
        } catch (UserError e) {
            refuse(e);
        }
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    private Component header(IssueView issue) {
        var meta = new Div(new Span(issue.number()), tag(IssueTexts.state(issue.state())));
        meta.addClassName("page-meta");
        if (issue.route() != null) {
            meta.add(new Span(text("issue.route." + issue.route())));
        }
        var mark = IssueTexts.mark(issue.colour(), issue.clock() != null);
        if (mark != null) {
            meta.add(mark);
        }
        meta.add(new Span(issue.campaignName()));
        var header = new Div(new H1(issue.title()), meta);
        header.addClassName("page-header");
        if (!issue.state().ended() && supervises()) {
            var supervise = new Anchor(
                    "supervision?issue=" + issue.id() + "&campaign=" + issue.campaignId(), text("notice.forIssue"));
            supervise.addClassName("button-link");
            var actions = new Div(supervise);
            actions.addClassName("page-actions");
            header.add(actions);
        }
        return header;
    }

    /** Whether a notice about it may be asked for; the service looks once more. */
    private static boolean supervises() {
        return java.util.stream.Stream.of(
                        Role.INSPECTOR,
                        Role.LEADING_GROUP,
                        Role.VILLAGE_LEADER,
                        Role.TOWN_LEADER,
                        Role.COUNTY_LEADER,
                        Role.CITY_LEADER,
                        Role.PROVINCE_LEADER)
                .anyMatch(Actors.current()::has);
    }

    private Component story(IssueView issue) {
        var timeline = new OrderedList();
        timeline.addClassName("timeline");
        var entries = issue.entries();
        for (var index = 0; index < entries.size(); index++) {
            timeline.add(entry(entries.get(index), index == entries.size() - 1 && issue.closed() == null));
        }
        var section = new Div(new H2(text("issue.story")), new IssueMatter(issue, dates), timeline);
        section.addClassNames("section", "issue-story");
        return section;
    }

    private ListItem entry(IssueView.Entry entry, boolean last) {
        var who = new Span(text(
                entry.kind() == EntryKind.REGISTERED && entry.person() == null
                        ? "issue.entry.card"
                        : "issue.entry." + entry.kind(),
                entry.person() == null ? text("issue.system") : entry.person(),
                IssueTexts.level(entry.level())));
        who.addClassName("who");
        var when = new Span(dates.when(entry.at(), IssueTexts.locale()));
        when.addClassName("when");
        when.setTitle(Dates.moment(entry.at(), IssueTexts.locale()));
        var item = new ListItem(who, when);
        if (!entry.text().isEmpty() && entry.kind() != EntryKind.REGISTERED) {
            var what = new Paragraph(entry.text());
            what.addClassName("what");
            item.add(what);
        }
        if (!entry.detail().isEmpty()) {
            var detail = new Div(new Span(detail(entry)));
            detail.addClassName("evidence");
            item.add(detail);
        }
        if (last) {
            item.addClassName("now");
        }
        return item;
    }

    private static String detail(IssueView.Entry entry) {
        return entry.kind() == EntryKind.SATISFIED || entry.kind() == EntryKind.DISSATISFIED
                ? text("issue.answeredBy." + entry.detail())
                : text("issue.detail." + detailOf(entry), shown(entry));
    }

    /** A date in the words of the language; anything else as it was noted. */
    private static Object shown(IssueView.Entry entry) {
        return switch (entry.kind()) {
            case EXTENDED, RESUMED, CALENDAR_CHANGED, PARKING_REQUESTED, PARKED, PARKING_PROLONGED ->
                LocalDate.parse(entry.detail());
            default -> entry.detail();
        };
    }

    private static String detailOf(IssueView.Entry entry) {
        return switch (entry.kind()) {
            case TRIAGED, REMINDED, SUPERVISED, CIRCULATED, REVISITED -> "source";
            case OVERRIDDEN -> "proposal";
            case DELEGATED, CO_HANDLING_ASKED, CO_HANDLED -> "unit";
            case EXTENDED, RESUMED, CALENDAR_CHANGED -> "deadline";
            case EXTENSION_REQUESTED -> "days";
            case PARKING_REQUESTED, PARKED, PARKING_PROLONGED -> "review";
            case LINKED, AGAIN, MERGED, MERGED_HERE -> "other";
            case COMMON_ADDED, COMMON_REMOVED -> "common";
            default -> "evidence";
        };
    }

    private Component side(IssueView issue) {
        var side = new Div();
        side.addClassName("issue-side");
        side.add(clock(issue), people(issue));
        var explained = clocks.explain(issue.id());
        var askable = coHandling.choices(issue.id());
        if (!explained.coHandlers().isEmpty() || !askable.isEmpty()) {
            side.add(helpers(issue, explained, askable));
        }
        if (!issue.levels().isEmpty()) {
            side.add(levels(issue));
        }
        if (!issue.intake().related().isEmpty()
                || issue.intake().common() != null
                || mayRelate(issue)
                || !joinable(issue).isEmpty()) {
            side.add(relations(issue));
        }
        if (!issue.related().isEmpty()) {
            side.add(related(issue));
        }
        return side;
    }

    private Component clock(IssueView issue) {
        var section = new Div(new H2(text("issue.clock.title")));
        section.addClassName("section");
        if (issue.closed() != null) {
            section.add(new Paragraph(text(
                    "issue.clock.closed",
                    dates.when(issue.closed().at(), IssueTexts.locale()),
                    issue.closed().by())));
            return section;
        }
        if (issue.clock() != null) {
            var explained = clocks.explain(issue.id());
            section.add(new Paragraph(IssueTexts.clock(dates, issue.clock(), explained)));
            if (!explained.promised().equals(explained.deadline())) {
                section.add(new Paragraph(text("clock.promised", explained.promised())));
            }
            if (explained.pending() != null) {
                section.add(IssueTexts.note(
                        "warn-note",
                        text(
                                "clock.pending." + explained.pending().kind(),
                                explained.pending().applicant(),
                                explained.pending().days())));
            }
        }
        if (issue.waiting().isEmpty()) {
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("issue-waiting");
        for (var item : issue.waiting()) {
            list.add(new ListItem(text(
                    "issue.clock.waiting",
                    item.title(),
                    whose(item, issue),
                    item.hasDue() ? dates.due(item.due(), IssueTexts.locale()) : "")));
        }
        section.add(list);
        return section;
    }

    private Component helpers(IssueView issue, IssueClocks.Explained explained, List<Unit> askable) {
        var list = new UnorderedList();
        for (var helper : explained.coHandlers()) {
            list.add(new ListItem(
                    helper.reportedAt() == null
                            ? text("clock.helper.open", helper.unit())
                            : text("clock.helper.reported", helper.unit(), helper.report())));
        }
        var section = new Div(new H2(text("clock.helpers")), list);
        section.addClassName("section");
        if (!askable.isEmpty()) {
            section.add(new Button(
                    text("coHandling.open"),
                    e -> new CoHandlingDialog(coHandling, issue.id(), askable, () -> reload(issue.id())).open()));
        }
        return section;
    }

    /** The resident's own word ends it. */
    private Component withdrawal(IssueView issue) {
        var button = new Button(
                text("clock.withdraw"), e -> new WithdrawDialog(requests, issue.id(), () -> reload(issue.id())).open());
        var section = new Div(button);
        section.addClassName("section");
        return section;
    }

    private String whose(WorkItem item, IssueView issue) {
        if (item.personId() != null) {
            return people.get(item.personId()).name();
        }
        var role = text("role." + item.role());
        return issue.charged().name().isEmpty() || !issue.charged().role().equals(item.role())
                ? role
                : issue.charged().name() + " " + role;
    }

    private Component people(IssueView issue) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "issue.fact.firstVisitor", text("issue.person", issue.firstVisitor(), issue.unit()));
        fact(
                facts,
                "issue.fact.charged",
                issue.charged().name().isEmpty()
                        ? text("role." + issue.charged().role())
                        : text(
                                "issue.person",
                                issue.charged().name(),
                                text("role." + issue.charged().role())));
        fact(
                facts,
                "issue.fact.channel",
                issue.intake().channel() == Channel.CARD
                        ? text("issue.channel.CARD")
                        : text(
                                "issue.channel.by",
                                text("issue.channel." + issue.intake().channel()),
                                issue.intake().registeredBy()));
        fact(facts, "issue.fact.registered", dates.when(issue.registeredAt(), IssueTexts.locale()));
        var proposal = issue.proposal();
        fact(
                facts,
                "issue.fact.proposal",
                text("issue.proposal", text("issue.route." + proposal.route()), proposal.reason(), proposal.source()));
        fact(facts, "issue.fact.override", proposal.overrideReason());
        if (issue.reopened() > 0) {
            fact(facts, "issue.fact.reopened", text("issue.times", issue.reopened()));
        }
        var section = new Div(new H2(text("issue.people")), facts);
        section.addClassName("section");
        return section;
    }

    private Component levels(IssueView issue) {
        var list = new OrderedList();
        list.addClassName("timeline");
        for (var level : issue.levels()) {
            var name = new Span(text("issue.level.name", level.area(), IssueTexts.level(level.level())));
            name.addClassName("who");
            var when = new Span(dates.when(level.receivedAt(), IssueTexts.locale()));
            when.addClassName("when");
            var item = new ListItem(name, when);
            var what = new Paragraph(decision(level));
            what.addClassName("what");
            item.add(what);
            if (!level.basis().isEmpty()) {
                var basis = new Div(new Span(level.basis()));
                basis.addClassName("evidence");
                item.add(basis);
            }
            if (level.outcome() == null) {
                item.addClassName("now");
            }
            list.add(item);
        }
        var section = new Div(new H2(text("issue.levels")), list);
        section.addClassName("section");
        return section;
    }

    private static String decision(IssueView.Level level) {
        if (level.decision() == null) {
            return text("issue.levelDecision.none", level.acceptanceDue());
        }
        if (level.silent()) {
            return text("issue.levelDecision.silent", level.due());
        }
        return text(
                "issue.levelDecision." + level.decision(),
                level.decidedBy() == null ? "" : level.decidedBy(),
                level.department() == null ? "" : level.department(),
                level.due());
    }

    private boolean mayRelate(IssueView issue) {
        return !issue.state().ended() && duplicates.mayRelate(issue.id());
    }

    /** Merged, linked, come up again, and the common problem it belongs to. */
    private Component relations(IssueView issue) {
        var list = new UnorderedList();
        list.addClassName("issue-related");
        var common = issue.intake().common();
        if (common != null) {
            list.add(new ListItem(
                    tag(text("common.title")),
                    new Anchor("common-problem/" + common.id(), common.number() + " " + common.title())));
        }
        for (var other : issue.intake().related()) {
            var name = other.number() + " " + other.title();
            list.add(new ListItem(
                    tag(text("related." + other.kind())),
                    other.id() == null ? new Span(name) : new Anchor("issue/" + other.id(), name),
                    tag(IssueTexts.state(other.state())),
                    new Span(dates.day(other.registeredOn(), IssueTexts.locale()))));
        }
        var section = new Div(new H2(text("related.title")), list);
        section.addClassName("section");
        if (mayRelate(issue)) {
            section.add(new Button(
                    text("duplicates.open"),
                    e -> new MergeDialog(issues, duplicates, dates, issue, () -> reload(issue.id())).open()));
        }
        var joinable = joinable(issue);
        if (!joinable.isEmpty()) {
            section.add(join(issue, joinable));
        }
        return section;
    }

    /** The common problems it could be added to by the current person. */
    private List<CommonProblems.Joinable> joinable(IssueView issue) {
        return issue.intake().common() != null || !issue.state().onTheClock()
                ? List.of()
                : problems.joinable().stream()
                        .filter(one -> one.campaignId().equals(issue.campaignId()))
                        .toList();
    }

    private Component join(IssueView issue, List<CommonProblems.Joinable> joinable) {
        var which = new Select<CommonProblems.Joinable>();
        which.setLabel(text("common.join"));
        which.setItems(joinable);
        which.setItemLabelGenerator(one -> one == null ? "" : one.number() + " " + one.title());
        var add = new Button(text("common.join.submit"));
        add.setDisableOnClick(true);
        add.addClickListener(e -> {
            var chosen = which.getValue();
            if (chosen != null && Notices.attempt(() -> problems.add(chosen.id(), List.of(issue.id())))) {
                Notices.success("common.joined", chosen.number());
                reload(issue.id());
            }
            add.setEnabled(true);
        });
        var form = new Div(which, add);
        form.addClassName("issue-form");
        return form;
    }

    private Component related(IssueView issue) {
        var list = new UnorderedList();
        list.addClassName("issue-related");
        for (var other : issue.related()) {
            list.add(new ListItem(
                    new Anchor("issue/" + other.id(), other.title()),
                    tag(text("issue.state." + other.state())),
                    new Span(dates.day(other.registeredOn(), IssueTexts.locale()))));
        }
        var section = new Div(new H2(text("issue.related")), list);
        section.addClassName("section");
        return section;
    }

    private Component diagram(IssueView issue) {
        var section = new Div(new H2(text("issue.diagram")));
        section.addClassName("section");
        pictures.of("issue-handling", issue.id().toString()).ifPresent(picture -> {
            section.add(picture(picture.xml(), picture.active(), picture.done()));
            if (picture.active().contains("callActivity_escalateIssue")) {
                pictures.of("issue-escalation", issue.id().toString())
                        .ifPresent(inner -> section.add(
                                new H3(text("issue.diagram.level", IssueTexts.level(issue.level()))),
                                picture(inner.xml(), inner.active(), inner.done())));
            }
        });
        return section;
    }

    private static Component picture(
            String xml, java.util.Collection<String> active, java.util.Collection<String> done) {
        var diagram = new BpmnDiagram(xml);
        diagram.mark(active, done);
        return diagram;
    }

    private static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

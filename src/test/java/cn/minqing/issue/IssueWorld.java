package cn.minqing.issue;

import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.organization.Area;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * A small world with a campaign in its second phase, whose first cadre is in contact with the first household, the
 * second with the second, and so on; and what tests of issues do in it.
 */
public final class IssueWorld {
    /** A Monday, a workday, with a make-up day and the Spring Festival still to come. */
    public static final LocalDate MONDAY = LocalDate.of(2013, 1, 21);

    public final SmallWorld people;
    public final UUID campaignId;
    private final Tools tools;

    private IssueWorld(SmallWorld people, UUID campaignId, Tools tools) {
        this.people = people;
        this.campaignId = campaignId;
        this.tools = tools;
    }

    /** What the world is made and run with. */
    @Component
    public static class Tools {
        private final SmallWorlds worlds;
        private final CampaignTemplates templates;
        private final ObjectMapper json;
        private final JdbcClient jdbc;
        private final AppClock clock;
        private final Issues issues;
        private final IssueTasks tasks;
        private final WorkItems workItems;
        private final ManagementService management;
        private final RuntimeService runtime;

        Tools(
                SmallWorlds worlds,
                CampaignTemplates templates,
                ObjectMapper json,
                JdbcClient jdbc,
                AppClock clock,
                Issues issues,
                IssueTasks tasks,
                WorkItems workItems,
                ManagementService management,
                RuntimeService runtime) {
            this.worlds = worlds;
            this.templates = templates;
            this.json = json;
            this.jdbc = jdbc;
            this.clock = clock;
            this.issues = issues;
            this.tasks = tasks;
            this.workItems = workItems;
            this.management = management;
            this.runtime = runtime;
        }

        /** An issue of another household, registered by the current person, its contact, to be handled in 5 workdays. */
        public UUID matterOf(IssueWorld world, UUID household) {
            var matter = world.matter(Route.WITHIN_DEADLINE, "cadre", "income");
            return issues.register(matter.at(household, "", Channel.VISIT));
        }

        public IssueWorld create() {
            clock.set(morning(MONDAY));
            var world = worlds.create();
            var template = templates.find("s1-shangluo").orElseThrow();
            var campaignId = Ids.next();
            jdbc.sql("""
                    insert into campaign (id, name, template_id, template_version, template, host_unit_id, area_id,
                      area_code, phase, mobilization_start, implementation_start, acceptance_start, ends_on, launched_by,
                      launched_at, version)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'IMPLEMENTATION', '2013-01-15', '2013-01-21', '2013-03-21',
                      '2013-03-31', ?, now(), 0)
                    """)
                    .params(
                            campaignId,
                            "走农户",
                            template.id(),
                            template.version(),
                            json.writeValueAsString(template),
                            world.office().id(),
                            world.village().id(),
                            world.village().code(),
                            world.clerk().id())
                    .update();
            for (var index = 0; index < world.households().size(); index++) {
                var cadre = world.cadres().get(index % world.cadres().size());
                jdbc.sql("""
                        insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date)
                        values (?, ?, ?, ?, ?, '2013-01-18')
                        """)
                        .params(Ids.next(), campaignId, world.households().get(index), cadre.id(), cadre.unitId())
                        .update();
            }
            return new IssueWorld(world, campaignId, this);
        }
    }

    public static Instant morning(LocalDate date) {
        return date.atTime(9, 0).atZone(AppClock.ZONE).toInstant();
    }

    /** The contact of the second household, which is not vulnerable. */
    public Person cadre() {
        return people.cadres().get(1);
    }

    public UUID household() {
        return people.households().get(1);
    }

    public NewIssue matter(@Nullable Route route, String solvable, String category) {
        return new NewIssue(
                campaignId,
                household(),
                category,
                "三组到村委会的路雨后难走",
                "雨后泥深，孩子上学要绕两里路。",
                false,
                solvable,
                route,
                "",
                route == Route.ON_THE_SPOT ? "当场帮他填好了表。" : "");
    }

    public UUID register(NewIssue issue) {
        return people.as(cadre(), () -> tools.issues.register(issue));
    }

    /** An issue that its first visitor handles within 5 workdays. */
    public UUID withinDeadline() {
        return register(matter(Route.WITHIN_DEADLINE, "cadre", "income"));
    }

    /** An issue that waits for the village to accept it. */
    public UUID escalated() {
        return register(matter(Route.ESCALATED, "above", "income"));
    }

    /** Does something in the open task of that kind, as the person. */
    public void decide(Person person, UUID issue, String element, Consumer<UUID> command) {
        people.run(person, () -> command.accept(item(issue, element).id()));
    }

    /** The open task of that kind which the current person may work on. */
    public WorkItem item(UUID issue, String element) {
        return tools.workItems.about(issue).stream()
                .filter(item -> item.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + element + " for the current person; open: "
                        + tools.workItems.waitingFor(issue).stream()
                                .map(WorkItem::element)
                                .toList()));
    }

    /** The user tasks that wait now, whoever's they are. */
    public List<String> waiting(UUID issue) {
        return tools.workItems.waitingFor(issue).stream().map(WorkItem::element).toList();
    }

    public List<WorkItem> open(UUID issue) {
        return tools.workItems.waitingFor(issue);
    }

    public IssueView view(Person person, UUID issue) {
        return people.as(person, () -> tools.issues.view(issue));
    }

    public List<EntryKind> story(UUID issue) {
        return view(people.clerk(), issue).entries().stream()
                .map(IssueView.Entry::kind)
                .toList();
    }

    /** Waits until that timer of the issue is due and lets it fire. */
    public void fire(UUID issue, String timer) {
        var job =
                tools.runtime.createProcessInstanceQuery().processInstanceBusinessKey(issue.toString()).list().stream()
                        .flatMap(instance -> tools
                                .management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(timer)
                                .list()
                                .stream())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no timer " + timer));
        var due = job.getDuedate().toInstant().plus(Duration.ofSeconds(1));
        if (due.isAfter(tools.clock.now())) {
            tools.clock.set(due);
        }
        tools.management.executeJob(job.getId());
    }

    public void today(LocalDate date) {
        tools.clock.set(morning(date));
    }

    public boolean running(UUID issue) {
        return tools.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(issue.toString())
                        .count()
                > 0;
    }

    /** Takes away whoever leads the area. */
    public void nobodyLeads(Area area) {
        tools.jdbc
                .sql("delete from role_grant where scope_id = ?")
                .param(area.id())
                .update();
    }

    /** Takes that role from everybody in this world. */
    public void nobodyIs(String role) {
        tools.jdbc
                .sql(
                        "delete from role_grant where role = ? and scope_id in (select id from unit where id = ? or parent_id = ?)")
                .params(role, people.office().id(), people.office().id())
                .update();
    }

    // The steps most scenarios share.

    public void handle(UUID issue) {
        decide(
                cadre(),
                issue,
                IssueTasks.HANDLE,
                item -> tools.tasks.handle(item, IssueResult.RESOLVED, "联系了农机站，路已垫平。", "农机站派工单 12 号"));
    }

    public void tell(UUID issue) {
        decide(cadre(), issue, IssueTasks.TELL, item -> tools.tasks.tellHousehold(item, "IN_PERSON", "上门说了，住户看过路了。"));
    }

    public void ask(UUID issue, boolean satisfied) {
        decide(
                people.clerk(),
                issue,
                IssueTasks.ASK,
                item -> tools.tasks.askSatisfaction(item, satisfied, satisfied ? "" : "还是走不成。", "HEAD"));
    }

    public void close(Person leader, UUID issue) {
        decide(leader, issue, IssueTasks.CLOSE, item -> tools.tasks.close(item, "同意"));
    }
}

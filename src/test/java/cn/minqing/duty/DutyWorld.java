package cn.minqing.duty;

import cn.minqing.SmallWorld;
import cn.minqing.issue.IssueWorld;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The world of {@link IssueWorld} with duty on Tuesdays and Thursdays, its leaders on the Thursdays of odd weeks. */
public final class DutyWorld {
    /** In the fourth week of the year. */
    public static final LocalDate TUESDAY = IssueWorld.MONDAY.plusDays(1);

    /** In the fifth week of the year: the leader sits, too. */
    public static final LocalDate LEADERS_THURSDAY = IssueWorld.MONDAY.plusDays(10);

    public final SmallWorld people;
    public final UUID campaignId;
    private final Tools tools;

    private DutyWorld(SmallWorld people, UUID campaignId, Tools tools) {
        this.people = people;
        this.campaignId = campaignId;
        this.tools = tools;
    }

    @Component
    public static class Tools {
        private final IssueWorld.Tools worlds;
        private final Rosters rosters;
        private final Duties duties;
        private final WorkItems workItems;
        private final JdbcClient jdbc;
        private final RuntimeService runtime;
        private final ManagementService management;
        private final AppClock clock;

        Tools(
                IssueWorld.Tools worlds,
                Rosters rosters,
                Duties duties,
                WorkItems workItems,
                JdbcClient jdbc,
                RuntimeService runtime,
                ManagementService management,
                AppClock clock) {
            this.worlds = worlds;
            this.rosters = rosters;
            this.duties = duties;
            this.workItems = workItems;
            this.jdbc = jdbc;
            this.runtime = runtime;
            this.management = management;
            this.clock = clock;
        }

        public DutyWorld create() {
            var world = worlds.create();
            jdbc.sql("update campaign set template = jsonb_set(template::jsonb, '{duty}', ?::jsonb)::text where id = ?")
                    .params("""
                            {"per": "VILLAGE", "weekdays": ["TUESDAY", "THURSDAY"], "leaderWeekday": "THURSDAY",
                             "source": "S7.5"}
                            """, world.campaignId)
                    .update();
            return new DutyWorld(world.people, world.campaignId, this);
        }

        /** Drafted and published by the office. */
        public DutyWorld published() {
            var world = create();
            world.people.run(world.people.clerk(), () -> {
                rosters.draft(world.campaignId);
                rosters.publish(world.campaignId);
            });
            return world;
        }
    }

    /** Every turn of the roster, by day. */
    public List<Duty> turns(Person reader) {
        return people.as(
                reader,
                () -> tools.rosters
                        .page(new Rosters.Filter(campaignId, "", null, IssueWorld.MONDAY, null), null, 500)
                        .turns());
    }

    /** The cadre's turn of that day. */
    public Duty turn(LocalDate day) {
        return turn(day, false);
    }

    public Duty turn(LocalDate day, boolean leader) {
        return turns(people.clerk()).stream()
                .filter(duty -> duty.day().equals(day) && duty.leader() == leader)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no turn on " + day));
    }

    public Person person(UUID id) {
        return people.people().get(id);
    }

    /** Moves the clock to the morning of the day and starts what begins. */
    public void comes(LocalDate day) {
        tools.clock.set(IssueWorld.morning(day));
        while (tools.duties.begin(100) > 0) {
            continue;
        }
    }

    /** The person's open item of that kind about the subject. */
    public WorkItem item(Person person, UUID subject, String element) {
        return people.as(
                person,
                () -> tools.workItems.about(subject).stream()
                        .filter(item -> item.element().equals(element))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + element)));
    }

    public boolean running(UUID subject) {
        return tools.runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject.toString())
                        .count()
                > 0;
    }

    /** Fires the timer of the process about the subject. */
    public void fire(UUID subject, String timer) {
        var instance = tools.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .singleResult();
        var job = tools.management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        tools.clock.set(job.getDuedate().toInstant().plusSeconds(1));
        tools.management.executeJob(job.getId());
    }
}

package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.household.Households;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("事项办理中的意外：什么也不丢，什么也不重办")
class IssueFaultsTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    Households households;

    @Autowired
    Areas areas;

    @Autowired
    Ladder ladder;

    @Autowired
    Workdays workdays;

    @Autowired
    cn.minqing.platform.AppClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @RepeatedTest(3)
    @DisplayName("领导正在受理，时限同时到了：只算一次，要么受理，要么视为受理，另一边得知")
    void a_timer_fires_during_a_decision() throws Exception {
        var issue = world.escalated();
        var village = world.people.villageLeader();
        var item = world.people.as(
                village, () -> world.item(issue, IssueTasks.ACCEPT).id());
        var job = runtime.createProcessInstanceQuery().processInstanceBusinessKey(issue.toString()).list().stream()
                .flatMap(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("timer_acceptanceOverdue")
                        .list()
                        .stream())
                .findFirst()
                .orElseThrow();
        clock.set(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        var start = new CyclicBarrier(2);
        var told = new ArrayList<Throwable>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var timer = pool.submit(() -> attempt(start, told, () -> {
                management.executeJob(job.getId());
                return null;
            }));
            var leader = pool.submit(() -> attempt(
                    start,
                    told,
                    () -> world.people.as(village, () -> {
                        tasks.accept(item);
                        return null;
                    })));
            timer.get();
            leader.get();
        }
        assertThat(told).as("one of them comes too late").hasSize(1);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        var story = world.story(issue);
        assertThat(story.stream().filter(kind -> kind == EntryKind.ACCEPTED || kind == EntryKind.SILENCE))
                .as("it was accepted once")
                .hasSize(1);
        assertThat(world.view(village, issue).levels()).hasSize(1);
    }

    @Test
    @DisplayName("办理中住户迁走销户：事项照办，首访责任人告知，照样征询、销号")
    void the_household_is_struck_off() {
        var issue = world.withinDeadline();
        world.people.run(world.people.clerk(), () -> households.strikeOff(world.household(), "MOVED_AWAY"));
        jdbc.sql("update contact set until_date = '2013-01-21' where household_id = ?")
                .param(world.household())
                .update();
        world.handle(issue);
        world.tell(issue);
        world.ask(issue, true);
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
        assertThat(world.view(world.people.clerk(), issue).state()).isEqualTo(IssueState.CLOSED);
    }

    @Test
    @DisplayName("区划改名、负责人换人：等着的任务归新的负责人，事项跟着新名称")
    void the_area_is_renamed_and_led_by_somebody_else() {
        var issue = world.escalated();
        var village = world.people.village();
        var successor = world.people.cadres().get(3);
        areas.save(village.code(), AreaLevel.VILLAGE, "新里程村", "test");
        world.nobodyLeads(village);
        lead(successor, village.id());
        assertThat(world.people.as(
                        world.people.villageLeader(), () -> failure(() -> world.item(issue, IssueTasks.ACCEPT))))
                .as("who led it before has no part in it now")
                .isInstanceOf(AssertionError.class);
        var now = successor;
        world.decide(now, issue, IssueTasks.ACCEPT, tasks::accept);
        assertThat(world.view(now, issue).levels().getFirst().area()).isEqualTo("新里程村");
        world.decide(
                now,
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "新班子办的。", ""));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.TELL);
    }

    @Test
    @DisplayName("区划撤并后这一级没人负责：视为受理，超期逐步督办，满 5 天由上一级接办，不会没人管")
    void nobody_leads_the_level_any_more() {
        var issue = world.escalated();
        world.nobodyLeads(world.people.village());
        world.fire(issue, "timer_acceptanceOverdue");
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        var due = world.view(world.people.clerk(), issue).clock().deadline();
        world.today(workdays.plus(due, 5));
        ladder.climb(world.campaignId);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
    }

    private void lead(Person person, UUID areaId) {
        jdbc.sql("insert into role_grant (person_id, role, scope_id) values (?, ?, ?)")
                .params(person.id(), Role.VILLAGE_LEADER.code(), areaId)
                .update();
    }

    private static Throwable failure(Runnable action) {
        try {
            action.run();
            return new IllegalStateException("nothing failed");
        } catch (Throwable e) {
            return e;
        }
    }

    private static boolean attempt(CyclicBarrier start, List<Throwable> told, Callable<?> action) {
        try {
            start.await();
            action.call();
            return true;
        } catch (UserError
                | org.camunda.bpm.engine.ProcessEngineException
                | org.springframework.dao.DataAccessException e) {
            synchronized (told) {
                told.add(e);
            }
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

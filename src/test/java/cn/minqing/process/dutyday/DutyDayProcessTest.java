package cn.minqing.process.dutyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.campaign.CampaignArchived;
import cn.minqing.duty.Duties;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyState;
import cn.minqing.duty.DutyWorld;
import cn.minqing.duty.Rosters;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DisplayName("一线工作日值班")
class DutyDayProcessTest {
    @Autowired
    DutyWorld.Tools tools;

    @Autowired
    Rosters rosters;

    @Autowired
    Duties duties;

    @Autowired
    Issues issues;

    @Autowired
    Households households;

    @Autowired
    Reminders reminders;

    @Autowired
    WorkItems workItems;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @DisplayName("按模板排出整期的班：排出的只有办公室看得到，公布后人人看得到；重排只补缺的")
    void drafted_and_published() {
        var world = tools.create();
        var people = world.people;
        var cadre = people.cadres().get(1);
        assertThatThrownBy(() -> people.run(cadre, () -> rosters.draft(world.campaignId)))
                .isInstanceOf(UserError.class);

        var drafted = people.as(people.clerk(), () -> rosters.draft(world.campaignId));

        assertThat(drafted.empty()).isEmpty();
        assertThat(world.turns(people.clerk()))
                .hasSize(drafted.turns())
                .allMatch(duty -> duty.state() == DutyState.DRAFT);
        assertThat(world.turns(cadre)).isEmpty();
        assertThat(world.turn(DutyWorld.LEADERS_THURSDAY, true).personId())
                .isIn(people.cadres().get(0).id(), people.cadres().get(3).id());
        // Tuesday 12 and Thursday 14 February lie in the Spring Festival.
        assertThat(world.turns(people.clerk()))
                .extracting(Duty::day)
                .doesNotContain(LocalDate.of(2013, 2, 12), LocalDate.of(2013, 2, 14));

        people.run(people.clerk(), () -> rosters.publish(world.campaignId));
        assertThat(world.turns(cadre)).hasSize(drafted.turns()).allMatch(duty -> duty.state() == DutyState.PLANNED);
        assertThat(people.as(people.clerk(), () -> rosters.draft(world.campaignId))
                        .turns())
                .isZero();
        assertThatThrownBy(() -> people.run(people.clerk(), () -> rosters.publish(world.campaignId)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("duty.nothingDrafted"));
    }

    @Test
    @DisplayName("值班日：值班人有任务，查得到本村住户，来的事项按值班渠道登记，登记后计入工作")
    void the_day_of_duty() {
        var world = tools.published();
        var people = world.people;
        var duty = world.turn(DutyWorld.TUESDAY);
        var sitter = world.person(duty.personId());
        // A household that is in contact with somebody else.
        var household = people.households().stream()
                .filter(one -> !contactOf(world, one).equals(sitter.id()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> people.run(sitter, () -> issues.register(matter(world, household))))
                .isInstanceOf(UserError.class);

        world.comes(DutyWorld.TUESDAY);

        var item = world.item(sitter, duty.id(), Duties.RECORD);
        people.run(sitter, () -> households.requireVisible(household));
        var issue = people.as(sitter, () -> issues.register(matter(world, household)));
        var key = Ids.next();
        people.run(sitter, () -> duties.addCaller(item.id(), key, household, "三组的路难走", issue));
        people.run(sitter, () -> duties.addCaller(item.id(), key, household, "三组的路难走", issue));
        people.run(sitter, () -> duties.addCaller(item.id(), Ids.next(), null, "问补贴什么时候发，已说明", null));
        assertThat(people.as(sitter, () -> duties.callers(duty.id()))).hasSize(2);

        assertThatThrownBy(() -> people.run(sitter, () -> duties.record(item.id(), true, null, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("visitors"));
        people.run(sitter, () -> duties.record(item.id(), true, 2, "两人来反映，一件登记，一件当场说明。"));

        assertThat(world.running(duty.id())).isFalse();
        assertThat(people.as(sitter, () -> issues.view(issue)).intake().channel())
                .isEqualTo(Channel.DUTY_DAY);
        assertThat(jdbc.sql("select count(*) from work_done where kind = 'duty' and source_id = ? and person_id = ?")
                        .params(duty.id(), sitter.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var done = people.as(sitter, () -> duties.view(duty.id()));
        assertThat(done.state()).isEqualTo(DutyState.DONE);
        assertThat(done.late()).isFalse();
        assertThatThrownBy(() -> people.run(sitter, () -> households.requireVisible(household)))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("当天没有登记：告知村负责人一次，不扣分；第二天补记照收，注明补记")
    void missed_and_recorded_late() {
        var world = tools.published();
        var people = world.people;
        var duty = world.turn(DutyWorld.TUESDAY);
        var sitter = world.person(duty.personId());
        world.comes(DutyWorld.TUESDAY);

        world.fire(duty.id(), "timer_dutyMissed");

        assertThat(people.as(people.villageLeader(), () -> reminders.mine(10)))
                .filteredOn(one -> one.subjectId().equals(duty.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reason()).isEqualTo("duty.missed");
                    assertThat(one.colour()).isEqualTo(WorkItem.Colour.NONE);
                });
        var item = world.item(sitter, duty.id(), Duties.RECORD);
        people.run(sitter, () -> duties.record(item.id(), true, 0, ""));
        var done = people.as(sitter, () -> duties.view(duty.id()));
        assertThat(done.late()).isTrue();
        assertThat(done.missed()).isTrue();
        assertThat(done.state()).isEqualTo(DutyState.DONE);
    }

    @Test
    @DisplayName("没有值成：要写原因，告知村负责人，不计入工作")
    void not_held() {
        var world = tools.published();
        var people = world.people;
        var duty = world.turn(DutyWorld.TUESDAY);
        var sitter = world.person(duty.personId());
        world.comes(DutyWorld.TUESDAY);
        var item = world.item(sitter, duty.id(), Duties.RECORD);
        assertThatThrownBy(() -> people.run(sitter, () -> duties.record(item.id(), false, null, " ")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("words"));

        people.run(sitter, () -> duties.record(item.id(), false, null, "大雪封路，没能进村。"));

        assertThat(world.running(duty.id())).isFalse();
        assertThat(people.as(people.villageLeader(), () -> reminders.mine(10)))
                .extracting(Reminders.Reminder::subjectId)
                .contains(duty.id());
        assertThat(jdbc.sql("select count(*) from work_done where source_id = ?")
                        .param(duty.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("村负责人可以改派；接替后未到的班和当天的任务都转给接替人")
    void given_to_somebody_else() {
        var world = tools.published();
        var people = world.people;
        var duty = world.turn(DutyWorld.TUESDAY);
        var from = world.person(duty.personId());
        var choices = people.as(people.villageLeader(), () -> rosters.candidates(duty.id()));
        var next = choices.getFirst().personId();
        people.run(people.villageLeader(), () -> rosters.change(duty.id(), from.id(), next));
        assertThat(world.turn(DutyWorld.TUESDAY).personId()).isEqualTo(next);
        assertThatThrownBy(() -> people.run(people.clerk(), () -> rosters.change(duty.id(), from.id(), next)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("duty.changed"));

        world.comes(DutyWorld.TUESDAY);
        var successor = people.cadres().stream()
                .filter(person -> !person.id().equals(next) && !leads(world, person.id()))
                .findFirst()
                .orElseThrow();
        jdbc.sql("update contact set person_id = ? where campaign_id = ? and person_id = ?")
                .params(successor.id(), world.campaignId, next)
                .update();
        var before = world.turns(people.clerk()).size();
        rosters.handOver(world.campaignId, next, successor.id());

        assertThat(world.item(successor, duty.id(), Duties.RECORD)).isNotNull();
        assertThat(world.turns(people.clerk()))
                .hasSize(before)
                .noneMatch(turn -> turn.personId().equals(next) && turn.state() != DutyState.DONE);
        people.run(
                successor,
                () -> duties.record(
                        world.item(successor, duty.id(), Duties.RECORD).id(), true, 1, "一人来问低保。"));
    }

    @Test
    @DisplayName("活动归档：没到的班撤销，当天的任务收回")
    void archived() {
        var world = tools.published();
        world.comes(DutyWorld.TUESDAY);
        var duty = world.turn(DutyWorld.TUESDAY);
        assertThat(world.running(duty.id())).isTrue();

        transaction.executeWithoutResult(status -> events.publishEvent(new CampaignArchived(world.campaignId)));

        assertThat(world.running(duty.id())).isFalse();
        assertThat(world.turns(world.people.clerk())).isEmpty();
    }

    private boolean leads(DutyWorld world, UUID person) {
        return person.equals(world.people.cadres().get(0).id())
                || person.equals(world.people.cadres().get(3).id());
    }

    private UUID contactOf(DutyWorld world, UUID household) {
        return jdbc.sql("select person_id from contact where campaign_id = ? and household_id = ?")
                .params(world.campaignId, household)
                .query(UUID.class)
                .single();
    }

    private static NewIssue matter(DutyWorld world, UUID household) {
        return new NewIssue(world.campaignId, household, "income", "三组的路难走", "雨后泥深。", false, "cadre", null, "", "")
                .by(Channel.DUTY_DAY);
    }
}

package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.organization.Person;
import cn.minqing.platform.Workdays;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.NoticeRow;
import cn.minqing.supervision.Reminders;
import cn.minqing.supervision.Supervision;
import cn.minqing.tasklist.WorkItem.Colour;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("督办阶梯：蓝黄红三色，先催承办人、再催领导、再督办、再通报（R6）")
class SupervisionLadderTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks issueTasks;

    @Autowired
    IssueRequests issueRequests;

    @Autowired
    Workdays workdays;

    @Autowired
    Ladder ladder;

    @Autowired
    SupervisionLadder table;

    @Autowired
    Supervision supervision;

    @Autowired
    Unsolved unsolved;

    @Autowired
    Circulars circulars;

    @Autowired
    Reminders reminders;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @ParameterizedTest(name = "{0} 剩 {1} 天，已走 {2} 步，{3} → {4} {5} {6}")
    @DisplayName("督办阶梯决策表的每一行")
    @CsvSource(
            nullValues = "-",
            value = {
                "acceptance, 1, 0, VILLAGE, NONE, NONE, ''",
                "acceptance, 0, 0, VILLAGE, NONE, REMIND_HANDLER, handler",
                "acceptance, -1, 1, VILLAGE, BLUE, REMIND_LEADER, superior",
                "acceptance, -1, 2, VILLAGE, BLUE, NONE, ''",
                "handling, 3, 0, '', NONE, NONE, ''",
                "handling, 2, 0, '', YELLOW, REMIND_HANDLER, handler",
                "handling, 0, 1, '', YELLOW, NONE, ''",
                "handling, -1, 0, '', RED, REMIND_HANDLER, handler",
                "handling, -1, 1, '', RED, REMIND_LEADER, unit-leader",
                "handling, -1, 1, TOWN, RED, REMIND_LEADER, superior",
                "handling, -2, 2, '', RED, NONE, ''",
                "handling, -3, 2, '', RED, SUPERVISE, inspector",
                "handling, -4, 3, '', RED, NONE, ''",
                "handling, -5, 3, '', RED, CIRCULAR, superior",
                "handling, -5, 4, '', RED, RAISE, superior",
                "handling, -4, 4, '', RED, NONE, ''",
                "handling, -9, 5, '', RED, NONE, ''"
            })
    void each_row(String waiting, int left, int steps, String level, Colour colour, String action, String recipient) {
        var step = table.step(new SupervisionLadder.Situation(waiting, left, steps, level));
        assertThat(step.colour()).isEqualTo(colour);
        assertThat(step.action().name()).isEqualTo(action);
        assertThat(step.recipient()).isEqualTo(recipient);
        assertThat(step.source()).containsPattern("R\\d");
    }

    @Test
    @DisplayName("承办干部拖延：黄色催本人，红色催单位负责人，3 天督办，5 天通报并由上一级接办，每步只做一次")
    void the_whole_ladder() {
        var issue = world.withinDeadline(); // 5 workdays from Monday 21 January: Monday 28 January
        var leader = world.people.unitLeader(world.people.departments().getFirst());
        ladder.climb(world.campaignId);
        assertThat(colour(issue)).isEqualTo(Colour.NONE);
        assertThat(mine(world.cadre())).isEmpty();

        day(LocalDate.of(2013, 1, 24));
        assertThat(colour(issue)).isEqualTo(Colour.YELLOW);
        assertThat(mine(world.cadre())).hasSize(1);
        assertThat(mine(leader)).isEmpty();

        day(LocalDate.of(2013, 1, 29));
        assertThat(colour(issue)).isEqualTo(Colour.RED);
        assertThat(mine(leader)).hasSize(1);
        assertThat(notices()).isEmpty();

        day(LocalDate.of(2013, 1, 31));
        assertThat(notices()).hasSize(1);
        assertThat(notices().getFirst().unit()).isEqualTo("第1科");
        assertThat(criticisms()).isZero();

        day(LocalDate.of(2013, 2, 4));
        assertThat(criticisms()).isEqualTo(1);
        assertThat(mine(world.people.villageLeader())).hasSize(2);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.villageLeader(), issue).level()).isEqualTo("VILLAGE");
        assertThat(colour(issue)).as("the village starts without a mark").isEqualTo(Colour.NONE);
        assertThat(world.open(issue).getFirst().colour()).isEqualTo(Colour.NONE);
        assertThat(world.view(world.cadre(), issue).number())
                .as("who had it still sees it")
                .isNotBlank();

        day(LocalDate.of(2013, 2, 5));
        assertThat(notices()).hasSize(1);
        assertThat(criticisms()).isEqualTo(1);
        assertThat(world.story(issue))
                .containsSubsequence(
                        EntryKind.REMINDED,
                        EntryKind.REMINDED,
                        EntryKind.SUPERVISED,
                        EntryKind.CIRCULATED,
                        EntryKind.RAISED,
                        EntryKind.RECEIVED)
                .filteredOn(kind -> kind == EntryKind.RAISED)
                .hasSize(1);
    }

    @Test
    @DisplayName("提级以后：村里办结，仍由首访责任人告知住户；原来的延期申请作废")
    void the_level_above_takes_over() {
        var issue = world.withinDeadline();
        world.today(LocalDate.of(2013, 1, 25));
        world.decide(world.cadre(), issue, IssueTasks.HANDLE, item -> issueRequests.requestExtension(item, "等农机。", 3));
        day(LocalDate.of(2013, 2, 4));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.story(issue)).containsSubsequence(EntryKind.REQUEST_LAPSED, EntryKind.RAISED);

        var village = world.people.villageLeader();
        world.decide(village, issue, IssueTasks.ACCEPT, issueTasks::accept);
        world.decide(
                village,
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> issueTasks.handleAtLevel(item, IssueResult.RESOLVED, "村里派了机械。", ""));
        world.tell(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ASK);
    }

    @Test
    @DisplayName("没人确认研判的，超期满 5 天由村里接办；不算改变建议")
    void nobody_confirmed_the_triage() {
        var issue = world.register(world.matter(null, "cadre", "income"));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.CONFIRM_TRIAGE);
        day(LocalDate.of(2013, 2, 4));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
        assertThat(world.view(world.people.villageLeader(), issue).level()).isEqualTo("VILLAGE");
    }

    @Test
    @DisplayName("政策一直没人去解释的，超期满 5 天由村里接办")
    void nobody_explained() {
        var issue = world.register(world.matter(Route.POLICY_EXPLANATION, "policy", "income"));
        day(LocalDate.of(2013, 2, 20));
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("本级拖延满 5 天：提到上一级，本级看得到；部门拖延也一样；到最高一级报领导小组，列入未解决事项跟进")
    void level_by_level() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, issueTasks::accept);
        late(issue);
        assertThat(world.view(world.people.townLeader(), issue).level()).isEqualTo("TOWN");
        assertThat(world.view(world.people.villageLeader(), issue)
                        .levels()
                        .getFirst()
                        .outcome())
                .isEqualTo("RAISED");

        world.decide(
                world.people.townLeader(),
                issue,
                IssueTasks.ACCEPT,
                item -> issueTasks.delegate(item, world.people.townStation().id(), ""));
        late(issue);
        assertThat(world.view(world.people.countyLeader(), issue).level()).isEqualTo("COUNTY");

        world.decide(world.people.countyLeader(), issue, IssueTasks.ACCEPT, issueTasks::accept);
        late(issue);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE_AT_LEVEL);
        assertThat(mine(world.people.leadingGroup())).isNotEmpty();
        assertThat(world.story(issue))
                .filteredOn(kind -> kind == EntryKind.RAISED)
                .hasSize(2);

        var office = List.of(world.people.clerk(), world.people.leadingGroup());
        for (var person : office) {
            assertThat(unsolvedOf(person))
                    .filteredOn(line -> line.id().equals(issue))
                    .singleElement()
                    .satisfies(line -> assertThat(line.why()).isEqualTo(Unsolved.Why.NOBODY_ABOVE));
        }
        world.people.run(world.people.clerk(), () -> unsolved.followUp(issue, "已报县委常委会。", LocalDate.of(2013, 6, 3)));
        assertThat(world.story(issue)).contains(EntryKind.FOLLOWED_UP);
        world.decide(
                world.people.countyLeader(),
                issue,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> issueTasks.handleAtLevel(item, IssueResult.RESOLVED, "县里派了工程队。", ""));
        world.tell(issue);
        assertThat(unsolvedOf(world.people.clerk()))
                .as("handled and told: not unsolved any more")
                .noneMatch(line -> line.id().equals(issue));
    }

    @Test
    @DisplayName("没有人能整改、也没有活动办公室：通知照样下达，等有人来接，阶梯不停在那里")
    void nobody_could_rectify() {
        var issue = world.withinDeadline();
        world.nobodyIs("unit-leader");
        world.nobodyIs("campaign-office");
        day(LocalDate.of(2013, 2, 4));
        assertThat(notices()).hasSize(1);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    private void late(UUID issue) {
        var due = world.view(world.people.villageLeader(), issue).clock().deadline();
        day(workdays.plus(due, 5));
    }

    @Test
    @DisplayName("系统停了多日：一次补齐每一步，不重复")
    void catches_up() {
        var issue = world.withinDeadline();
        day(LocalDate.of(2013, 2, 5));
        assertThat(world.story(issue))
                .filteredOn(kind ->
                        kind == EntryKind.REMINDED || kind == EntryKind.SUPERVISED || kind == EntryKind.CIRCULATED)
                .containsExactly(EntryKind.REMINDED, EntryKind.REMINDED, EntryKind.SUPERVISED, EntryKind.CIRCULATED);
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.ACCEPT);
    }

    @Test
    @DisplayName("等待受理：最后一天提醒本级，逾期蓝色报上一级")
    void waits_for_acceptance() {
        var issue = world.escalated();
        day(LocalDate.of(2013, 1, 22));
        assertThat(colour(issue)).isEqualTo(Colour.NONE);
        assertThat(mine(world.people.villageLeader())).hasSize(1);

        day(LocalDate.of(2013, 1, 23));
        assertThat(colour(issue)).isEqualTo(Colour.BLUE);
        assertThat(mine(world.people.townLeader())).hasSize(1);
    }

    @Test
    @DisplayName("本级办理超期：催本级，再报上一级领导")
    void a_level_is_late() {
        var issue = world.escalated();
        world.decide(world.people.villageLeader(), issue, IssueTasks.ACCEPT, issueTasks::accept);
        day(world.view(world.people.villageLeader(), issue).clock().deadline().plusDays(3));
        assertThat(colour(issue)).isEqualTo(Colour.RED);
        assertThat(mine(world.people.townLeader())).isNotEmpty();
    }

    @Test
    @DisplayName("办结的事项不再上阶梯")
    void handled_issues_leave_the_ladder() {
        var issue = world.withinDeadline();
        world.handle(issue);
        day(LocalDate.of(2013, 2, 20));
        assertThat(notices()).isEmpty();
        assertThat(criticisms()).isZero();
    }

    private List<Unsolved.Line> unsolvedOf(Person person) {
        return world.people.as(person, () -> unsolved.page(true, null, 50).lines());
    }

    private void day(LocalDate date) {
        world.today(date);
        ladder.climb(world.campaignId);
        ladder.climb(world.campaignId);
    }

    private Colour colour(UUID issue) {
        return world.view(world.people.clerk(), issue).colour();
    }

    private List<Reminders.Reminder> mine(Person person) {
        return world.people.as(person, () -> reminders.mine(50));
    }

    private List<NoticeRow> notices() {
        return world.people.as(
                world.people.inspector(),
                () -> supervision.page(false, null, 50).rows());
    }

    private int criticisms() {
        return world.people.as(
                world.people.inspector(),
                () -> circulars.page(CircularKind.CRITICISM, null, 50).rows().size());
    }
}

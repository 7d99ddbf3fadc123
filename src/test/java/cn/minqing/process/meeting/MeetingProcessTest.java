package cn.minqing.process.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.meeting.AgendaItem;
import cn.minqing.meeting.AgendaItem.Section;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.MeetingPaper;
import cn.minqing.meeting.MeetingState;
import cn.minqing.meeting.Meetings;
import cn.minqing.meeting.NewMeeting;
import cn.minqing.meeting.OpinionState;
import cn.minqing.meeting.Opinions;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("会议和意见")
class MeetingProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Meetings meetings;

    @Autowired
    Opinions opinions;

    @Autowired
    MeetingPaper paper;

    @Autowired
    Issues issues;

    @Autowired
    Households households;

    @Autowired
    Reminders reminders;

    @Autowired
    WorkItems workItems;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AppClock clock;

    @Test
    @DisplayName("恳谈会：安排、记录，意见逐条成为事项、解释或建议，最后一条落实任务就办结，并计入工作")
    void every_opinion_is_settled() {
        var world = tools.create();
        var people = world.people;
        var cadre = world.cadre();
        var colleague = people.cadres().get(2);
        var key = Ids.next();
        var meeting = plan(world, key, MeetingKind.TALK, clock.today(), List.of(colleague.id()));
        assertThat(plan(world, key, MeetingKind.TALK, clock.today(), List.of())).isEqualTo(meeting);
        // A household of somebody else.
        var household = people.households().get(3);
        people.run(cadre, () -> households.requireVisible(household));
        var first = Ids.next();
        people.run(cadre, () -> opinions.add(meeting, first, household, "", "三组的路雨后难走", "铺石子"));
        people.run(colleague, () -> opinions.add(meeting, Ids.next(), null, "一位老人", "新农合报销比例怎么算", ""));
        people.run(colleague, () -> opinions.add(meeting, Ids.next(), null, "", "村务公开栏字太小", "换大的"));
        assertThatThrownBy(() ->
                        people.run(people.cadres().get(5), () -> opinions.add(meeting, Ids.next(), null, "", "别的", "")))
                .isInstanceOf(UserError.class);

        assertThatThrownBy(() -> people.run(
                        cadre, () -> meetings.record(task(cadre, world, meeting, Meetings.RECORD), null, 0, " ")))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields()).containsOnlyKeys("day", "attendance", "minutes"));
        people.run(
                cadre,
                () -> meetings.record(
                        task(cadre, world, meeting, Meetings.RECORD), clock.today(), 18, "十八户来了人，说了三件事。"));
        assertThat(work(meeting)).containsExactlyInAnyOrder(cadre.id(), colleague.id());

        var said = people.as(cadre, () -> opinions.of(meeting));
        assertThat(said).hasSize(3).allMatch(one -> one.state() == OpinionState.OPEN);
        var issue = people.as(cadre, () -> opinions.toIssue(first, matter(world)));
        assertThat(people.as(cadre, () -> opinions.toIssue(first, matter(world))))
                .isEqualTo(issue);
        assertThat(people.as(cadre, () -> issues.view(issue)).intake().channel())
                .isEqualTo(Channel.MEETING);
        people.run(colleague, () -> opinions.explain(said.get(1).id(), "按参合年限和医院级别，当面算给他看了。"));
        assertThat(running(meeting)).isTrue();
        people.run(colleague, () -> opinions.suggest(said.get(2).id(), "交村委会，下月换。"));

        assertThat(running(meeting)).isFalse();
        var figures = opinions.figures(world.campaignId, null);
        assertThat(figures).isEqualTo(new Opinions.Figures(3, 1, 1, 0, 1, 0));
        assertThatThrownBy(() -> people.run(cadre, () -> households.requireVisible(household)))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("问卷：一张意见征集表上的每条意见各成一条，当场解释的不用再办；没有意见的记录后就办结")
    void a_questionnaire() {
        var world = tools.create();
        var people = world.people;
        var cadre = world.cadre();
        var meeting = plan(world, Ids.next(), MeetingKind.QUESTIONNAIRE, clock.today(), List.of());
        Map<String, Object> sheet = Map.of(
                "way", "questionnaire",
                "hasOpinion", "yes",
                "opinions",
                        List.of(Map.of(
                                "about",
                                "policy",
                                "content",
                                "低保怎么申请",
                                "handling",
                                "explain",
                                "explained",
                                "讲了条件和手续")));
        var key = Ids.next();
        assertThat(people.as(cadre, () -> opinions.addSheet(meeting, key, world.household(), "", sheet)))
                .isEqualTo(1);
        assertThat(people.as(cadre, () -> opinions.addSheet(meeting, key, world.household(), "", sheet)))
                .isZero();
        assertThatThrownBy(() -> people.run(
                        cadre, () -> opinions.addSheet(meeting, Ids.next(), null, "", Map.of("way", "nonsense"))))
                .isInstanceOf(UserError.class);

        people.run(
                cadre,
                () -> meetings.record(task(cadre, world, meeting, Meetings.RECORD), clock.today(), 1, "发一份收一份。"));

        assertThat(running(meeting)).isFalse();
        assertThat(people.as(cadre, () -> opinions.of(meeting)))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(OpinionState.EXPLAINED));
    }

    @Test
    @DisplayName("没有开成：要写原因；记了意见的不能取消")
    void cancelled() {
        var world = tools.create();
        var people = world.people;
        var cadre = world.cadre();
        var meeting = plan(world, Ids.next(), MeetingKind.SYMPOSIUM, clock.today(), List.of());
        var item = task(cadre, world, meeting, Meetings.RECORD);
        assertThatThrownBy(() -> people.run(cadre, () -> meetings.cancel(item, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("minutes"));

        people.run(cadre, () -> meetings.cancel(item, "大雪封路，改到下月。"));

        assertThat(running(meeting)).isFalse();
        assertThat(people.as(cadre, () -> meetings.view(meeting)).state()).isEqualTo(MeetingState.CANCELLED);
        var other = plan(world, Ids.next(), MeetingKind.SYMPOSIUM, clock.today(), List.of());
        people.run(cadre, () -> opinions.add(other, Ids.next(), null, "", "路灯不亮", ""));
        assertThatThrownBy(() ->
                        people.run(cadre, () -> meetings.cancel(task(cadre, world, other, Meetings.RECORD), "不开了")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("meeting.hasOpinions"));
    }

    @Test
    @DisplayName("到期没有记录、意见没有落实：各提醒召集人一次，任务仍在，迟了照收")
    void overdue() {
        var world = tools.create();
        var people = world.people;
        var cadre = world.cadre();
        var meeting = plan(world, Ids.next(), MeetingKind.SYMPOSIUM, clock.today(), List.of());
        people.run(cadre, () -> opinions.add(meeting, Ids.next(), null, "", "路灯不亮", ""));
        fire(meeting, "timer_meetingOverdue");
        assertThat(told(world, cadre, meeting)).containsExactly("meeting.recordOverdue");
        people.run(
                cadre,
                () -> meetings.record(task(cadre, world, meeting, Meetings.RECORD), IssueWorld.MONDAY, 9, "说了路灯。"));
        fire(meeting, "timer_opinionsOverdue");
        assertThat(told(world, cadre, meeting))
                .containsExactlyInAnyOrder("meeting.recordOverdue", "meeting.opinionsOverdue");
        assertThat(running(meeting)).isTrue();
        var opinion = people.as(cadre, () -> opinions.of(meeting)).getFirst();
        people.run(cadre, () -> opinions.suggest(opinion.id(), "报供电所。"));
        assertThat(running(meeting)).isFalse();
    }

    @Test
    @DisplayName("不是自己联系的村不能开会；别人看不到会上说了什么")
    void rights() {
        var world = tools.create();
        var other = tools.create();
        assertThatThrownBy(() -> other.people.as(
                        other.cadre(),
                        () -> meetings.plan(input(world, Ids.next(), MeetingKind.TALK, clock.today(), List.of()))))
                .isInstanceOf(UserError.class);
        var meeting = plan(world, Ids.next(), MeetingKind.TALK, clock.today(), List.of());
        assertThat(world.people
                        .as(world.people.cadres().get(4), () -> meetings.view(meeting))
                        .readable())
                .isFalse();
        assertThatThrownBy(() -> world.people.run(world.people.cadres().get(4), () -> opinions.of(meeting)))
                .isInstanceOf(UserError.class);
        assertThat(world.people
                        .as(world.people.villageLeader(), () -> meetings.view(meeting))
                        .readable())
                .isTrue();
    }

    @Test
    @DisplayName("民主议政日：议程从封存的台账生成——本月销号的、下月清单、本月实事，只有同意公示的字句；能打印")
    void the_council_day() {
        var world = tools.create();
        var people = world.people;
        var open = world.withinDeadline();
        var hidden = people.as(
                people.cadres().getFirst(),
                () -> tools.matterOf(world, people.households().getFirst()));
        var closed = people.as(
                people.cadres().get(2),
                () -> tools.matterOf(world, people.households().get(2)));
        freeze(world, open, hidden, closed);

        var meeting = plan(world, Ids.next(), MeetingKind.COUNCIL_DAY, clock.today(), List.of());

        assertThat(people.as(world.cadre(), () -> meetings.agenda(meeting)))
                .extracting(AgendaItem::section, AgendaItem::words)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Section.CLOSED, "低保政策说明"),
                        org.assertj.core.groups.Tuple.tuple(Section.NEXT, "三组道路整修"),
                        org.assertj.core.groups.Tuple.tuple(Section.DEED, "三组道路整修"));
        var pdf = people.as(world.cadre(), () -> paper.pdf(meeting));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    /** A frozen month in which one matter was approved for the public as a good deed, and another was not. */
    private void freeze(IssueWorld world, UUID shown, UUID hidden, UUID closed) {
        var ledger = Ids.next();
        var freeze = Ids.next();
        var month = LocalDate.of(2013, 1, 1);
        jdbc.sql("""
                insert into ledger (id, campaign_id, host_unit_id, area_id, area_code, month, opened_at)
                values (?, ?, ?, ?, ?, ?, now())
                """)
                .params(
                        ledger,
                        world.campaignId,
                        world.people.office().id(),
                        world.people.town().id(),
                        world.people.town().code(),
                        month)
                .update();
        jdbc.sql("""
                insert into ledger_freeze (id, ledger_id, number, serial, month, final, frozen_at, on_the_spot, row_count,
                  sha256, previous_sha256) values (?, ?, 1, ?, ?, false, now(), 0, 2, '', '')
                """)
                .params(
                        freeze,
                        ledger,
                        "T" + freeze.toString().substring(20, 36).replace("-", ""),
                        month)
                .update();
        var position = 0;
        for (var issue : List.of(shown, hidden, closed)) {
            jdbc.sql("""
                    insert into ledger_freeze_row (freeze_id, position, issue_id, number, class_code, applicant, place, title,
                      responsible, deadline, state, result, answer, deed)
                    select ?, ?, id, number, 'work', '户××', '', title, '', deadline, ?, '', '', ? from issue where id = ?
                    """)
                    .params(
                            freeze,
                            position++,
                            issue.equals(closed) ? "CLOSED" : "HANDLING",
                            issue.equals(shown),
                            issue)
                    .update();
        }
        Map.of(shown, "三组道路整修", closed, "低保政策说明")
                .forEach((issue, title) -> jdbc.sql("""
                insert into ledger_notice (id, ledger_id, issue_id, area_code, month, title, deed, published_at)
                values (?, ?, ?, ?, ?, ?, ?, now())
                """)
                        .params(
                                Ids.next(),
                                ledger,
                                issue,
                                world.people.village().code(),
                                month,
                                title,
                                issue.equals(shown))
                        .update());
    }

    private UUID plan(IssueWorld world, UUID key, MeetingKind kind, LocalDate day, List<UUID> cadres) {
        return world.people.as(world.cadre(), () -> meetings.plan(input(world, key, kind, day, cadres)));
    }

    private static NewMeeting input(IssueWorld world, UUID key, MeetingKind kind, LocalDate day, List<UUID> cadres) {
        return new NewMeeting(
                key, world.campaignId, kind, "一月恳谈会", world.people.village().id(), day, null, "村委会", "各组群众代表", cadres);
    }

    private static NewIssue matter(IssueWorld world) {
        return new NewIssue(
                world.campaignId, world.household(), "income", "三组的路难走", "雨后泥深。", false, "cadre", null, "", "");
    }

    private UUID task(Person person, IssueWorld world, UUID meeting, String element) {
        return world.people.as(
                person,
                () -> workItems.about(meeting).stream()
                        .filter(item -> item.element().equals(element))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + element))
                        .id());
    }

    private List<UUID> work(UUID meeting) {
        return jdbc.sql("select person_id from work_done where source_id = ? and kind = 'meeting'")
                .param(meeting)
                .query(UUID.class)
                .list();
    }

    private List<String> told(IssueWorld world, Person person, UUID meeting) {
        return world.people.as(person, () -> reminders.mine(20)).stream()
                .filter(one -> one.subjectId().equals(meeting))
                .map(Reminders.Reminder::reason)
                .toList();
    }

    private boolean running(UUID meeting) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(meeting.toString())
                        .count()
                > 0;
    }

    private void fire(UUID meeting, String timer) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(meeting.toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        clock.set(job.getDuedate().toInstant().plusSeconds(1));
        management.executeJob(job.getId());
    }
}

package cn.minqing.process.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.EntryKind;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.Ladder;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import cn.minqing.supervision.NewNotice;
import cn.minqing.supervision.NoticeLimits;
import cn.minqing.supervision.NoticeState;
import cn.minqing.supervision.NoticeSubject;
import cn.minqing.supervision.Reminders;
import cn.minqing.supervision.SelfExamination;
import cn.minqing.supervision.Supervision;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("督办")
class SupervisionProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    cn.minqing.campaign.Contacts contacts;

    @Autowired
    Ladder ladder;

    @Autowired
    Supervision supervision;

    @Autowired
    SelfExamination own;

    @Autowired
    NoticeLimits limits;

    @Autowired
    Circulars circulars;

    @Autowired
    Reminders reminders;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @Test
    @DisplayName("下达、整改、复查的期限由决策表定")
    void the_table_gives_the_days() {
        assertThat(limits.workdays(NoticeLimits.Step.ORDER, "s1-shangluo")).isEqualTo(1);
        assertThat(limits.workdays(NoticeLimits.Step.RECTIFY, "s1-shangluo")).isEqualTo(5);
        assertThat(limits.workdays(NoticeLimits.Step.RECHECK, "s1-shangluo")).isEqualTo(3);
        var notice = ordered();
        decide(leader(), notice, Supervision.RECTIFY, item -> supervision.rectify(item, "补访了 3 户，已补录。"));
        assertThat(world.open(notice).getFirst().due().atZone(AppClock.ZONE).toLocalDate())
                .as("three workdays after Monday 21 January")
                .isEqualTo("2013-01-24");
    }

    @Test
    @DisplayName("督查组直接下达：单位整改，督查组复查，到位办结")
    void ordered_by_an_inspector() {
        var notice = ordered();
        assertThat(world.waiting(notice)).containsExactly(Supervision.RECTIFY);
        decide(leader(), notice, Supervision.RECTIFY, item -> supervision.rectify(item, "补访了 3 户，已补录。"));
        assertThat(world.waiting(notice)).containsExactly(Supervision.RECHECK);
        decide(inspector(), notice, Supervision.RECHECK, item -> supervision.recheck(item, true, "抽看 3 户属实。"));

        assertThat(state(notice)).isEqualTo(NoticeState.RECTIFIED);
        assertThat(world.running(notice)).isFalse();
    }

    @Test
    @DisplayName("领导提请督办：督查组下达，写明整改要求和期限")
    void requested_by_a_leader() {
        var notice = requested();
        assertThat(world.waiting(notice)).containsExactly(Supervision.ORDER);
        assertThatThrownBy(() -> decide(
                        inspector(),
                        notice,
                        Supervision.ORDER,
                        item -> supervision.order(item, "", LocalDate.of(2013, 1, 20))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("requirement", "due"));
        decide(
                inspector(),
                notice,
                Supervision.ORDER,
                item -> supervision.order(item, "逐户补访", LocalDate.of(2013, 1, 30)));
        assertThat(world.waiting(notice)).containsExactly(Supervision.RECTIFY);
        assertThat(view(notice).due()).isEqualTo(LocalDate.of(2013, 1, 30));
    }

    @Test
    @DisplayName("单位自查：负责人登记自身作风问题，自己定期限整改，督查组复查；重复提交只登记一次")
    void found_by_the_unit_itself() {
        var unit = world.people.departments().getFirst().id();
        assertThat(world.people.as(leader(), own::places))
                .extracting(place -> place.unit().id())
                .contains(unit);
        var key = cn.minqing.platform.Ids.next();
        var due = LocalDate.of(2013, 2, 8);
        var notice = world.people.as(
                leader(), () -> own.register(key, world.campaignId, unit, "下村前不打招呼，群众白等。", "先电话约好再去。", due));
        assertThat(world.people.as(leader(), () -> own.register(key, world.campaignId, unit, "再点一次。", "再点一次。", due)))
                .isEqualTo(notice);
        assertThat(world.waiting(notice)).containsExactly(Supervision.RECTIFY);
        assertThat(view(notice))
                .returns(NoticeSubject.CONDUCT, cn.minqing.supervision.NoticeView::subjectType)
                .returns(due, cn.minqing.supervision.NoticeView::due)
                .returns(leader().name(), cn.minqing.supervision.NoticeView::requestedBy);
        decide(leader(), notice, Supervision.RECTIFY, item -> supervision.rectify(item, "已建走访预约本。"));
        decide(inspector(), notice, Supervision.RECHECK, item -> supervision.recheck(item, true, "电话问了 5 户，属实。"));
        assertThat(state(notice)).isEqualTo(NoticeState.RECTIFIED);
    }

    @Test
    @DisplayName("自查只能登记本单位的，写清问题、措施和今天以后的期限")
    void only_of_the_own_unit() {
        var unit = world.people.departments().getFirst().id();
        var other = world.people.departments().getLast().id();
        var due = LocalDate.of(2013, 2, 8);
        assertThat(world.people.as(world.cadre(), own::places)).isEmpty();
        for (var person : java.util.List.of(world.cadre(), inspector())) {
            assertThatThrownBy(() ->
                            world.people.as(person, () -> own.register(key(), world.campaignId, unit, "问题", "措施", due)))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        }
        assertThatThrownBy(() ->
                        world.people.as(leader(), () -> own.register(key(), world.campaignId, other, "问题", "措施", due)))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> world.people.as(
                        leader(), () -> own.register(key(), world.campaignId, unit, " ", "", IssueWorld.MONDAY)))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields()).containsOnlyKeys("problem", "measure", "due"));
    }

    private static UUID key() {
        return cn.minqing.platform.Ids.next();
    }

    @Test
    @DisplayName("提请的督办不必下达的，写明理由不予督办")
    void not_ordered() {
        var notice = requested();
        decide(inspector(), notice, Supervision.ORDER, item -> supervision.drop(item, "已经整改到位。"));
        assertThat(state(notice)).isEqualTo(NoticeState.DROPPED);
        assertThat(world.running(notice)).isFalse();
    }

    @Test
    @DisplayName("一次不合格再整改，两次不合格通报批评单位")
    void fails_twice() {
        var notice = ordered();
        for (var round = 1; round <= 2; round++) {
            decide(leader(), notice, Supervision.RECTIFY, item -> supervision.rectify(item, "已整改。"));
            decide(inspector(), notice, Supervision.RECHECK, item -> supervision.recheck(item, false, "仍有两户没走到。"));
            assertThat(state(notice)).isEqualTo(round == 1 ? NoticeState.RECTIFYING : NoticeState.CIRCULATED);
        }
        assertThat(world.running(notice)).isFalse();
        var circular = world.people.as(
                leader(),
                () -> circulars.page(CircularKind.CRITICISM, null, 10).rows().getFirst());
        assertThat(circular.noticeId()).isEqualTo(notice);
        assertThat(circular.unit()).isEqualTo("第1科");
        var paper = text(world.people.as(leader(), () -> circulars.pdf(circular.id())));
        assertThat(paper).contains(circular.number(), "第1科", "走访进度落后，三户未走到。", "走农户");
        assertThat(paper)
                .as("units only, never a person")
                .doesNotContain(world.cadre().name());
    }

    @Test
    @DisplayName("整改的人不得复查自己的整改")
    void who_rectified_does_not_recheck() {
        world.people
                .people()
                .grant(leader().id(), Role.INSPECTOR, world.people.office().id());
        var notice = ordered();
        decide(leader(), notice, Supervision.RECTIFY, item -> supervision.rectify(item, "已整改。"));
        assertThatThrownBy(() ->
                        decide(leader(), notice, Supervision.RECHECK, item -> supervision.recheck(item, true, "我看行。")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("supervision.ownWork"));
    }

    @Test
    @DisplayName("整改逾期：催办整改单位，并报领导小组，任务仍在")
    void rectification_is_overdue() {
        var notice = ordered();
        world.fire(notice, "timer_rectifyOverdue");
        assertThat(world.waiting(notice)).containsExactly(Supervision.RECTIFY);
        assertThat(world.people.as(leader(), () -> reminders.mine(10))).hasSize(1);
        var told = world.people.as(world.people.leadingGroup(), () -> reminders.mine(10));
        assertThat(told).hasSize(1);
        world.people.run(
                world.people.leadingGroup(),
                () -> reminders.seen(told.getFirst().id()));
        assertThat(world.people.as(world.people.leadingGroup(), () -> reminders.mine(10)))
                .isEmpty();
    }

    @Test
    @DisplayName("督办阶梯自动下达：不用人下达，直接整改，记入事项经过")
    void ordered_by_the_ladder() {
        var issue = world.withinDeadline();
        world.today(LocalDate.of(2013, 1, 31));
        ladder.climb(world.campaignId);
        var notice = world.people.as(
                inspector(), () -> supervision.page(true, null, 10).rows().getFirst());
        assertThat(notice.state()).isEqualTo(NoticeState.RECTIFYING);
        assertThat(view(notice.id()).automatic()).isTrue();
        assertThat(view(notice.id()).subjectId()).isEqualTo(issue);
        assertThat(world.waiting(notice.id())).containsExactly(Supervision.RECTIFY);
        assertThat(world.story(issue)).contains(EntryKind.SUPERVISED);
    }

    @Test
    @DisplayName("督查组、领导小组通报表扬典型单位，干部所在单位看得到；别人不能发")
    void praises_a_model_unit() {
        var unit = world.people.departments().get(1);
        var id = world.people.as(
                world.people.leadingGroup(),
                () -> circulars.issue(world.campaignId, CircularKind.PRAISE, unit.id(), "关于第2科走访做法的通报", "第2科把政策讲到地头。"));
        var seen = world.people.as(
                world.cadre(),
                () -> circulars.page(CircularKind.PRAISE, null, 10).rows());
        assertThat(seen).extracting("id").containsExactly(id);
        assertThat(text(world.people.as(world.cadre(), () -> circulars.pdf(id))))
                .contains("关于第2科走访做法的通报", "第2科把政策讲到地头。");
        assertThatThrownBy(() -> world.people.run(
                        world.cadre(),
                        () -> circulars.issue(world.campaignId, CircularKind.PRAISE, unit.id(), "表扬", "好")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
    }

    @Test
    @DisplayName("督办一件事项、一户档案：由承办人所在单位整改，事项经过里有记录")
    void about_an_issue_or_a_file() {
        var issue = world.withinDeadline();
        var notice = world.people.as(
                inspector(),
                () -> supervision.request(
                        new NewNotice(world.campaignId, NoticeSubject.ISSUE, issue, "拖了四天没有动静。", "本周内上门。", null)));
        assertThat(view(notice).unit()).isEqualTo("第1科");
        assertThat(world.story(issue)).contains(EntryKind.SUPERVISED);

        var contact = contacts.current(world.campaignId, world.household()).orElseThrow();
        var file = world.people.as(
                world.people.leadingGroup(),
                () -> supervision.request(
                        new NewNotice(world.campaignId, NoticeSubject.FILE, contact.id(), "收入填得不实。", "重新入户核实。", null)));
        assertThat(world.waiting(file)).containsExactly(Supervision.RECTIFY);
        assertThat(view(file).rectifierRole()).isEqualTo("unit-leader");
    }

    @Test
    @DisplayName("没有督办权限的干部不能提出督办，也看不到别人的督办通知")
    void others_may_not() {
        var notice = ordered();
        var stranger = world.people.cadres().get(4);
        assertThatThrownBy(() -> world.people.run(stranger, () -> supervision.view(notice)))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> world.people.run(stranger, () -> supervision.request(about("x"))))
                .isInstanceOf(UserError.class);
        assertThat(world.people.as(
                        stranger, () -> supervision.page(false, null, 10).rows()))
                .isEmpty();
    }

    private UUID ordered() {
        return world.people.as(inspector(), () -> supervision.request(about("逐户补访，三日内报结果。")));
    }

    private UUID requested() {
        return world.people.as(world.people.villageLeader(), () -> supervision.request(about("")));
    }

    private NewNotice about(String requirement) {
        return new NewNotice(
                world.campaignId,
                NoticeSubject.UNIT,
                world.people.departments().getFirst().id(),
                "走访进度落后，三户未走到。",
                requirement,
                null);
    }

    private Person inspector() {
        return world.people.inspector();
    }

    private Person leader() {
        return world.people.unitLeader(world.people.departments().getFirst());
    }

    private void decide(Person person, UUID notice, String element, Consumer<UUID> command) {
        world.decide(person, notice, element, command);
    }

    private NoticeState state(UUID notice) {
        return view(notice).state();
    }

    private cn.minqing.supervision.NoticeView view(UUID notice) {
        return world.people.as(inspector(), () -> supervision.view(notice));
    }

    /** The words of a paper, without the breaks of its lines. */
    private static String text(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package cn.minqing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.campaign.Contact;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.Households;
import cn.minqing.household.MemberChange;
import cn.minqing.household.MemberInput;
import cn.minqing.household.Relation;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("走访单")
class VisitsTest {
    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    Visits visits;

    @Autowired
    Households households;

    @Autowired
    Issues issues;

    @Autowired
    WorkItems workItems;

    @Autowired
    Drafts drafts;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private VisitWorld world;
    private Contact contact;

    @BeforeEach
    void world() {
        world = tools.create();
        contact = world.visiting(false);
    }

    @Test
    @DisplayName("一页看全：成员、规定动作、表、任务；登记册知道的不再问")
    void the_sheet_shows_everything_in_one_read() {
        var sheet = world.sheet(world.cadre, contact);

        assertThat(sheet.mine()).isTrue();
        assertThat(sheet.workItemId()).isEqualTo(world.task(contact).id());
        assertThat(sheet.due()).isEqualTo(world.today().plusDays(20));
        assertThat(sheet.household().members()).hasSize(2);
        assertThat(sheet.household().phone()).isEqualTo("13800001234");
        assertThat(sheet.obligations())
                .extracting(VisitSheet.Obligation::id)
                .containsExactly("survey", "income-plan", "training", "policy-talk", "real-difficulty", "couplets");
        assertThat(sheet.forms()).hasSize(2);
        assertThat(sheet.forms().getFirst().answers().get("memberCount")).hasToString("2");
        assertThat(sheet.forms().getFirst().answeredOn()).isNull();
    }

    @Test
    @DisplayName("交一次，走访、答案、规定动作、成员更正、事项、承诺全部写入")
    void one_submit_writes_everything() {
        drafts.save(world.cadre.id(), "visit/" + contact.id(), "{}");
        var spouse = world.sheet(world.cadre, contact).household().members().getLast();
        var input = sheet(builder -> {
            builder.changes = List.of(
                    MemberChange.correct(spouse.id(), new MemberInput("王秀英", Relation.SPOUSE, spouse.sex(), 1963)),
                    MemberChange.add(new MemberInput("小满", Relation.DAUGHTER, null, 2001)));
            builder.issues = List.of(issue("通村路塌了一段"));
            builder.promises = List.of(new SheetInput.NewPromise("下次带化肥价目表", null));
        });

        var submitted = world.submit(contact, input);

        assertThat(submitted.fileComplete()).isTrue();
        assertThat(submitted.issueIds()).hasSize(1);
        var sheet = world.sheet(world.cadre, contact);
        assertThat(sheet.household().members())
                .extracting(member -> member.name())
                .contains("王秀英", "小满");
        assertThat(sheet.household().membersConfirmedOn()).isEqualTo(world.today());
        assertThat(sheet.household().vulnerabilities()).containsExactly("poor-household");
        assertThat(sheet.forms().getFirst().answers()).containsEntry("housing", "safe");
        assertThat(sheet.forms().getFirst().answeredHere()).isTrue();
        assertThat(sheet.obligations()).allMatch(VisitSheet.Obligation::isMet);
        assertThat(sheet.issues()).extracting(found -> found.title()).containsExactly("通村路塌了一段");
        assertThat(sheet.promises()).extracting(VisitSheet.Promise::text).containsExactly("下次带化肥价目表");
        assertThat(sheet.visits().getFirst().late()).isFalse();
        assertThat(drafts.load(world.cadre.id(), sheet.draftKey())).isEmpty();
    }

    @Test
    @DisplayName("见到人的走访计入应做的事，补录的注明；没见到人的不计")
    void a_visit_is_counted_as_work() {
        world.people.run(
                world.cadre,
                () -> visits.notAtHome(world.task(contact).id(), world.today().plusDays(2), ""));
        assertThat(work()).isEmpty();
        var other = world.visiting(false);
        var late = sheet(builder -> builder.visitedOn = world.today().minusDays(1));
        var item = world.task(other).id();

        world.people.run(world.cadre, () -> visits.submit(item, late));
        world.people.run(world.cadre, () -> visits.submit(item, late));

        assertThat(work())
                .containsExactly(Map.of(
                        "kind", "visit.home",
                        "late", true,
                        "person_id", world.cadre.id(),
                        "unit_id", world.cadre.unitId(),
                        "household_id", other.householdId(),
                        "area_code", world.people.groups().getFirst().code()));
    }

    @Test
    @DisplayName("没有任务也能再记一次走访：建成的档案不变，事项照登，计入应做的事；有任务的先办任务")
    void a_further_visit_without_a_task() {
        var first = sheet(builder -> {});
        assertThatThrownBy(() -> further(first))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("visit.task"));
        world.submit(contact, world.complete());
        assertThat(world.sheet(world.cadre, contact).mayVisitAgain()).isTrue();
        var again = VisitWorld.with(sheet(builder -> builder.issues = List.of(issue("水管又漏了"))), Map.of(), Map.of());

        var submitted = further(again);
        var repeated = further(again);

        assertThat(submitted.fileComplete()).isTrue();
        assertThat(repeated.visitId()).isEqualTo(submitted.visitId());
        assertThat(submitted.issueIds()).hasSize(1);
        var sheet = world.sheet(world.cadre, contact);
        assertThat(sheet.state()).isEqualTo(FileState.COMPLETE);
        assertThat(sheet.visits()).hasSize(2);
        assertThat(work()).hasSize(2);
        var other = world.people.cadres().get(4);
        assertThatThrownBy(
                        () -> world.people.run(other, () -> visits.submitFurther(contact.id(), sheet(builder -> {}))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("visit.notYours"));
    }

    private VisitSheet.Submitted further(SheetInput input) {
        return world.people.as(world.cadre, () -> visits.submitFurther(contact.id(), input));
    }

    private List<Map<String, Object>> work() {
        return jdbc.sql("""
                select kind, late, person_id, unit_id, household_id, area_code from work_done where campaign_id = ?
                """).param(world.campaign.id()).query().listOfRows();
    }

    @Test
    @DisplayName("有一处不对，什么都不写，所有不对的地方一起指出")
    void faults_are_told_together_and_nothing_is_written() {
        var input = sheet(builder -> {
            builder.visitedOn = world.today().plusDays(1);
            builder.changes = List.of(MemberChange.add(new MemberInput("", Relation.OTHER, null, 1700)));
            builder.phone = "12";
            builder.answers.get("baseline-survey").put("incomeWage", -5);
            builder.answers.get("income-plan").remove("project");
            builder.obligations.put("training", " ");
            builder.obligations.put("flying", "x");
            builder.promises = List.of(new SheetInput.NewPromise(" ", null));
        });

        var error = errorOf(() -> world.submit(contact, input));

        assertThat(error.code()).isEqualTo("form.invalid");
        assertThat(error.fields())
                .containsOnlyKeys(
                        "visitedOn",
                        "members[0].name",
                        "members[0].birthYear",
                        "phone",
                        "baseline-survey.incomeWage",
                        "income-plan.project",
                        "obligations.training",
                        "obligations.flying",
                        "promises[0].text");
        assertThat(error.fields().get("baseline-survey.incomeWage").code()).isEqualTo("form.negative");
        assertNothingWritten();
    }

    @Test
    @DisplayName("事项填得不全，走访也不写入")
    void a_faulty_issue_takes_the_whole_sheet_back() {
        var input = sheet(builder -> builder.issues = List.of(issue("好的"), issue("")));

        var error = errorOf(() -> world.submit(contact, input));

        assertThat(error.fields()).containsOnlyKeys("issues[1].title");
        assertNothingWritten();
    }

    @Test
    @DisplayName("收入离谱的不收，比上次多得出奇的要确认")
    void absurd_income_is_refused_and_unusual_income_confirmed() {
        var absurd = sheet(builder -> {
            builder.answers.get("baseline-survey").put("incomeWage", 9_000_000);
            builder.answers.get("baseline-survey").put("incomeBusiness", 9_000_000);
        });
        assertThat(errorOf(() -> world.submit(contact, absurd))
                        .fields()
                        .get("baseline-survey.incomeWage")
                        .code())
                .isEqualTo("visit.incomeTooHigh");
        world.submit(
                contact,
                VisitWorld.with(
                        world.complete(), Map.of("baseline-survey", VisitWorld.survey()), Map.of("survey", "")));

        var unusual = sheet(builder -> builder.answers.get("baseline-survey").put("incomeWage", 1_000_000));
        var error = errorOf(() -> world.submit(contact, unusual));
        assertThat(error.code()).isEqualTo("visit.unusual");
        assertThat(error.fields()).containsOnlyKeys("baseline-survey.incomeWage");
        assertThat(world.people
                        .as(world.cadre, () -> visits.check(contact.id(), unusual))
                        .unusual())
                .hasSize(1);

        var confirmed = sheet(builder -> {
            builder.answers.get("baseline-survey").put("incomeWage", 1_000_000);
            builder.unusualConfirmed = true;
        });
        assertThat(world.submit(contact, confirmed).fileComplete()).isTrue();
    }

    @Test
    @DisplayName("表没填完整不算完成规定动作，填了一半的答案留着")
    void a_form_counts_only_when_complete() {
        var half = new HashMap<>(VisitWorld.survey());
        half.remove("mainDifficulty");

        var submitted = world.submit(
                contact, VisitWorld.with(world.complete(), Map.of("baseline-survey", half), Map.of("couplets", "已送")));

        assertThat(submitted.stillOpen()).contains("survey").doesNotContain("couplets");
        assertThat(world.sheet(world.cadre, contact).forms().getFirst().answers())
                .containsEntry("housing", "safe");
        var claimed = VisitWorld.with(world.complete(), Map.of(), Map.of("survey", ""));
        assertThat(errorOf(() -> world.submit(contact, claimed)).fields()).containsOnlyKeys("obligations.survey");
    }

    @Test
    @DisplayName("解决一个现实困难：登记了事项的可以不写凭据")
    void an_issue_counts_as_the_real_difficulty() {
        var bare = VisitWorld.with(world.complete(), Map.of(), Map.of("real-difficulty", ""));
        assertThat(errorOf(() -> world.submit(contact, bare))
                        .fields()
                        .get("obligations.real-difficulty")
                        .code())
                .isEqualTo("visit.issueOrEvidence");

        var withIssue = sheet(builder -> {
            builder.obligations.put("real-difficulty", "");
            builder.issues = List.of(issue("水管冻裂"));
        });
        assertThat(world.submit(contact, withIssue).fileComplete()).isTrue();
    }

    @Test
    @DisplayName("补录以前的走访标为迟报，不拦")
    void late_entries_are_marked_not_refused() {
        world.submit(contact, sheet(builder -> builder.visitedOn = world.today().minusDays(2)));
        assertThat(world.sheet(world.cadre, contact).visits().getFirst().late()).isTrue();
    }

    @Test
    @DisplayName("什么都没写的走访单不算走访，说明要写什么，一个字也不记")
    void an_empty_sheet_is_not_a_visit() {
        var empty = SheetInput.empty(Ids.next(), world.today());

        assertThatThrownBy(() -> world.submit(contact, empty))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("metWith"));
        assertThat(count("visit")).isZero();
    }

    @Test
    @DisplayName("同一张走访单交两次，只记一次，答复相同")
    void the_same_sheet_is_taken_once() {
        var input = world.complete();
        var item = world.task(contact).id();

        var first = world.people.as(world.cadre, () -> visits.submit(item, input));
        var second = world.people.as(world.cadre, () -> visits.submit(item, input));

        assertThat(second.visitId()).isEqualTo(first.visitId());
        assertThat(second.repeated()).isTrue();
        assertThat(count("visit")).isOne();
    }

    @Test
    @DisplayName("同一张走访单同时交两次，也只记一次")
    void the_same_sheet_sent_twice_at_once_is_taken_once() throws Exception {
        var input = world.complete();
        var item = world.task(contact).id();
        Callable<Object> submit = () -> world.people.as(world.cadre, () -> visits.submit(item, input));

        var results = atOnce(submit, submit);

        assertThat(results).allMatch(VisitSheet.Submitted.class::isInstance);
        assertThat(count("visit")).isOne();
    }

    @Test
    @DisplayName("别人用过的走访单编号不能再用")
    void a_key_of_somebody_else_is_refused() {
        var input = world.complete();
        world.submit(contact, input);
        var neighbour = world.people.cadres().get(2);
        var other = world.contact(neighbour, false);
        world.start(List.of(other), Ids.next());
        var item = world.task(other).id();

        assertThat(errorOf(() -> world.people.as(neighbour, () -> visits.submit(item, input)))
                        .code())
                .isEqualTo("visit.sheetUsed");
        assertThat(world.waitingAt(other)).containsExactly(VisitWorld.VISIT);
    }

    @Test
    @DisplayName("两位负责人同时审批，只有一位办成，另一位被告知谁已办")
    void two_leaders_decide_at_once() throws Exception {
        var department = world.people.departments().getFirst();
        var one = world.people.unitLeader(department);
        var other = world.people.cadres().get(2);
        people.grant(other.id(), Role.UNIT_LEADER, department.id());
        world.people.run(
                world.cadre, () -> visits.requestStrikeOff(world.task(contact).id(), "DECEASED", "村里证明"));
        var item = world.task(contact).id();

        var results = atOnce(
                () -> world.people.as(one, () -> {
                    visits.decideStrikeOff(item, true, "");
                    return "done";
                }),
                () -> world.people.as(other, () -> {
                    visits.decideStrikeOff(item, false, "再核实");
                    return "done";
                }));

        assertThat(results).containsOnlyOnce("done");
        assertThat(results)
                .filteredOn(UserError.class::isInstance)
                .hasSize(1)
                .allSatisfy(error -> assertThat(((UserError) error).code()).isEqualTo("task.done"));
    }

    @Test
    @DisplayName("已由他人接替的，说明原因，草稿还在")
    void a_household_that_went_to_somebody_else_is_told_and_the_draft_stays() {
        var item = world.task(contact).id();
        drafts.save(world.cadre.id(), "visit/" + contact.id(), "{\"diary\": \"写了一半\"}");
        workItems.reassign(world.cadre.id(), world.people.cadres().get(2).id(), List.of(contact.householdId()));

        var error = errorOf(() -> world.people.as(world.cadre, () -> visits.submit(item, world.complete())));

        assertThat(error.code()).isEqualTo("visit.notYours");
        assertThat(drafts.load(world.cadre.id(), "visit/" + contact.id())).isPresent();
        assertThat(count("visit")).isZero();
    }

    @Test
    @DisplayName("再访日期要在今天以后、活动结束以前；销户要写原因和依据")
    void short_forms_are_checked_too() {
        var item = world.task(contact).id();
        assertThat(errorOf(() -> asCadre(() -> visits.notAtHome(item, world.today(), "")))
                        .fields())
                .containsOnlyKeys("nextDate");
        assertThat(errorOf(() -> asCadre(() ->
                                visits.notAtHome(item, world.campaign.end().plusDays(1), "长".repeat(501))))
                        .fields())
                .containsOnlyKeys("nextDate", "note");
        assertThat(errorOf(() -> asCadre(() -> visits.requestStrikeOff(item, "ANGRY", " ")))
                        .fields())
                .containsOnlyKeys("reason", "note");
        assertNothingWritten();
    }

    @Test
    @DisplayName("自己申请的销户，本单位还有别的负责人时不能自己批")
    void nobody_approves_their_own_request() {
        var department = world.people.departments().getFirst();
        var leader = world.people.unitLeader(department);
        people.grant(world.people.cadres().get(2).id(), Role.UNIT_LEADER, department.id());
        var own = world.contact(leader, false);
        world.start(List.of(own), Ids.next());
        world.people.run(leader, () -> visits.requestStrikeOff(world.task(own).id(), "DECEASED", "村里证明"));

        var item = world.task(own).id();
        assertThat(errorOf(() -> world.people.run(leader, () -> visits.decideStrikeOff(item, true, "")))
                        .code())
                .isEqualTo("visit.ownRequest");
    }

    @Test
    @DisplayName("负责人和督查看得到走访单，看不到收入等答案；别人看不到")
    void others_see_what_they_need() {
        world.submit(contact, world.partly("couplets"));
        var leader = world.people.unitLeader(world.people.departments().getFirst());

        for (var person : List.of(leader, world.people.inspector(), world.people.villageLeader())) {
            var sheet = world.sheet(person, contact);
            assertThat(sheet.mine()).isFalse();
            assertThat(sheet.workItemId()).isNull();
            assertThat(sheet.forms()).allMatch(form -> form.answers().isEmpty());
            assertThat(sheet.household().phone()).isEqualTo("138****1234");
        }
        assertThat(errorOf(() -> world.people.as(leader, () -> visits.check(contact.id(), world.complete())))
                        .code())
                .isEqualTo("forbidden");
        var stranger = world.people.cadres().getLast();
        assertThat(errorOf(() -> world.sheet(stranger, contact)).code()).isEqualTo("forbidden");
        assertThat(errorOf(() -> world.people.as(
                                stranger,
                                () -> visits.submit(world.task(contact).id(), world.complete())))
                        .code())
                .isEqualTo("visit.notYours");
        assertThat(world.people
                        .as(stranger, () -> households.page(HouseholdFilter.ALL, null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("以前的承诺标为兑现后不再出现")
    void kept_promises_are_ticked_off() {
        world.submit(contact, sheet(builder -> {
            builder.obligations.keySet().retainAll(Set.of("couplets"));
            builder.answers.clear();
            builder.promises = List.of(
                    new SheetInput.NewPromise("送技术资料", world.today().plusDays(5)),
                    new SheetInput.NewPromise("问低保的事", null));
        }));
        var promises = world.sheet(world.cadre, contact).promises();
        assertThat(promises).hasSize(2);

        world.submit(
                contact,
                sheet(builder -> builder.kept = Set.of(promises.getFirst().id())));

        assertThat(world.sheet(world.cadre, contact).promises())
                .extracting(VisitSheet.Promise::text)
                .containsExactly("问低保的事");
    }

    @Test
    @DisplayName("数字从数据里算：走访、档案、六个一、四项收入，按单位一次查出")
    void figures_add_up() {
        var other = world.visiting(false);
        var struckOff = world.visiting(false);
        world.contact(world.people.cadres().get(4), false);
        world.submit(contact, world.complete());
        world.submit(other, world.partly("couplets"));
        world.people.run(
                world.cadre, () -> visits.requestStrikeOff(world.task(struckOff).id(), "DECEASED", "村里证明"));
        world.people.run(
                world.people.unitLeader(world.people.departments().getFirst()),
                () -> visits.decideStrikeOff(world.task(struckOff).id(), true, ""));

        var all = visits.figures(world.campaign.id(), null);
        var first = visits.figures(
                world.campaign.id(), world.people.departments().getFirst().id());
        var second = visits.figures(
                world.campaign.id(), world.people.departments().getLast().id());

        assertThat(all.households()).isEqualTo(3);
        assertThat(all.visited()).isEqualTo(2);
        assertThat(all.filesComplete()).isEqualTo(1);
        assertThat(all.struckOff()).isEqualTo(1);
        assertThat(all.obligationsMet()).containsEntry("couplets", 2).containsEntry("survey", 1);
        assertThat(all.incomeThisYear()).isEqualByComparingTo("21500");
        assertThat(all.incomePlanned()).isEqualByComparingTo("28000");
        assertThat(all.incomeByKind().keySet()).containsExactly("wage", "business", "property", "transfer");
        assertThat(all.incomeByKind().get("wage").planned()).isEqualByComparingTo("14000");
        assertThat(first.households()).isEqualTo(2);
        assertThat(second.households()).isEqualTo(1);
        assertThat(second.visited()).isZero();
        assertThat(visits.contactsWithoutFile(world.campaign.id())).hasSize(2).contains(other.id());
        assertThat(visits.contactsNotVisited(world.campaign.id())).hasSize(1);
        var group = visits.coverage(world.campaign.id()).getFirst();
        assertThat(group.registered()).isEqualTo(8);
        assertThat(group.inContact()).isEqualTo(3);
        assertThat(group.visited()).isEqualTo(2);
        assertThat(group.filesComplete()).isEqualTo(1);
    }

    @Test
    @DisplayName("归档的活动不能再交走访单")
    void an_archived_campaign_takes_no_sheets() {
        jdbc.sql("update campaign set phase = 'ARCHIVED' where id = ?")
                .param(world.campaign.id())
                .update();
        var item = world.task(contact).id();
        assertThat(errorOf(() -> asCadre(() -> visits.submit(item, world.complete())))
                        .code())
                .isEqualTo("campaign.archived");
    }

    private void assertNothingWritten() {
        assertThat(count("visit")).isZero();
        assertThat(world.waitingAt(contact)).containsExactly(VisitWorld.VISIT);
        var sheet = world.sheet(world.cadre, contact);
        assertThat(sheet.household().members()).hasSize(2);
        assertThat(sheet.household().membersConfirmedOn()).isNull();
        assertThat(sheet.obligations()).noneMatch(VisitSheet.Obligation::isMet);
        assertThat(sheet.issues()).isEmpty();
        assertThat(sheet.promises()).isEmpty();
        assertThat(sheet.forms()).allMatch(form -> form.answeredOn() == null);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where household_id = ?")
                .param(contact.householdId())
                .query(Integer.class)
                .single();
    }

    private void asCadre(Runnable action) {
        world.people.run(world.cadre, action);
    }

    private NewIssue issue(String title) {
        return new NewIssue(
                Ids.next(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "infrastructure",
                title,
                "雨后塌方，三轮车过不去。",
                false,
                "cadre",
                null,
                "",
                "");
    }

    private static UserError errorOf(ThrowingCallable action) {
        var caught = new UserError[1];
        assertThatThrownBy(action).isInstanceOfSatisfying(UserError.class, error -> caught[0] = error);
        return caught[0];
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var futures = new ArrayList<Future<Object>>();
            for (var action : List.of(one, other)) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return action.call();
                    } catch (UserError error) {
                        return error;
                    }
                }));
            }
            var results = new ArrayList<Object>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** A complete sheet with some things changed. */
    private SheetInput sheet(Consumer<Changes> change) {
        var base = world.complete();
        var changes = new Changes();
        changes.visitedOn = base.visitedOn();
        base.answers().forEach((form, answers) -> changes.answers.put(form, new HashMap<>(answers)));
        changes.obligations.putAll(base.obligations());
        change.accept(changes);
        return new SheetInput(
                Ids.next(),
                changes.visitedOn,
                VisitKind.HOME,
                "户主",
                true,
                changes.changes,
                changes.phone,
                changes.answers,
                changes.obligations,
                changes.issues,
                changes.promises,
                changes.kept,
                "",
                null,
                changes.unusualConfirmed);
    }

    private static final class Changes {
        java.time.LocalDate visitedOn;
        List<MemberChange> changes = List.of();
        String phone;
        final Map<String, Map<String, Object>> answers = new HashMap<>();
        final Map<String, String> obligations = new HashMap<>();
        List<NewIssue> issues = List.of();
        List<SheetInput.NewPromise> promises = List.of();
        Set<UUID> kept = Set.of();
        boolean unusualConfirmed;
    }
}

package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.household.Households;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("事项登记：值班、信箱、热线、恳谈会、联系卡")
class IntakeTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Issues issues;

    @Autowired
    IssueTasks tasks;

    @Autowired
    ResidentDesk desk;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;

    @BeforeEach
    void world() {
        world = tools.create();
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"DUTY_DAY", "MAILBOX", "HOTLINE", "MEETING"})
    @DisplayName("办公室和村负责人代为登记，首访责任人是联系人，由他确认研判")
    void the_contact_answers_for_what_the_desk_takes(Channel channel) {
        for (var operator : new Person[] {world.people.clerk(), world.people.villageLeader()}) {
            var issue = register(operator, matter(null, "cadre").by(channel));
            var view = world.view(world.people.clerk(), issue);
            assertThat(view.firstVisitor()).isEqualTo(world.cadre().name());
            assertThat(view.intake().channel()).isEqualTo(channel);
            assertThat(view.intake().registeredBy()).isEqualTo(operator.name());
            assertThat(view.state()).isEqualTo(IssueState.REGISTERED);
            world.decide(
                    world.cadre(),
                    issue,
                    IssueTasks.CONFIRM_TRIAGE,
                    item -> tasks.confirmTriage(item, Route.WITHIN_DEADLINE, "", ""));
            assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        }
    }

    @Test
    @DisplayName("值班和恳谈会上联系人亲自接下的，自己就是首访责任人，可以当场确认")
    void the_contact_takes_it_in_person() {
        var issue =
                register(world.cadre(), matter(Route.WITHIN_DEADLINE, "cadre").by(Channel.MEETING));
        assertThat(world.view(world.cadre(), issue).firstVisitor())
                .isEqualTo(world.cadre().name());
        assertThat(world.waiting(issue)).containsExactly(IssueTasks.HANDLE);
        forbidden(() -> register(world.cadre(), matter(null, "cadre").by(Channel.HOTLINE)));
        forbidden(() ->
                register(world.people.cadres().get(2), matter(null, "cadre").by(Channel.MEETING)));
        forbidden(() -> register(world.people.clerk(), matter(null, "cadre").by(Channel.CARD)));
        forbidden(
                () -> register(world.people.townLeader(), matter(null, "cadre").by(Channel.HOTLINE)));
    }

    @Test
    @DisplayName("接线员当场答复的由接线员负责；替人选别的路不行")
    void what_the_operator_answers_is_his() {
        var issue =
                register(world.people.clerk(), matter(Route.ON_THE_SPOT, "now").by(Channel.HOTLINE));
        var view = world.view(world.people.clerk(), issue);
        assertThat(view.firstVisitor()).isEqualTo(world.people.clerk().name());
        assertThat(view.state()).isEqualTo(IssueState.SATISFACTION);
        fault(
                "route",
                () -> register(
                        world.people.clerk(),
                        matter(Route.POLICY_EXPLANATION, "cadre").by(Channel.HOTLINE)));
    }

    @Test
    @DisplayName("热线报的险情不等确认，立即按建议办理")
    void danger_does_not_wait() {
        var calm = matter(null, "cadre").by(Channel.HOTLINE);
        var issue = register(
                world.people.clerk(),
                new NewIssue(
                        calm.clientKey(),
                        calm.campaignId(),
                        calm.householdId(),
                        "",
                        Channel.HOTLINE,
                        "housing",
                        "山墙要塌",
                        "雨后山墙外倾。",
                        true,
                        "cadre",
                        null,
                        "",
                        ""));
        assertThat(world.open(issue)).singleElement().satisfies(item -> {
            assertThat(item.element()).isEqualTo(IssueTasks.HANDLE);
            assertThat(item.personId()).isEqualTo(world.cadre().id());
        });
    }

    @Test
    @DisplayName("村里的路没有哪一户：热线登记，一路办到销号")
    void a_road_of_the_village() {
        var village = world.people.village().code();
        var issue = register(
                world.people.clerk(), matter(Route.WITHIN_DEADLINE, "cadre").at(null, village, Channel.HOTLINE));
        var view = world.view(world.people.villageLeader(), issue);
        assertThat(view.household().id()).isNull();
        assertThat(view.household().place()).contains(world.people.village().name());
        world.people.run(
                world.people.villageLeader(),
                () -> assertThat(issues.page(IssueFilter.ALL, null, 10).rows())
                        .extracting(IssueRow::place)
                        .anyMatch(place -> place.contains(world.people.village().name())));
        world.decide(
                world.people.clerk(),
                issue,
                IssueTasks.HANDLE,
                item -> tasks.handle(item, IssueResult.RESOLVED, "垫了砂石。", ""));
        world.decide(
                world.people.clerk(), issue, IssueTasks.TELL, item -> tasks.tellHousehold(item, "LETTER", "在公示栏贴了答复。"));
        world.decide(
                world.people.secondClerk(),
                issue,
                IssueTasks.ASK,
                item -> tasks.askSatisfaction(item, true, "", "PROXY"));
        world.close(world.people.villageLeader(), issue);
        assertThat(world.running(issue)).isFalse();
    }

    @Test
    @DisplayName("村里的路逐级上报，各级看得到村名")
    void a_road_goes_up() {
        var issue = register(
                world.people.clerk(),
                matter(Route.ESCALATED, "above").at(null, world.people.village().code(), Channel.MAILBOX));
        assertThat(world.open(issue)).singleElement().satisfies(item -> {
            assertThat(item.element()).isEqualTo(IssueTasks.ACCEPT);
            assertThat(item.place()).contains(world.people.village().name());
        });
    }

    @Test
    @DisplayName("没有户、没有村，或值班登记公共事项，都指明缺什么")
    void a_place_is_needed() {
        var clerk = world.people.clerk();
        var village = world.people.village().code();
        fault("household", () -> register(clerk, matter(null, "cadre").at(null, "", Channel.HOTLINE)));
        fault("household", () -> register(clerk, matter(null, "cadre").at(null, village, Channel.DUTY_DAY)));
        fault(
                "household",
                () -> register(
                        clerk,
                        matter(null, "cadre").at(null, world.people.town().code(), Channel.HOTLINE)));
    }

    @Test
    @DisplayName("已销户的不能再登记，说清楚怎么办")
    void a_struck_off_household() {
        world.people.run(world.people.clerk(), () -> households.strikeOff(world.household(), "MOVED_AWAY"));
        fault(
                "household",
                () -> register(world.people.clerk(), matter(null, "cadre").by(Channel.HOTLINE)));
    }

    @Test
    @DisplayName("群众凭卡登记：以联系人名义，联系人确认；重复提交只登记一次")
    void a_resident_registers_with_the_card() {
        jdbc.sql("update contact set card_code = ? where campaign_id = ? and household_id = ?")
                .params(code(), world.campaignId, world.household())
                .update();
        assertThat(desk.card(code()).contact()).isEqualTo(world.cadre().name());
        var matter = new ResidentDesk.Matter(Ids.next(), "income", "核桃没人收", "家里三百斤核桃卖不出去。", false);
        var receipt = desk.register(code(), matter);
        assertThat(desk.register(code(), matter)).isEqualTo(receipt);
        assertThat(receipt.firstVisitor()).isEqualTo(world.cadre().name());
        assertThat(world.open(receipt.issueId()))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.personId()).isEqualTo(world.cadre().id()));
        var view = world.view(world.cadre(), receipt.issueId());
        assertThat(view.number()).isEqualTo(receipt.number());
        assertThat(view.intake().channel()).isEqualTo(Channel.CARD);
        assertThat(view.entries().getFirst().person()).isNull();
        code("card.unknown", () -> desk.register("NO-SUCH", matter));
        fault("title", () -> desk.register(code(), new ResidentDesk.Matter(Ids.next(), "income", " ", "x", false)));
    }

    private String code() {
        return "T" + world.campaignId.toString().replace("-", "").substring(24).toUpperCase(java.util.Locale.ROOT);
    }

    private NewIssue matter(@org.jspecify.annotations.Nullable Route route, String solvable) {
        return world.matter(route, solvable, "income");
    }

    private UUID register(Person person, NewIssue input) {
        return world.people.as(person, () -> issues.register(input));
    }

    private static void forbidden(ThrowingCallable call) {
        code("forbidden", call);
    }

    private static void code(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private static void fault(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys(field));
    }
}

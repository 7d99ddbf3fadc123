package cn.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.campaign.Contact;
import cn.minqing.organization.Person;
import cn.minqing.platform.UserError;
import cn.minqing.visit.VisitWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("农户登记册")
class HouseholdsTest {
    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    private VisitWorld world;
    private Contact contact;

    @BeforeEach
    void world() {
        world = tools.create();
        contact = world.contact(world.cadre, false);
    }

    @Test
    @DisplayName("联系干部看全，村镇和单位看部分，县里只看姓，别人看不到")
    void each_sees_only_as_much_as_they_need() {
        var own = view(world.cadre);
        assertThat(own.editable()).isTrue();
        assertThat(own.phone()).isEqualTo("13800001234");
        assertThat(own.members().getLast().idNumber()).isEqualTo("11010519491231002X");
        assertThat(own.members().getLast().health()).isEqualTo("高血压");

        var leader = world.people.unitLeader(world.people.departments().getFirst());
        for (var near : List.of(
                leader,
                world.people.villageLeader(),
                world.people.townLeader(),
                world.people.clerk(),
                world.people.leadingGroup(),
                world.people.inspector())) {
            var view = view(near);
            assertThat(view.masking()).as(near.name()).isEqualTo(Masking.PARTIAL);
            assertThat(view.editable()).isFalse();
            assertThat(view.headName()).isEqualTo("住户1");
            assertThat(view.phone()).isEqualTo("138****1234");
            assertThat(view.members().getLast().idNumber()).isEqualTo("110105**********2X");
            assertThat(view.members().getLast().health()).isEqualTo("●●");
        }
        var far = view(world.people.countyLeader());
        assertThat(far.headName()).isEqualTo("住某某");
        assertThat(far.phone()).isEqualTo("●●");
        for (var stranger : List.of(
                world.people.cadres().get(2),
                world.people.unitLeader(world.people.departments().getLast()),
                world.people.handler(),
                world.people.administrator(),
                tools.create().people.villageLeader())) {
            assertThat(codeOf(() -> view(stranger))).as(stranger.name()).isEqualTo("forbidden");
        }
    }

    @Test
    @DisplayName("查看隐去的内容要写用途，并记录在案；县里只能看电话")
    void a_look_at_a_masked_field_is_kept_with_its_purpose() {
        var spouse = view(world.cadre).members().getLast();
        var health = new SensitiveField(SensitiveField.Kind.HEALTH, spouse.id());
        var inspector = world.people.inspector();

        assertThat(codeOf(() -> reveal(inspector, SensitiveField.PHONE, " "))).isEqualTo("form.invalid");
        assertThat(reveal(inspector, SensitiveField.PHONE, "电话回访核实")).isEqualTo("13800001234");
        assertThat(reveal(inspector, health, "核实大病救助")).isEqualTo("高血压");
        assertThat(codeOf(() -> reveal(world.people.countyLeader(), health, "了解情况")))
                .isEqualTo("household.notRevealed");
        assertThat(reveal(world.people.countyLeader(), SensitiveField.PHONE, "险情联系住户"))
                .isEqualTo("13800001234");

        assertThat(jdbc.sql("select purpose from sensitive_look where household_id = ? order by id")
                        .param(contact.householdId())
                        .query(String.class)
                        .list())
                .containsExactly("电话回访核实", "核实大病救助", "险情联系住户");
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_id = ? and action = 'household.fieldSeen'")
                        .param(contact.householdId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("只有联系干部能更正成员，更正另起一条，原来的留着")
    void only_the_contact_corrects_and_nothing_is_overwritten() {
        var spouse = view(world.cadre).members().getLast();
        var change =
                List.of(MemberChange.correct(spouse.id(), new MemberInput("王秀英", Relation.SPOUSE, Sex.FEMALE, 1963)));
        assertThat(codeOf(() -> world.people.run(
                        world.people.villageLeader(),
                        () -> households.correct(contact.householdId(), change, null, true))))
                .isEqualTo("forbidden");

        world.people.run(world.cadre, () -> households.correct(contact.householdId(), change, "0914-2330001", true));

        var view = view(world.cadre);
        assertThat(view.members().getLast().name()).isEqualTo("王秀英");
        assertThat(view.members().getLast().id()).isEqualTo(spouse.id());
        assertThat(view.phone()).isEqualTo("0914-2330001");
        assertThat(view.membersConfirmedOn()).isEqualTo(world.today());
        assertThat(jdbc.sql("select name from household_member where member_id = ? order by id")
                        .param(spouse.id())
                        .query(String.class)
                        .list())
                .containsExactly("配偶1", "王秀英");
    }

    @Test
    @DisplayName("按编号、户主、拼音首字母找，只找得到看得到的")
    void search_finds_what_one_may_see() {
        for (var text : List.of("9001", "住户1", "zh1")) {
            assertThat(world.people.as(world.cadre, () -> households.search(text, 5)))
                    .as(text)
                    .extracting(HouseholdSummary::id)
                    .containsExactly(contact.householdId());
        }
        assertThat(world.people.as(world.people.cadres().get(2), () -> households.search("9001", 5)))
                .isEmpty();
        assertThat(world.people.as(world.cadre, () -> households.search("%", 5)))
                .isEmpty();
        assertThat(world.people.as(world.cadre, () -> households.search(" ", 5)))
                .isEmpty();
        assertThat(world.people.as(world.people.countyLeader(), () -> households.search("9001", 5)))
                .extracting(HouseholdSummary::headName)
                .containsExactly("住某某");
    }

    @Test
    @DisplayName("名册翻页不重不漏，可按组和群体筛选")
    void pages_follow_each_other_without_gaps() {
        var leader = world.people.villageLeader();
        var seen = new ArrayList<HouseholdSummary>();
        var page = world.people.as(leader, () -> households.page(HouseholdFilter.ALL, null, 4));
        seen.addAll(page.items());
        while (page.next() != null) {
            var next = page.next();
            page = world.people.as(leader, () -> households.page(HouseholdFilter.ALL, next, 4));
            seen.addAll(page.items());
        }

        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(households.resident(world.people.village().code()));
        var second = world.people.groups().getLast().code();
        assertThat(world.people
                        .as(leader, () -> households.page(new HouseholdFilter(second, "", "", false), null, 50))
                        .items())
                .hasSize(5)
                .allMatch(household -> household.groupCode().equals(second));
        assertThat(world.people
                        .as(
                                leader,
                                () -> households.page(new HouseholdFilter("", "", "poor-household", false), null, 50))
                        .items())
                .hasSize(1)
                .allMatch(household -> household.vulnerabilities().contains("poor-household"));
    }

    @Test
    @DisplayName("批量登记有一户不对就都不登记，逐户指出")
    void one_faulty_household_keeps_all_out() {
        var group = world.people.groups().getFirst().code();
        var before = households.resident(group).size();
        var inputs = List.of(
                new NewHousehold(group, "800", "甲", "", List.of(), Set.of()),
                new NewHousehold(group, "800", "乙", "", List.of(), Set.of()),
                new NewHousehold(
                        "000", "801", "", "1", List.of(new MemberInput("", Relation.HEAD, null, 2999)), Set.of()));

        var error = errorOf(() -> households.addAll(inputs));

        assertThat(error.fields())
                .containsOnlyKeys(
                        "households[1].number",
                        "households[2].groupCode",
                        "households[2].headName",
                        "households[2].phone",
                        "households[2].members[0].name",
                        "households[2].members[0].birthYear");
        assertThat(households.resident(group)).hasSize(before);
        var taken = errorOf(() -> households.add(new NewHousehold(group, "9001", "丙", "", List.of(), Set.of())));
        assertThat(taken.fields()).containsOnlyKeys("households[0].number");
        assertThat(codeOf(() -> world.people.as(
                        world.cadre,
                        () -> households.add(new NewHousehold(group, "802", "丁", "", List.of(), Set.of())))))
                .isEqualTo("forbidden");
    }

    private HouseholdView view(Person person) {
        return world.people.as(person, () -> households.view(contact.householdId()));
    }

    private String reveal(Person person, SensitiveField field, String purpose) {
        return world.people.as(person, () -> households.reveal(contact.householdId(), field, purpose));
    }

    private static String codeOf(ThrowingCallable action) {
        return errorOf(action).code();
    }

    private static UserError errorOf(ThrowingCallable action) {
        var caught = new UserError[1];
        assertThatThrownBy(action).isInstanceOfSatisfying(UserError.class, error -> caught[0] = error);
        return caught[0];
    }
}

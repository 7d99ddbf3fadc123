package cn.minqing.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.activity.ActivityInput;
import cn.minqing.obligation.ObligationWorld;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("志愿者（S9.10）")
class VolunteersTest {
    @Autowired
    ObligationWorld.Tools tools;

    @Autowired
    Volunteers volunteers;

    private ObligationWorld world;
    private Person leader;

    @BeforeEach
    void newWorld() {
        world = tools.create("s9-qinzhou");
        leader = world.people.cadres().getFirst();
    }

    @Test
    @DisplayName("企业和个人都能加入；同一页交两遍只登记一次；没写清的逐项指出，别的干部不能登记")
    void enterprises_and_persons_join() {
        var input = input(VolunteerKind.ENTERPRISE, "果业公司", "0938-1234567");

        var id = world.people.as(leader, () -> volunteers.register(input));
        var again = world.people.as(leader, () -> volunteers.register(input));
        world.people.run(world.people.clerk(), () -> volunteers.register(input(VolunteerKind.PERSON, "退休教师", "")));

        assertThat(again).isEqualTo(id);
        var listed = listed(leader);
        assertThat(listed).extracting(VolunteerView::name).containsExactly("退休教师", "果业公司");
        assertThat(listed).extracting(VolunteerView::mine).containsExactly(false, true);
        assertThatThrownBy(() -> world.people.run(
                        leader, () -> volunteers.register(input(VolunteerKind.PERSON, " ", "1".repeat(40)))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("name", "phone"));
        assertThatThrownBy(() -> world.people.run(
                        world.people.cadres().get(1), () -> volunteers.register(input(VolunteerKind.PERSON, "某人", ""))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
    }

    @Test
    @DisplayName("电话只有活动办公室和登记的人看得到；帮的是哪一户，别人只看到在哪里")
    void others_see_neither_phone_nor_whose_household() {
        var id = world.people.as(leader, () -> volunteers.register(input(VolunteerKind.PERSON, "退休教师", "13800001234")));
        var home = world.people.households().getFirst();
        world.contact(leader, home);
        world.people.run(leader, () -> volunteers.helpHousehold(id, home));

        var own = listed(leader).getFirst();
        var others = listed(world.people.cadres().get(1)).getFirst();

        assertThat(own.phone()).isEqualTo("13800001234");
        assertThat(own.links())
                .singleElement()
                .extracting(VolunteerView.Link::words)
                .asString()
                .contains("户主0");
        assertThat(others.phone()).isEqualTo("*".repeat(11));
        assertThat(others.links())
                .singleElement()
                .extracting(VolunteerView.Link::words)
                .asString()
                .contains(world.people.village().name())
                .doesNotContain("户主0");
        assertThat(listed(world.people.clerk()).getFirst().phone()).isEqualTo("13800001234");
    }

    @Test
    @DisplayName("帮一个村：活动范围外的不行；点两遍只有一条；退出时一并结束，以后不能再改")
    void linked_with_a_village_until_they_leave() {
        var elsewhere = tools.create("s9-qinzhou").people.village().id();
        var id = world.people.as(leader, () -> volunteers.register(input(VolunteerKind.ENTERPRISE, "果业公司", "")));

        world.people.run(leader, () -> {
            volunteers.helpArea(id, world.people.village().id());
            volunteers.helpArea(id, world.people.village().id());
        });
        assertThat(listed(leader).getFirst().links()).hasSize(1);
        assertThatThrownBy(() -> world.people.run(leader, () -> volunteers.helpArea(id, elsewhere)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("area"));

        world.people.run(leader, () -> volunteers.leave(id));

        var left = listed(leader).getFirst();
        assertThat(left.links()).isEmpty();
        assertThat(left.leftOn()).isNotNull();
        assertThatThrownBy(() -> world.people.run(
                        leader,
                        () -> volunteers.helpArea(id, world.people.village().id())))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("volunteer.left"));
    }

    @Test
    @DisplayName("做了什么记在其他工作里：选上志愿者就算一次；别的活动的志愿者不能选，记录也不留下")
    void what_they_did_stands_in_the_record_of_work() {
        var id = world.people.as(leader, () -> volunteers.register(input(VolunteerKind.PERSON, "退休教师", "")));
        var activity = world.people.as(leader, () -> volunteers.record(world.campaign.id(), aid(), Set.of(id)));

        assertThat(world.people.as(leader, () -> volunteers.namesIn(activity))).containsExactly("退休教师");
        assertThat(listed(leader).getFirst().helped()).isEqualTo(1);
        var other = tools.create("s9-qinzhou");
        var foreign = other.people.as(
                other.people.clerk(),
                () -> volunteers.register(
                        new NewVolunteer(Ids.next(), other.campaign.id(), VolunteerKind.PERSON, "外人", "", "送书")));
        assertThatThrownBy(() ->
                        world.people.run(leader, () -> volunteers.record(world.campaign.id(), aid(), Set.of(foreign))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("volunteer.unknown"));
        assertThat(listed(leader).getFirst().helped()).isEqualTo(1);
    }

    private List<VolunteerView> listed(Person person) {
        return world.people
                .as(person, () -> volunteers.page(world.campaign.id(), null, 10))
                .volunteers();
    }

    private NewVolunteer input(VolunteerKind kind, String name, String phone) {
        return new NewVolunteer(Ids.next(), world.campaign.id(), kind, name, phone, "帮助困难学生");
    }

    private ActivityInput aid() {
        return new ActivityInput(
                Ids.next(),
                "schooling-aid",
                null,
                "给孩子补课",
                ObligationWorld.TODAY,
                null,
                world.people.village().id(),
                "每周两次，补数学",
                null,
                null,
                "",
                null,
                "",
                Set.<UUID>of(),
                List.of());
    }
}

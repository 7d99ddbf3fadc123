package cn.minqing.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("应做多少、做了多少，从记录里数")
class ObligationsTest {
    private static final LocalDate MARCH = LocalDate.of(2013, 3, 4);

    @Autowired
    ObligationWorld.Tools tools;

    @Autowired
    Obligations obligations;

    @Test
    @DisplayName("S2.1 每月下基层不少于 15 天：同一天的走访和值班只算一天，别的月不算")
    void days_of_a_month() {
        var world = tools.create("s2-jiedao");
        var cadre = world.people.cadres().get(1);
        world.did(cadre, "visit.home", MARCH);
        world.did(cadre, "duty", MARCH);
        world.did(cadre, "research", MARCH.plusDays(1));
        world.did(cadre, "visit.home", LocalDate.of(2013, 2, 4));
        world.did(world.people.cadres().get(2), "visit.home", MARCH.plusDays(2));

        var due = mine(world, cadre, "grassroots-days");

        assertThat(due.least()).isEqualTo(15);
        assertThat(due.done()).isEqualByComparingTo("2");
        assertThat(due.missing()).isEqualByComparingTo("13");
        assertThat(due.by()).isEqualTo(LocalDate.of(2013, 3, 31));
        assertThat(due.met()).isFalse();
        assertThat(due.lastDay()).isEqualTo(MARCH.plusDays(1));
    }

    @Test
    @DisplayName("S3.2 住村和调研天数按职级，没有规定的不要求")
    void days_by_rank() {
        var world = tools.create("s3-yunnan");
        var leader = world.people.cadres().get(0);
        var town = world.people.cadres().get(1);
        var other = world.people.cadres().get(2);
        world.rank(leader, "county-leader");
        world.rank(town, "town-leader");
        for (var day = 0; day < 10; day++) {
            world.did(leader, "stay", MARCH.plusDays(day));
        }

        assertThat(mine(world, leader, "village-stay").met()).isTrue();
        assertThat(mine(world, leader, "research-days").least()).isEqualTo(90);
        assertThat(mine(world, leader, "research-days").done()).isEqualByComparingTo("10");
        assertThat(mine(world, town, "village-stay").least()).isEqualTo(60);
        assertThat(mine(world, town, "village-stay").source()).isEqualTo("S3.2");
        assertThat(allMine(world, other))
                .extracting(due -> due.obligation().id())
                .doesNotContain("village-stay");
    }

    @Test
    @DisplayName("S4.3 每月一次共建活动：按单位和月份数，几个月都看得到")
    void joint_activity_each_month() {
        var world = tools.create("s4-yongshou");
        var unit = world.people.departments().getFirst();
        var leader = world.people.unitLeader(unit);
        world.did(null, "joint-activity", LocalDate.of(2013, 2, 20));
        var obligation =
                world.campaign.template().countedObligations().getFirst().id();

        assertThat(mine(world, leader, obligation).done()).isEqualByComparingTo("0");
        var periods = obligations.periods(world.campaign, Every.MONTH);
        assertThat(periods).hasSize(3);
        var february = world.people.as(
                world.people.clerk(),
                () -> obligations.page(world.campaign.id(), obligation, periods.get(1), null, false, null, 10));
        assertThat(february.dues()).extracting(Due::subjectName).containsExactly("第1科", "第2科");
        assertThat(february.dues()).extracting(Due::met).containsExactly(true, false);
        assertThat(obligations.figures(world.campaign.id(), obligation, ObligationWorld.TODAY))
                .containsEntry(unit.id(), new Obligations.Figure(3, 1, java.math.BigDecimal.ONE));
    }

    @Test
    @DisplayName("S7.1 走访户次按职务 60、120、200；没见到人的不在记录里")
    void visits_by_rank() {
        var world = tools.create("s7-hubin");
        var town = world.people.cadres().get(0);
        var village = world.people.cadres().get(1);
        var cadre = world.people.cadres().get(2);
        world.rank(town, "town-leader");
        world.rank(village, "village-leader");
        var homes = world.people.households();
        world.did(Ids.next(), cadre, "visit.home", MARCH, homes.get(0), null);
        world.did(Ids.next(), cadre, "visit.questionnaire", MARCH, homes.get(0), null);
        world.did(cadre, "good-deed", MARCH);

        assertThat(mine(world, town, "visits").least()).isEqualTo(60);
        assertThat(mine(world, village, "visits").least()).isEqualTo(200);
        assertThat(mine(world, cadre, "visits").least()).isEqualTo(120);
        assertThat(mine(world, cadre, "visits").done()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("S7.12 每名干部不少于两件实事：一件事两人办的，各算一件")
    void good_deeds() {
        var world = tools.create("s7-hubin");
        var first = world.people.cadres().get(1);
        var second = world.people.cadres().get(2);
        var deed = world.did(first, "good-deed", MARCH);
        world.did(deed, second, "good-deed", MARCH, null, null);
        world.did(second, "good-deed", MARCH.plusDays(1));

        assertThat(mine(world, first, "good-deeds").missing()).isEqualByComparingTo("1");
        assertThat(mine(world, second, "good-deeds").met()).isTrue();
    }

    @Test
    @DisplayName("S8.3 每组帮扶不少于 20 户、每户不少于 200 元：不足 200 元的户不算，几次相加够了的算")
    void households_with_enough_each() {
        var world = tools.create("s8-kaifaqu");
        var leader = world.people.cadres().getFirst();
        var team = world.team(leader);
        var homes = world.people.households();
        world.did(Ids.next(), null, team, "condolence", MARCH, homes.get(0), 200);
        world.did(Ids.next(), null, team, "condolence", MARCH, homes.get(1), 150);
        world.did(Ids.next(), null, team, "condolence", MARCH.plusDays(1), homes.get(1), 50);
        world.did(Ids.next(), null, team, "condolence", MARCH, homes.get(2), 199);

        var due = mine(world, leader, "condolence");

        assertThat(due.least()).isEqualTo(20);
        assertThat(due.done()).isEqualByComparingTo("2");
        assertThat(due.subjectName()).isEqualTo("第一工作组");
    }

    @Test
    @DisplayName("S9.3 每户一年到两次：以到得最少的一户为准，前任去的也算，没有联系户的不要求")
    void each_household_twice() {
        var world = tools.create("s9-qinzhou");
        var cadre = world.people.cadres().get(1);
        var before = world.people.cadres().get(2);
        var homes = world.people.households();
        world.contact(cadre, homes.get(0));
        world.contact(cadre, homes.get(1));
        world.did(Ids.next(), cadre, "visit.home", MARCH, homes.get(0), null);
        world.did(Ids.next(), before, "visit.home", MARCH, homes.get(0), null);
        world.did(Ids.next(), cadre, "visit.home", MARCH, homes.get(1), null);

        assertThat(mine(world, cadre, "household-visits").done()).isEqualByComparingTo("1");
        world.did(Ids.next(), cadre, "visit.home", MARCH.plusDays(1), homes.get(1), null);
        assertThat(mine(world, cadre, "household-visits").met()).isTrue();
        assertThat(allMine(world, before))
                .extracting(due -> due.obligation().id())
                .doesNotContain("household-visits")
                .contains("cadre-days");
    }

    @Test
    @DisplayName("S9.3 S9.4 单位进村、宣讲和六项行动按单位数")
    void what_units_owe() {
        var world = tools.create("s9-qinzhou");
        var unit = world.people.departments().getFirst();
        var leader = world.people.unitLeader(unit);
        var counted = List.of("lectures", "unit-trips");
        world.did(leader, "lecture", MARCH);
        world.did(leader, "lecture", MARCH.plusDays(1));
        world.did(leader, "village-trip", MARCH.plusDays(2));

        var mine = allMine(world, leader);
        assertThat(mine).extracting(due -> due.obligation().id()).containsAll(counted);
        assertThat(mine(world, leader, "lectures").met()).isTrue();
        assertThat(mine(world, leader, "unit-trips").missing()).isEqualByComparingTo("3");
        assertThat(mine.stream().filter(due -> due.obligation().source().equals("S9.4")))
                .hasSize(6);
    }

    @Test
    @DisplayName("看得见谁：干部只看自己，单位负责人看本单位，办公室看全部；名单按姓名，逐页往下翻")
    void who_sees_whom() {
        var world = tools.create("s2-jiedao");
        var people = world.people;
        var unit = people.departments().getFirst();
        var leader = people.unitLeader(unit);
        var cadre = people.cadres().get(1);
        var other = people.cadres().get(4);
        world.did(cadre, "visit.home", MARCH);
        var period = obligations.periods(world.campaign, Every.MONTH).getFirst();
        var id = world.campaign.id();

        assertThatThrownBy(() ->
                        people.as(cadre, () -> obligations.page(id, "grassroots-days", period, null, false, null, 10)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        assertThatThrownBy(() -> people.as(
                        cadre, () -> obligations.records(id, "grassroots-days", other.id(), period, null, 10)))
                .isInstanceOf(UserError.class);
        assertThat(people.as(leader, () -> obligations.page(id, "grassroots-days", period, null, true, null, 10))
                        .dues())
                .extracting(Due::unitName)
                .containsOnly(unit.name());
        var first =
                people.as(people.clerk(), () -> obligations.page(id, "grassroots-days", period, null, true, null, 4));
        var second = people.as(
                people.clerk(), () -> obligations.page(id, "grassroots-days", period, null, true, first.next(), 4));
        assertThat(first.dues()).hasSize(4);
        assertThat(second.dues()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(people.as(people.clerk(), () -> obligations.byUnit(id, "grassroots-days", period)))
                .extracting(line -> line.figure().due())
                .containsExactly(3, 3);
        var records = people.as(cadre, () -> obligations.records(id, "grassroots-days", cadre.id(), period, null, 10));
        assertThat(records).extracting(WorkRecord::kind).containsExactly("visit.home");
        assertThat(records).allMatch(WorkRecord::late);
    }

    private Due mine(ObligationWorld world, Person person, String obligation) {
        return allMine(world, person).stream()
                .filter(due -> due.obligation().id().equals(obligation))
                .findFirst()
                .orElseThrow();
    }

    private List<Due> allMine(ObligationWorld world, Person person) {
        return world.people.as(person, () -> obligations.mine(world.campaign.id()));
    }
}

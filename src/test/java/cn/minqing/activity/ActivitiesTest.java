package cn.minqing.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.ObligationWorld;
import cn.minqing.obligation.Obligations;
import cn.minqing.obligation.WorkRecord;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("其他工作的记录")
class ActivitiesTest {
    private static final LocalDate DAY = LocalDate.of(2013, 3, 4);

    @Autowired
    ObligationWorld.Tools tools;

    @Autowired
    Activities activities;

    @Autowired
    ActivityReceipts receipts;

    @Autowired
    Obligations obligations;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("S3.2 住村三天记一条，按三天数；补记的注明；同一页交两遍只记一次")
    void a_stay_counts_each_day() {
        var world = tools.create("s3-yunnan");
        var cadre = world.people.cadres().get(1);
        world.rank(cadre, "town-leader");
        var input = input(world, "stay", DAY, DAY.plusDays(2), List.of());

        var id = world.people.as(cadre, () -> activities.record(world.campaign.id(), input));
        var again = world.people.as(cadre, () -> activities.record(world.campaign.id(), input));

        assertThat(again).isEqualTo(id);
        assertThat(due(world, cadre, "village-stay").done()).isEqualByComparingTo("3");
        var records = world.people.as(
                cadre,
                () -> obligations.records(
                        world.campaign.id(),
                        "village-stay",
                        cadre.id(),
                        due(world, cadre, "village-stay").period(),
                        null,
                        10));
        assertThat(records).extracting(WorkRecord::title).containsOnly("驻村工作").hasSize(3);
        assertThat(records).allMatch(WorkRecord::late);
        var view = world.people.as(cadre, () -> activities.view(id));
        assertThat(view.current().late()).isTrue();
        assertThat(view.unitName())
                .isEqualTo(world.people.departments().getFirst().name());
    }

    @Test
    @DisplayName("S4.3 两个科室一起搞的共建活动，各算一次")
    void a_joint_activity_counts_for_each_unit() {
        var world = tools.create("s4-yongshou");
        var leader = world.people.unitLeader(world.people.departments().getFirst());
        var other = world.people.unitLeader(world.people.departments().getLast());
        var input = with(input(world, "joint-activity", DAY, null, List.of()), Set.of(leader.id(), other.id()));

        world.people.run(leader, () -> activities.record(world.campaign.id(), input));

        var obligation =
                world.campaign.template().countedObligations().getFirst().id();
        assertThat(due(world, leader, obligation).met()).isTrue();
        assertThat(due(world, other, obligation).met()).isTrue();
    }

    @Test
    @DisplayName("S8.3 慰问：每户金额和物品，满 200 元的户才算；收条每户一张，另有发放清单")
    void condolence_with_receipts() {
        var world = tools.create("s8-kaifaqu");
        var leader = world.people.cadres().getFirst();
        var team = world.team(leader);
        var homes = world.people.households();
        homes.subList(0, 3).forEach(home -> world.contact(leader, home));
        var input = input(
                world,
                "condolence",
                DAY,
                null,
                List.of(
                        new ActivityInput.Given(homes.get(0), new BigDecimal("200"), "大米一袋"),
                        new ActivityInput.Given(homes.get(1), new BigDecimal("300.50"), ""),
                        new ActivityInput.Given(homes.get(2), new BigDecimal("100"), "")));
        var id = world.people.as(leader, () -> activities.record(world.campaign.id(), of(input, team)));

        assertThat(due(world, leader, "condolence").done()).isEqualByComparingTo("2");
        var paper = world.people.as(leader, () -> receipts.paper(id));
        assertThat(paper.receipts()).hasSize(3);
        assertThat(paper.total()).isEqualTo("600.5");
        assertThat(paper.receipts().getFirst().goods()).isEqualTo("大米一袋");
        assertThat(paper.unit()).isEqualTo("第一工作组");
        assertThat(new String(world.people.as(leader, () -> receipts.pdf(id)), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        var stranger = world.people.cadres().get(4);
        assertThatThrownBy(() -> world.people.as(stranger, () -> receipts.pdf(id)))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("S8.2 S8.6 S9.4 六步、实事、六项行动都有一种记录可记，数得出来")
    void every_counted_kind_can_be_recorded() {
        for (var template : List.of("s8-kaifaqu", "s9-qinzhou")) {
            var world = tools.create(template);
            var known = world.campaign.template().activityKinds().stream()
                    .map(ActivityKind::code)
                    .toList();
            var leader = world.people.unitLeader(world.people.departments().getFirst());
            var unit = template.startsWith("s8") ? world.team(leader) : leader.unitId();
            var own = world.people.as(leader, () -> obligations.mine(world.campaign.id())).stream()
                    .filter(due -> !due.subjectId().equals(leader.id()))
                    .flatMap(due -> due.obligation().countedKinds().stream()
                            .filter(known::contains)
                            .map(kind -> new String[] {due.obligation().id(), kind}))
                    .toList();
            assertThat(own).isNotEmpty();
            for (var one : own) {
                var input = of(input(world, one[1], DAY, null, List.of()), unit);
                if (world.campaign.template().activityKinds().stream()
                        .anyMatch(kind -> kind.code().equals(one[1])
                                && kind.asks().contains(cn.minqing.campaign.CampaignTemplate.Ask.ENTERPRISE))) {
                    continue;
                }
                var before = due(world, leader, one[0]).done();
                world.people.run(leader, () -> activities.record(world.campaign.id(), input));
                if (!one[0].equals("condolence")) {
                    assertThat(due(world, leader, one[0]).done()).as(one[0]).isGreaterThan(before);
                }
            }
        }
    }

    @Test
    @DisplayName("更正是新的一版，旧的留着；别人先改了就说出来；撤回的不再计入，仍看得到")
    void corrections_keep_what_was_written() {
        var world = tools.create("s3-yunnan");
        var cadre = world.people.cadres().get(1);
        world.rank(cadre, "town-leader");
        var id = world.people.as(
                cadre,
                () -> activities.record(world.campaign.id(), input(world, "stay", DAY, DAY.plusDays(2), List.of())));

        world.people.run(
                cadre, () -> activities.correct(id, 1, input(world, "stay", DAY, DAY.plusDays(1), List.of()), "多记了一天"));

        assertThat(due(world, cadre, "village-stay").done()).isEqualByComparingTo("2");
        var view = world.people.as(cadre, () -> activities.view(id));
        assertThat(view.versions()).extracting(ActivityView.Version::number).containsExactly(2, 1);
        assertThat(view.versions().getLast().to()).isEqualTo(DAY.plusDays(2));
        assertThat(view.current().reason()).isEqualTo("多记了一天");
        assertThatThrownBy(() -> world.people.run(
                        cadre, () -> activities.correct(id, 1, input(world, "stay", DAY, null, List.of()), "再改")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("stale"));
        world.people.run(cadre, () -> activities.withdraw(id, "记错了活动"));
        assertThat(due(world, cadre, "village-stay").done()).isEqualByComparingTo("0");
        assertThat(world.people.as(cadre, () -> activities.view(id)).state()).isEqualTo(ActivityState.WITHDRAWN);
        assertThatThrownBy(() -> world.people.run(cadre, () -> activities.withdraw(id, "再撤")))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("有一处不对，什么都不写，所有不对的地方一起指出")
    void faults_are_told_together() {
        var world = tools.create("s8-kaifaqu");
        var leader = world.people.cadres().getFirst();
        world.team(leader);
        var home = world.people.households().getFirst();
        world.contact(leader, home);
        var bad = new ActivityInput(
                Ids.next(),
                "condolence",
                null,
                " ",
                ObligationWorld.TODAY.plusDays(1),
                null,
                null,
                "",
                0,
                null,
                "",
                null,
                "",
                Set.of(Ids.next()),
                List.of(new ActivityInput.Given(home, BigDecimal.ZERO, "")));

        assertThatThrownBy(() -> world.people.run(leader, () -> activities.record(world.campaign.id(), bad)))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.fields().keySet())
                                .contains(
                                        "title",
                                        "words",
                                        "from",
                                        "areaId",
                                        "participants",
                                        "cadres",
                                        "households[0].amount"));
        assertThat(jdbc.sql("select count(*) from activity where campaign_id = ?")
                        .param(world.campaign.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> world.people.run(
                        world.people.handler(),
                        () -> activities.record(world.campaign.id(), input(world, "condolence", DAY, null, List.of()))))
                .isInstanceOf(UserError.class);
    }

    @Test
    @DisplayName("S7.1 包村的干部走访联系户以外的住户：每户算一次；不包村的看不到这些户")
    void visits_to_other_households_of_a_linked_village() {
        var world = tools.create("s7-hubin");
        var cadre = world.people.cadres().get(1);
        var homes = world.people.households();
        var input = input(
                world,
                "visit.home",
                DAY,
                null,
                homes.subList(0, 3).stream()
                        .map(home -> new ActivityInput.Given(home, null, ""))
                        .toList());
        assertThatThrownBy(() -> world.people.as(cadre, () -> activities.record(world.campaign.id(), input)))
                .isInstanceOf(UserError.class);
        world.linked(cadre);

        world.people.run(cadre, () -> activities.record(world.campaign.id(), input));

        assertThat(due(world, cadre, "visits").done()).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("名单：办公室看全部，干部看自己记的和参加的，逐页往下翻")
    void who_sees_which() {
        var world = tools.create("s4-yongshou");
        var people = world.people;
        var first = people.cadres().get(1);
        var second = people.cadres().get(4);
        for (var index = 0; index < 3; index++) {
            people.run(
                    first,
                    () -> activities.record(world.campaign.id(), input(world, "training", DAY, null, List.of())));
        }
        assertThat(people.as(second, () -> activities.page(world.campaign.id(), "", null, 10))
                        .lines())
                .isEmpty();
        var page = people.as(people.clerk(), () -> activities.page(world.campaign.id(), "", null, 2));
        assertThat(page.lines()).hasSize(2);
        assertThat(people.as(people.clerk(), () -> activities.page(world.campaign.id(), "", page.next(), 2))
                        .lines())
                .hasSize(1);
        assertThat(people.as(first, () -> activities.page(world.campaign.id(), "training", null, 10))
                        .lines())
                .hasSize(3);
    }

    private Due due(ObligationWorld world, Person person, String obligation) {
        return world.people.as(person, () -> obligations.mine(world.campaign.id())).stream()
                .filter(due -> due.obligation().id().equals(obligation))
                .findFirst()
                .orElseThrow();
    }

    private static ActivityInput input(
            ObligationWorld world, String kind, LocalDate from, LocalDate to, List<ActivityInput.Given> households) {
        return new ActivityInput(
                Ids.next(),
                kind,
                null,
                "驻村工作",
                from,
                to,
                world.people.village().id(),
                "和群众一起干活，听意见。",
                null,
                null,
                "",
                null,
                "",
                Set.of(),
                households);
    }

    private static ActivityInput with(ActivityInput input, Set<UUID> cadres) {
        return new ActivityInput(
                input.clientKey(),
                input.kind(),
                input.unitId(),
                input.title(),
                input.from(),
                input.to(),
                input.areaId(),
                input.words(),
                input.participants(),
                input.enterpriseId(),
                input.volunteers(),
                input.amount(),
                input.goods(),
                cadres,
                input.households());
    }

    private static ActivityInput of(ActivityInput input, UUID unitId) {
        return new ActivityInput(
                input.clientKey(),
                input.kind(),
                unitId,
                input.title(),
                input.from(),
                input.to(),
                input.areaId(),
                input.words(),
                input.participants(),
                input.enterpriseId(),
                input.volunteers(),
                input.amount(),
                input.goods(),
                input.cadres(),
                input.households());
    }
}

package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("联系点、工作组和参加人员")
class ContactPointsTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Campaigns running;

    @Autowired
    ContactPoints points;

    @Autowired
    Teams teams;

    @Autowired
    Participants participants;

    @Autowired
    Contacts contacts;

    @Autowired
    Handovers handovers;

    @Autowired
    Enterprises enterprises;

    @Autowired
    JdbcClient jdbc;

    private SmallWorld world;

    @BeforeEach
    void create() {
        world = worlds.create();
    }

    @Test
    @DisplayName("单位和个人都能联系村；换人、换处不断档不重叠，经过都查得到（S9.6）")
    void a_point_has_a_history_without_gap() {
        var campaign = campaigns.assigned(world);
        var first = world.departments().getFirst();
        var second = world.departments().getLast();
        var cadre = world.cadres().getFirst();
        var ofUnit = add(campaign, first.id(), null);
        var ofPerson = add(campaign, first.id(), cadre.id());

        assertThat(add(campaign, first.id(), null)).as("again").isEqualTo(ofUnit);
        assertThat(points.reaching(campaign.id(), cadre.id()))
                .extracting(ContactPoint::id)
                .containsExactlyInAnyOrder(ofUnit, ofPerson);
        assertThat(points.ownOf(campaign.id(), cadre.id()))
                .extracting(ContactPoint::id)
                .containsExactly(ofPerson);

        beganEarlier(ofUnit);
        world.run(world.clerk(), () -> points.give(ofUnit, second.id(), null));

        var history = world.as(
                world.clerk(),
                () -> points.historyAt(campaign.id(), world.village().id()));
        assertThat(history).hasSize(3);
        var ended = history.getFirst().point();
        var followed = history.stream()
                .map(ContactPoints.Line::point)
                .filter(point -> point.unitId().equals(second.id()))
                .findFirst()
                .orElseThrow();
        assertThat(ended.until()).isEqualTo(followed.from());
        assertThat(history.getFirst().place())
                .isEqualTo(world.town().name() + world.village().name());
        assertThat(points.at(campaign.id(), world.village().id())).hasSize(2);
    }

    @Test
    @DisplayName("只有活动办公室能定联系点；单位要参加活动，地方要在活动范围内、级别相符")
    void only_the_office_and_only_what_fits() {
        var campaign = campaigns.assigned(world);
        var unit = world.departments().getFirst().id();

        var refused = catchThrowableOfType(
                UserError.class,
                () -> world.run(
                        world.cadres().getFirst(),
                        () -> points.add(
                                campaign.id(),
                                ContactPoint.Kind.VILLAGE,
                                unit,
                                null,
                                world.village().id(),
                                "")));
        var elsewhere = catchThrowableOfType(
                UserError.class,
                () -> world.run(
                        world.clerk(),
                        () -> points.add(
                                campaign.id(),
                                ContactPoint.Kind.TOWN,
                                unit,
                                null,
                                world.town().id(),
                                "")));
        var stranger = catchThrowableOfType(
                UserError.class, () -> add(campaign, world.bureau().id(), null));
        var urban = catchThrowableOfType(
                UserError.class,
                () -> world.run(
                        world.clerk(),
                        () -> points.add(
                                campaign.id(),
                                ContactPoint.Kind.COMMUNITY,
                                unit,
                                null,
                                world.village().id(),
                                "")));

        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(elsewhere.fields()).containsOnlyKeys("placeId");
        assertThat(stranger.fields()).containsOnlyKeys("unitId");
        assertThat(urban.fields()).containsOnlyKeys("placeId");
    }

    @Test
    @DisplayName("接替时，人员的联系点随联系户一起交给接替人，当天交接（S9.6）")
    void points_are_handed_over() {
        var campaign = campaigns.mobilized(world);
        var department = world.departments().getFirst();
        var leaving = world.cadres().get(1);
        var successor = world.cadres().get(2);
        var point = add(campaign, department.id(), leaving.id());
        beganEarlier(point);
        var leader = world.unitLeader(department);

        var handover =
                world.as(leader, () -> handovers.requestHandover(campaign.id(), leaving.id(), List.of(), "调动工作"));
        world.run(
                leader,
                () -> handovers.nameSuccessor(campaigns.task(handover, "userTask_nameSuccessor"), successor.id()));

        assertThat(points.ownOf(campaign.id(), leaving.id())).isEmpty();
        var taken = points.ownOf(campaign.id(), successor.id());
        assertThat(taken).hasSize(1);
        var before = world.as(
                        world.clerk(),
                        () -> points.historyAt(campaign.id(), world.village().id()))
                .getFirst()
                .point();
        assertThat(before.until()).isEqualTo(taken.getFirst().from());
    }

    @Test
    @DisplayName("工作组由几个单位的干部组成，组员以组的名义参加，联系户由组负责人确认（S5.1、S8.1）")
    void members_act_for_their_team() {
        var campaign = campaigns.launch(world);
        var leader = world.cadres().get(4);
        var members = List.of(world.cadres().get(1).id(), leader.id());
        var team = world.as(
                world.clerk(),
                () -> teams.form(
                        campaign.id(),
                        new Teams.Content(
                                "第一组",
                                leader.id(),
                                members,
                                List.of(world.village().id()))));

        mobilize(campaign);

        assertThat(participants.ofUnit(campaign.id(), team))
                .extracting(Participants.Participant::personId)
                .containsExactlyInAnyOrderElementsOf(members);
        assertThat(participants.of(campaign.id())).hasSize(6);
        assertThat(participants.find(campaign.id(), leader.id()).orElseThrow().unitId())
                .isEqualTo(team);
        assertThat(contacts.running(campaign.id(), team, null)).isNotEmpty();
        assertThat(world.people().actor(leader.account()).has(Role.UNIT_LEADER, team))
                .isTrue();
        var listed = world.as(world.clerk(), () -> teams.of(campaign.id()));
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().content().memberIds()).containsExactlyInAnyOrderElementsOf(members);
        assertThat(listed.getFirst().leaderName()).isEqualTo(leader.name());

        var late = catchThrowableOfType(UserError.class, () -> world.run(world.clerk(), () -> teams.dissolve(team)));
        assertThat(late.code()).isEqualTo("campaign.team.tooLate");
    }

    @Test
    @DisplayName("一个人只在一个组；组名不重复；撤销后回到本单位")
    void nobody_is_in_two_teams() {
        var campaign = campaigns.launch(world);
        var leader = world.leadingGroup();
        var member = List.of(world.cadres().get(1).id());
        var first = form(campaign, "第一组", leader.id(), member);

        var twice = catchThrowableOfType(UserError.class, () -> form(campaign, "第二组", leader.id(), member));
        var nobody = catchThrowableOfType(UserError.class, () -> form(campaign, "第二组", leader.id(), List.of()));
        assertThat(twice.fields()).containsOnlyKeys("memberIds");
        assertThat(nobody.fields()).containsOnlyKeys("memberIds");
        assertThat(form(campaign, "第一组", leader.id(), member)).isEqualTo(first);

        world.run(world.clerk(), () -> teams.dissolve(first));

        var none = world.as(world.clerk(), () -> teams.of(campaign.id()));
        assertThat(none).isEmpty();
    }

    @Test
    @DisplayName("主办单位领导的就是活动范围时，范围内各级单位都可以参加，组员看得到活动")
    void all_units_of_the_area_can_take_part() {
        world.people()
                .grant(world.townHandler().id(), Role.CADRE, world.townStation().id());
        world.people().grant(world.handler().id(), Role.CADRE, world.bureau().id());
        var today = running.get(campaigns.launch(world).id());
        var wide = world.as(
                world.clerk(),
                () -> running.launch(
                        SmallCampaigns.TEMPLATE,
                        "全县走访",
                        world.office().id(),
                        world.county().id(),
                        today.dates()));

        assertThat(participants.candidateUnits(today.id()))
                .containsExactlyElementsOf(
                        world.departments().stream().map(unit -> unit.id()).toList());
        assertThat(participants.candidateUnits(wide.id()))
                .containsExactlyInAnyOrder(
                        world.departments().getFirst().id(),
                        world.departments().getLast().id(),
                        world.bureau().id(),
                        world.townStation().id());
    }

    @Test
    @DisplayName("企业按名称登记一次，工作组可以派到企业（S8.1）")
    void an_enterprise_is_a_place() {
        var mill = enterprises.save("面粉厂", world.village().id());
        assertThat(enterprises.save("面粉厂", world.village().id())).isEqualTo(mill);
        var campaign = campaigns.assigned(world);
        var unit = world.departments().getFirst().id();

        var offered = world.as(world.clerk(), () -> points.places(campaign.id(), ContactPoint.Kind.ENTERPRISE));
        var villages = world.as(world.clerk(), () -> points.places(campaign.id(), ContactPoint.Kind.VILLAGE));

        assertThat(offered).extracting(ContactPoints.Place::id).containsExactly(mill.id());
        assertThat(villages)
                .extracting(ContactPoints.Place::name)
                .containsExactly(world.town().name() + world.village().name());
        var point = world.as(
                world.clerk(),
                () -> points.add(campaign.id(), ContactPoint.Kind.ENTERPRISE, unit, null, mill.id(), "驻企"));

        var lines = world.as(world.clerk(), () -> points.lines(campaign.id(), unit));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().point().id()).isEqualTo(point);
        assertThat(lines.getFirst().place()).endsWith("面粉厂");
    }

    private UUID add(CampaignView campaign, UUID unitId, @Nullable UUID personId) {
        return world.as(
                world.clerk(),
                () -> points.add(
                        campaign.id(),
                        ContactPoint.Kind.VILLAGE,
                        unitId,
                        personId,
                        world.village().id(),
                        ""));
    }

    private UUID form(CampaignView campaign, String name, UUID leader, List<UUID> members) {
        return world.as(
                world.clerk(), () -> teams.form(campaign.id(), new Teams.Content(name, leader, members, List.of())));
    }

    private void mobilize(CampaignView campaign) {
        campaigns.meet(world, campaign);
    }

    private void beganEarlier(UUID point) {
        jdbc.sql("update contact_point set from_date = from_date - 5 where id = ?")
                .param(point)
                .update();
    }
}

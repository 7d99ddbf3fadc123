package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of the shipped templates on a county of its own: some towns with villages, one street with communities. */
@ProductTest
@DisplayName("各方案的联系规则")
class AssignmentRulesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Campaigns campaigns;

    @Autowired
    TemplateVersions versions;

    @Autowired
    Plans plans;

    @Autowired
    Assignments assignments;

    @Autowired
    Balances balances;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactPoints points;

    @Autowired
    Teams teams;

    @Autowired
    Participants participants;

    @Autowired
    Areas areas;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Enterprises enterprises;

    private SmallWorld world;
    private Area county;
    private Unit host;
    private final List<Person> cadres = new ArrayList<>();
    private int accounts;

    @BeforeEach
    void create() {
        world = worlds.create();
        cadres.clear();
        var number = world.county().code().substring(2);
        areas.save("98", AreaLevel.PROVINCE, "另省", "test");
        areas.save("98" + number.substring(0, 2), AreaLevel.CITY, "另市", "test");
        county = areas.save("98" + number, AreaLevel.COUNTY, "另县", "test");
        host = units.add("县委办", null, county.id(), 0);
        people.grant(world.clerk().id(), Role.CAMPAIGN_OFFICE, host.id());
        people.grant(world.leadingGroup().id(), Role.LEADING_GROUP, host.id());
    }

    @Test
    @DisplayName("S9：各职级的村、社区、农户、城市居民户都如数，区直单位各一个村（S9.1）")
    void by_rank() {
        var villages = villages(6, 12);
        var communities = communities(4, 6);
        var unit = unit("区委办", county);
        cadre(unit, "county-principal");
        cadre(unit, "county-leader");
        var bureau = unit("农业局", county);
        cadre(bureau, "department-head");
        IntStream.range(0, 5).forEach(i -> cadre(bureau, "staff"));
        var town = unit(
                "乡政府", areas.byCode(villages.getFirst().code().substring(0, 9)).orElseThrow());
        cadre(town, "town-principal");
        cadre(town, "staff");
        var street = unit(
                "街道办",
                areas.byCode(communities.getFirst().code().substring(0, 9)).orElseThrow());
        cadre(street, "street-principal");
        cadre(street, "street-staff");

        var campaign = assigned("s9-qinzhou", unit, bureau, town, street);

        var rural = Map.of(
                "county-principal", 2, "county-leader", 2, "town-principal", 2, "department-head", 1, "staff", 1);
        var urban = Map.of(
                "county-principal",
                1,
                "county-leader",
                1,
                "department-head",
                1,
                "street-principal",
                2,
                "street-staff",
                1);
        var homes = homes(campaign);
        for (var cadre : cadres) {
            var mine = homes.getOrDefault(cadre.id(), List.of());
            var inCommunities =
                    mine.stream().filter(code -> isIn(code, communities)).count();
            assertThat(inCommunities)
                    .as(cadre.rank())
                    .isEqualTo(urban.getOrDefault(cadre.rank(), 0).longValue());
            assertThat(mine.size() - inCommunities)
                    .as(cadre.rank())
                    .isEqualTo(rural.getOrDefault(cadre.rank(), 0).longValue());
        }
        assertPlaces(campaign, "county-principal", ContactPoint.Kind.VILLAGE, 1);
        assertPlaces(campaign, "county-principal", ContactPoint.Kind.COMMUNITY, 2);
        assertPlaces(campaign, "county-leader", ContactPoint.Kind.COMMUNITY, 1);
        assertPlaces(campaign, "town-principal", ContactPoint.Kind.VILLAGE, 1);
        assertPlaces(campaign, "street-principal", ContactPoint.Kind.COMMUNITY, 1);
        assertPlaces(campaign, "staff", ContactPoint.Kind.VILLAGE, 0);
        var ofUnits = points.running(campaign.id()).stream()
                .filter(point -> point.personId() == null)
                .toList();
        assertThat(ofUnits).extracting(ContactPoint::unitId).containsExactlyInAnyOrder(unit.id(), bureau.id());
        assertThat(world.as(world.clerk(), () -> balances.coverage(campaign.id()))
                        .complete())
                .isTrue();
    }

    @Test
    @DisplayName("S4：部门和村一一结对，每名干部在结对村里至少两户（S4.1、S4.2）")
    void pairs_of_units_and_villages() {
        villages(7, 12);
        var departments = IntStream.range(0, 7)
                .mapToObj(i -> {
                    var unit = unit("部门" + i, county);
                    IntStream.range(0, 1 + i % 4).forEach(j -> cadre(unit, "staff"));
                    return unit;
                })
                .toArray(Unit[]::new);

        var campaign = assigned("s4-yongshou", departments);

        var running = points.running(campaign.id());
        assertThat(running).hasSize(7);
        assertThat(running.stream().map(ContactPoint::placeId)).doesNotHaveDuplicates();
        assertThat(running.stream().map(ContactPoint::unitId)).doesNotHaveDuplicates();
        var homes = homes(campaign);
        for (var cadre : cadres) {
            var village = running.stream()
                    .filter(point -> point.unitId().equals(cadre.unitId()))
                    .map(point -> areas.get(point.placeId()).code())
                    .findFirst()
                    .orElseThrow();
            assertThat(homes.get(cadre.id())).hasSize(2).allMatch(code -> code.startsWith(village));
        }
    }

    @Test
    @DisplayName("S7：每名干部包一个村，在村里结对 2 户党员、3 户群众，困难党员、困难群众各至少一户（S7.6）")
    void one_two_three() {
        var villages = villages(2, 0);
        villages.forEach(village -> {
            register(village.code() + "001", 3, "poor-party-member");
            register(village.code() + "001", 3, "party-member");
            register(village.code() + "001", 3, "poor-resident");
            register(village.code() + "001", 6, "");
        });
        var government = unit("镇政府", county);
        IntStream.range(0, 6).forEach(i -> cadre(government, "staff"));

        var campaign = assigned("s7-hubin", government);

        assertThat(points.running(campaign.id()))
                .hasSize(6)
                .allMatch(point -> point.personId() != null && point.kind() == ContactPoint.Kind.VILLAGE);
        var running = contacts.ofCampaign(campaign.id());
        assertThat(running).hasSize(30);
        var summaries =
                households.summaries(running.stream().map(Contact::householdId).toList());
        running.stream()
                .collect(Collectors.groupingBy(Contact::personId))
                .values()
                .forEach(mine -> {
                    var categories = mine.stream()
                            .flatMap(contact -> summaries.get(contact.householdId()).vulnerabilities().stream())
                            .toList();
                    assertThat(categories).contains("poor-party-member", "poor-resident");
                    assertThat(categories.stream().filter(code -> code.endsWith("party-member")))
                            .hasSize(2);
                });
    }

    @Test
    @DisplayName("S7：少三户困难党员就说缺 3 户困难党员，什么也不分（S7.6）")
    void lacking_households_are_named() {
        var village = villages(1, 0).getFirst();
        register(village.code() + "001", 3, "poor-party-member");
        register(village.code() + "001", 20, "party-member");
        register(village.code() + "001", 20, "poor-resident");
        var government = unit("镇政府", county);
        IntStream.range(0, 6).forEach(i -> cadre(government, "staff"));
        var campaign = launch("s7-hubin");

        var preview = world.as(world.clerk(), () -> balances.preview(campaign.id(), List.of(government.id())));
        var refused = catchThrowableOfType(UserError.class, () -> meet(campaign, government));

        assertThat(preview.lacks()).hasSize(1);
        assertThat(preview.lacks().getFirst().name()).isEqualTo("困难党员");
        assertThat(refused.code()).isEqualTo("campaign.assignment.lacks.category");
        assertThat(refused.message().args().subList(0, 4)).isEqualTo(List.of(3, "困难党员", 6, 3));
        assertThat(contacts.ofCampaign(campaign.id())).isEmpty();
        assertThat(points.running(campaign.id())).isEmpty();
    }

    @Test
    @DisplayName("S8：五个工作队、四个村和一个企业，一队一处，村里户户有人（S8.1）")
    void five_teams() {
        villages(4, 9);
        enterprises.save(
                "面粉厂", areas.byCode(county.code() + "301").orElseThrow().id());
        var office = unit("开发区机关", county);
        IntStream.range(0, 20).forEach(i -> cadre(office, "staff"));
        var campaign = launch("s8-kaifaqu");
        for (var team = 0; team < 5; team++) {
            var members = cadres.subList(team * 4, team * 4 + 4).stream()
                    .map(Person::id)
                    .toList();
            var content = new Teams.Content("第" + team + "队", members.getFirst(), members, List.of());
            world.run(world.clerk(), () -> teams.form(campaign.id(), content));
        }

        meet(campaign, office);

        var running = points.running(campaign.id());
        assertThat(running).hasSize(5);
        assertThat(running.stream().map(ContactPoint::placeId)).doesNotHaveDuplicates();
        assertThat(running).extracting(ContactPoint::kind).contains(ContactPoint.Kind.ENTERPRISE);
        assertThat(contacts.ofCampaign(campaign.id())).hasSize(36);
        var asked = world.as(world.clerk(), () -> {
            assignments.finishAdjusting(paths.task(campaign.id(), "userTask_adjustContacts"));
            return balances.balance(campaign.id()).units();
        });
        assertThat(asked).hasSize(5);
        var leader = cadres.get(16);
        assertThat(paths.task(world, leader, campaign.id(), "userTask_confirmContacts"))
                .isNotNull();
    }

    @Test
    @DisplayName("S3：县机关挂村包组联户，组在所挂的村里，户在所挂的村里；领导蹲点一个村（S3.1、S3.3）")
    void the_chain() {
        var villages = villages(3, 12);
        villages.forEach(village -> areas.save(village.code() + "002", AreaLevel.GROUP, "二组", "test"));
        var bureau = unit("县林业局", county);
        cadre(bureau, "staff");
        cadre(bureau, "county-leader");

        var campaign = assigned("s3-yunnan", bureau);

        var ofUnit = points.running(campaign.id()).stream()
                .filter(point -> point.personId() == null)
                .collect(Collectors.toMap(ContactPoint::kind, point -> areas.get(point.placeId())));
        assertThat(ofUnit.keySet()).isEqualTo(Set.of(ContactPoint.Kind.VILLAGE, ContactPoint.Kind.GROUP));
        var village = ofUnit.get(ContactPoint.Kind.VILLAGE).code();
        assertThat(ofUnit.get(ContactPoint.Kind.GROUP).code()).startsWith(village);
        assertPlaces(campaign, "county-leader", ContactPoint.Kind.VILLAGE, 1);
        assertThat(homes(campaign).get(cadres.getFirst().id())).hasSize(6).allMatch(code -> code.startsWith(village));
    }

    @Test
    @DisplayName("S2：每名干部一个社区或村，有联系户，写明包解困、包稳定、包发展（S2.6、S2.10）")
    void the_annex() {
        villages(1, 4);
        communities(2, 4);
        var street = unit("街道办", county);
        IntStream.range(0, 6).forEach(i -> cadre(street, "staff"));

        var campaign = assigned("s2-jiedao", street);

        var running = points.running(campaign.id());
        assertThat(running).hasSize(6).allMatch(point -> point.purpose().contains("包解困"));
        assertThat(new HashSet<>(running.stream().map(ContactPoint::placeId).toList()))
                .hasSize(3);
        assertThat(homes(campaign).values()).hasSize(6).allMatch(mine -> mine.size() == 1);
    }

    @Test
    @DisplayName("模板里直接写每人几户的，不查决策表；没写到的职级仍查表")
    void quotas_of_the_template() {
        villages(1, 8);
        communities(2, 4);
        var street = unit("街道办", county);
        IntStream.range(0, 3).forEach(i -> cadre(street, "staff"));
        var id = "t-" + UUID.randomUUID().toString().substring(0, 8);
        world.run(world.clerk(), () -> {
            var draft = versions.create(id, "每人两户", "s2-jiedao");
            var text = versions.open(id, 1).text();
            assertThat(text).contains("  rule: as-required");
            var saved = versions.save(
                    id,
                    1,
                    draft.revision(),
                    text.replace(
                            "  rule: as-required",
                            "  quotas:\n    - { ranks: [staff], least: 2, most: 2 }\n  rule: as-required"));
            versions.release(id, 1, saved.revision());
        });

        var campaign = assigned(id, street);

        assertThat(campaign.template().assignment().own("leader")).isEmpty();
        assertThat(homes(campaign).values()).hasSize(3).allMatch(mine -> mine.size() == 2);
    }

    private CampaignView assigned(String template, Unit... taking) {
        var campaign = launch(template);
        meet(campaign, taking);
        return campaign;
    }

    private CampaignView launch(String template) {
        var dates = paths.launch(world).dates();
        return world.as(world.clerk(), () -> campaigns.launch(template, "走访", host.id(), county.id(), dates));
    }

    private void meet(CampaignView campaign, Unit... taking) {
        var content = new PlanContent(
                "目的", "步骤", "组织", "纪律", List.of(taking).stream().map(Unit::id).toList());
        world.run(world.clerk(), () -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), content));
        world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));
        world.run(
                world.clerk(),
                () -> plans.recordMeeting(paths.task(campaign.id(), "userTask_recordKickoffMeeting"), paths.meeting()));
    }

    private Map<UUID, List<String>> homes(CampaignView campaign) {
        var running = contacts.ofCampaign(campaign.id());
        assertThat(running.stream().map(Contact::householdId)).doesNotHaveDuplicates();
        var summaries =
                households.summaries(running.stream().map(Contact::householdId).toList());
        return running.stream()
                .collect(Collectors.groupingBy(
                        Contact::personId,
                        Collectors.mapping(
                                contact -> summaries.get(contact.householdId()).groupCode(), Collectors.toList())));
    }

    private void assertPlaces(CampaignView campaign, String rank, ContactPoint.Kind kind, int number) {
        cadres.stream()
                .filter(cadre -> cadre.rank().equals(rank))
                .forEach(cadre -> assertThat(
                                points.ownOf(campaign.id(), cadre.id()).stream().filter(point -> point.kind() == kind))
                        .as(rank + " " + kind)
                        .hasSize(number));
    }

    private static boolean isIn(String code, List<Area> communities) {
        return communities.stream().anyMatch(area -> code.startsWith(area.code()));
    }

    private List<Area> villages(int count, int homes) {
        return places(count, homes, "301", false);
    }

    private List<Area> communities(int count, int homes) {
        return places(count, homes, "401", true);
    }

    private List<Area> places(int count, int homes, String town, boolean urban) {
        var parent = areas.save(county.code() + town, AreaLevel.TOWN, "乡镇" + town, "test");
        areas.setUrban(parent.code(), urban);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var village =
                            areas.save(parent.code() + "%03d".formatted(i + 1), AreaLevel.VILLAGE, "村" + i, "test");
                    areas.save(village.code() + "001", AreaLevel.GROUP, "一组", "test");
                    register(village.code() + "001", homes, "");
                    return village;
                })
                .toList();
    }

    private void register(String groupCode, int count, String category) {
        for (var i = 0; i < count; i++) {
            var head = "户主" + ++accounts;
            households.add(new NewHousehold(
                    groupCode,
                    "%04d".formatted(accounts),
                    head,
                    "",
                    List.of(new MemberInput(head, Relation.HEAD, Sex.MALE, 1965)),
                    category.isEmpty() ? Set.of() : Set.of(category)));
        }
    }

    private Unit unit(String name, Area area) {
        return units.add(name, null, area.id(), ++accounts);
    }

    private void cadre(Unit unit, String rank) {
        var person =
                people.addHashed(world.clerk().account() + "r" + ++accounts, "-", "干部" + accounts, unit.id(), rank, "");
        people.grant(person.id(), Role.CADRE, unit.id());
        if (cadres.stream().noneMatch(other -> other.unitId().equals(unit.id()))) {
            people.grant(person.id(), Role.UNIT_LEADER, unit.id());
        }
        cadres.add(person);
    }
}

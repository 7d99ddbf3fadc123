package cn.minqing.process.contacthandover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.ContactPoint;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Handovers;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.UnitChanges;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("单位合并、拆分：整体移交不断档")
class UnitChangesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    UnitChanges changes;

    @Autowired
    Units units;

    @Autowired
    Contacts contacts;

    @Autowired
    Handovers handovers;

    @Autowired
    WorkItems workItems;

    @Autowired
    ContactPoints points;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    private SmallWorld world;
    private CampaignView campaign;

    @BeforeEach
    void visits_are_under_way() {
        world = worlds.create();
        campaign = paths.visiting(world);
    }

    private UnitChanges.Change merge(UUID key) {
        return new UnitChanges.Change(
                key,
                UnitChanges.Kind.MERGE,
                List.of(world.departments().get(0).id()),
                world.departments().get(1).id(),
                "",
                List.of(),
                "机构改革");
    }

    @Test
    @DisplayName("两个科室合并：人、联系户、档案、任务一起转，旧的一段留着，住户由联系人告知")
    void two_units_become_one() {
        var from = world.departments().get(0);
        var to = world.departments().get(1);
        var before = contacts.ofCampaign(campaign.id()).stream()
                .filter(contact -> contact.unitId().equals(from.id()))
                .toList();
        assertThat(before).isNotEmpty();
        var key = Ids.next();

        var preview = world.as(world.administrator(), () -> changes.preview(merge(key)));
        assertThat(preview.counts())
                .containsEntry("people", 3)
                .containsEntry("contacts", before.size())
                .containsEntry("files", before.size());
        world.run(world.administrator(), () -> changes.make(merge(key)));
        world.run(world.administrator(), () -> changes.make(merge(key)));

        assertThat(units.departments(world.office().id())).extracting("id").containsExactly(to.id());
        for (var old : before) {
            var terms = contacts.termsOf(campaign.id(), old.householdId());
            assertThat(terms).as("one change, however often it is asked for").hasSize(2);
            assertThat(terms.getFirst().unitId()).isEqualTo(from.id());
            assertThat(terms.getFirst().until())
                    .as("no day in between")
                    .isEqualTo(terms.getLast().from());
            assertThat(terms.getLast())
                    .returns(old.id(), Contact::id)
                    .returns(to.id(), Contact::unitId)
                    .returns(old.personId(), Contact::personId)
                    .returns(old.cardCode(), Contact::cardCode);
            assertThat(workItems.waitingFor(old.id()))
                    .extracting(WorkItem::personId)
                    .containsExactly(old.personId());
        }
        assertThat(jdbc.sql("select count(*) from household_file where campaign_id = ? and unit_id = ?")
                        .params(campaign.id(), from.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        var leader = world.people().actor(world.unitLeader(to).account());
        assertThat(leader.has(Role.UNIT_LEADER, from.id()))
                .as("what is addressed to the closed unit stays in hand")
                .isTrue();

        var told = jdbc.sql("select id from handover where campaign_id = ? and state = 'MOVED' order by id")
                .param(campaign.id())
                .query(UUID.class)
                .list();
        assertThat(told)
                .hasSize((int) before.stream().map(Contact::personId).distinct().count());
        for (var handover : told) {
            var person = person(handovers.get(handover).fromPerson());
            world.run(person, () -> handovers.toldHouseholds(paths.task(handover, "userTask_tellHouseholds"), "都告知了"));
            assertThat(handovers.get(handover).state()).isEqualTo(Handovers.State.DONE);
        }
    }

    @Test
    @DisplayName("合并：联系点、承诺、督办、将来的值班一起转；编进工作组的人还在组里；做完的不动")
    void everything_else_passes_along() {
        var from = world.departments().get(0);
        var to = world.departments().get(1);
        var cadre = world.cadres().get(1);
        var ofUnit = point(from.id(), null);
        var ofPerson = point(from.id(), cadre.id());
        var promise = promise(from.id(), false);
        var kept = promise(from.id(), true);
        var notice = notice(from.id(), "RECTIFYING");
        var rectified = notice(from.id(), "RECTIFIED");
        var turn = duty(from.id(), cadre, clock.today().plusDays(7), "PLANNED");
        var held = duty(from.id(), cadre, clock.today().minusDays(7), "DONE");
        var team = Ids.next();
        jdbc.sql("insert into unit (id, name, area_id, campaign_id, sort_order) values (?, '第一组', ?, ?, 1)")
                .params(team, world.village().id(), campaign.id())
                .update();
        jdbc.sql("insert into team_member (unit_id, person_id) values (?, ?)")
                .params(team, cadre.id())
                .update();

        var preview = world.as(world.administrator(), () -> changes.preview(merge(Ids.next())));
        assertThat(preview.counts())
                .containsEntry("contactPoints", 2)
                .containsEntry("promises", 1)
                .containsEntry("notices", 1)
                .containsEntry("duties", 1);
        world.run(world.administrator(), () -> changes.make(merge(Ids.next())));

        var history = world.as(
                world.clerk(),
                () -> points.historyAt(campaign.id(), world.village().id()));
        assertThat(history).hasSize(4);
        for (var old : List.of(ofUnit, ofPerson)) {
            var ended = history.stream()
                    .map(ContactPoints.Line::point)
                    .filter(point -> point.id().equals(old))
                    .findFirst()
                    .orElseThrow();
            var followed = history.stream()
                    .map(ContactPoints.Line::point)
                    .filter(point ->
                            point.unitId().equals(to.id()) && Objects.equals(point.personId(), ended.personId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ended.until()).as("no day in between").isEqualTo(followed.from());
            assertThat(followed.until()).isNull();
        }
        assertThat(unitOf("commitment", promise)).isEqualTo(to.id());
        assertThat(unitOf("commitment", kept)).isEqualTo(from.id());
        assertThat(unitOf("notice", notice)).isEqualTo(to.id());
        assertThat(unitOf("notice", rectified)).isEqualTo(from.id());
        assertThat(unitOf("duty", turn)).isEqualTo(to.id());
        assertThat(unitOf("duty", held)).isEqualTo(from.id());
        assertThat(jdbc.sql("select unit_id from team_member where person_id = ?")
                        .param(cadre.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(team);
    }

    private UUID point(UUID unitId, @Nullable UUID personId) {
        var id = world.as(
                world.clerk(),
                () -> points.add(
                        campaign.id(),
                        ContactPoint.Kind.VILLAGE,
                        unitId,
                        personId,
                        world.village().id(),
                        ""));
        jdbc.sql("update contact_point set from_date = ? where id = ?")
                .params(clock.today().minusDays(1), id)
                .update();
        return id;
    }

    private UUID promise(UUID unitId, boolean kept) {
        var id = Ids.next();
        var today = clock.today();
        jdbc.sql("""
                insert into commitment (id, kind, campaign_id, unit_id, text, made_on, kept_on)
                values (?, 'PUBLIC', ?, ?, '修好三组的水渠', ?, case when ? then cast(? as date) end)
                """).params(id, campaign.id(), unitId, today, kept, today).update();
        return id;
    }

    private UUID notice(UUID unitId, String state) {
        var id = Ids.next();
        jdbc.sql("""
                insert into notice (id, once_key, number, campaign_id, host_unit_id, subject_type, subject_id, subject,
                  unit_id, area_code, rectifier_role, rectifier_scope_id, origin, state, reason, requested_at)
                values (?, ?, ?, ?, ?, 'UNIT', ?, '科室', ?, ?, 'unit-leader', ?, 'PERSON', ?, '走访偏慢', now())
                """)
                .params(
                        id,
                        id.toString(),
                        id.toString().substring(16),
                        campaign.id(),
                        world.office().id(),
                        unitId,
                        unitId,
                        world.village().code(),
                        unitId,
                        state)
                .update();
        return id;
    }

    private UUID duty(UUID unitId, Person person, LocalDate day, String state) {
        var id = Ids.next();
        jdbc.sql("""
                insert into duty (id, campaign_id, place_id, area_id, area_code, unit_id, person_id, day, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        campaign.id(),
                        world.village().id(),
                        world.village().id(),
                        world.village().code(),
                        unitId,
                        person.id(),
                        day,
                        state)
                .update();
        return id;
    }

    private UUID unitOf(String table, UUID id) {
        return jdbc.sql("select unit_id from " + table + " where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    @Test
    @DisplayName("拆分：选中的人到新单位，其余不动，原单位照旧")
    void part_of_a_unit_goes() {
        var from = world.departments().get(0);
        var goes = world.cadres().get(1);
        var stays = world.cadres().get(2);
        var to = world.as(
                world.administrator(),
                () -> changes.make(new UnitChanges.Change(
                        Ids.next(), UnitChanges.Kind.SPLIT, List.of(from.id()), null, "新科", List.of(goes.id()), "分设")));

        assertThat(units.departments(world.office().id())).extracting("id").contains(from.id(), to);
        assertThat(contacts.ofCampaign(campaign.id()))
                .filteredOn(contact -> contact.personId().equals(goes.id()))
                .isNotEmpty()
                .allMatch(contact -> contact.unitId().equals(to));
        assertThat(contacts.ofCampaign(campaign.id()))
                .filteredOn(contact -> contact.personId().equals(stays.id()))
                .allMatch(contact -> contact.unitId().equals(from.id()));
        assertThat(world.people().actor(goes.account()).has(Role.CADRE, to)).isTrue();
        assertThat(world.people().actor(goes.account()).has(Role.CADRE, from.id()))
                .isFalse();
        assertThat(world.as(world.administrator(), () -> changes.made(null, 1)))
                .singleElement()
                .returns("新科", UnitChanges.Made::to)
                .returns(1, UnitChanges.Made::people);
    }

    @Test
    @DisplayName("只有管理员能办；错误逐项说明，什么也不动")
    void rights_and_faults() {
        assertThatThrownBy(() -> world.run(world.clerk(), () -> changes.make(merge(Ids.next()))))
                .hasMessageContaining("forbidden");
        var from = world.departments().get(0).id();
        world.run(world.administrator(), () -> {
            assertThatThrownBy(() -> changes.make(new UnitChanges.Change(
                            Ids.next(), UnitChanges.Kind.MERGE, List.of(from), from, "", List.of(), " ")))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("to", "reason"));
            assertThatThrownBy(() -> changes.make(new UnitChanges.Change(
                            Ids.next(), UnitChanges.Kind.SPLIT, List.of(from), null, "第2科", List.of(), "分设")))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("name", "people"));
        });
        assertThat(units.departments(world.office().id())).hasSize(2);
    }

    private Person person(UUID id) {
        return world.cadres().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

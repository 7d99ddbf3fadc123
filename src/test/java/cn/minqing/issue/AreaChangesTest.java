package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.household.Households;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaChanges;
import cn.minqing.organization.AreaFollower;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("村划入另一个乡镇：在办事项不丢、期限不变、由新的乡镇接着办（S9.6）")
class AreaChangesTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    IssueTasks tasks;

    @Autowired
    IssueRequests requests;

    @Autowired
    IssueClocks clocks;

    @Autowired
    AreaChanges changes;

    @Autowired
    Areas areas;

    @Autowired
    Households households;

    @Autowired
    People people;

    @Autowired
    List<AreaFollower> followers;

    @Autowired
    JdbcClient jdbc;

    private IssueWorld world;
    private Area town;
    private Person townLeader;

    @BeforeEach
    void world() {
        world = tools.create();
        var code = world.people.county().code() + "909";
        town = areas.save(code, AreaLevel.TOWN, "新镇", "test");
        townLeader = people.addHashed(
                "t" + UUID.randomUUID().toString().substring(0, 8),
                "-",
                "新镇长",
                world.people.office().id(),
                "leader",
                "");
        people.grant(townLeader.id(), Role.TOWN_LEADER, town.id());
    }

    private AreaChanges.Change change(UUID key, String code) {
        return new AreaChanges.Change(key, world.people.village().id(), town.id(), code, "县政发〔2013〕3 号");
    }

    @Test
    @DisplayName("干部手里的、村里的、镇里的、挂账待批的：期限和经办人不变，到镇一级由新的镇接办；重复提交只办一次")
    void open_issues_go_on() {
        var own = world.withinDeadline();
        var atVillage = world.escalated();
        world.decide(world.people.villageLeader(), atVillage, IssueTasks.ACCEPT, tasks::accept);
        var atTown = world.escalated();
        world.decide(world.people.villageLeader(), atTown, IssueTasks.ACCEPT, item -> tasks.sendUp(item, "要镇里办。"));
        var asked = world.escalated();
        world.decide(world.people.villageLeader(), asked, IssueTasks.ACCEPT, tasks::accept);
        world.decide(
                world.people.villageLeader(),
                asked,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> requests.requestExtension(item, "等农机。", 3));
        var all = List.of(own, atVillage, atTown, asked);
        var deadlines = all.stream().map(this::deadline).toList();
        var waiting = all.stream().map(world::waiting).toList();
        var key = Ids.next();
        var code = town.code() + "201";
        var admin = world.people.administrator();
        assertThat(world.people.as(
                        admin, () -> changes.preview(change(key, code)).counts()))
                .containsEntry("issues", 4)
                .containsEntry("households", world.people.households().size());

        world.people.run(admin, () -> changes.make(change(key, code)));
        world.people.run(admin, () -> changes.make(change(key, code)));

        var village = areas.get(world.people.village().id());
        assertThat(village.code()).isEqualTo(code);
        assertThat(village.parentId()).isEqualTo(town.id());
        assertThat(areas.children(village.id()))
                .hasSameSizeAs(world.people.groups())
                .allSatisfy(group -> assertThat(group.code()).startsWith(code));
        assertThat(all.stream().map(this::deadline).toList()).isEqualTo(deadlines);
        assertThat(all.stream().map(world::waiting).toList()).isEqualTo(waiting);
        assertThat(all).allSatisfy(issue -> {
            assertThat(world.story(issue)).contains(EntryKind.PLACE_MOVED);
            assertThat(world.running(issue)).isTrue();
        });
        assertThat(world.open(atTown)).singleElement().satisfies(item -> {
            assertThat(item.place()).contains("新镇");
        });
        assertThatThrownBy(() ->
                        world.decide(world.people.townLeader(), atTown, IssueTasks.ACCEPT, item -> tasks.accept(item)))
                .isInstanceOf(AssertionError.class);

        world.decide(townLeader, atTown, IssueTasks.ACCEPT, tasks::accept);
        world.decide(
                townLeader,
                atTown,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.handleAtLevel(item, IssueResult.RESOLVED, "镇里修好了。", ""));
        world.tell(atTown);
        world.decide(
                townLeader,
                asked,
                IssueRequests.APPROVE_EXTENSION,
                item -> requests.decideExtension(item, true, 3, ""));
        assertThat(deadline(asked)).isAfter(deadlines.get(3));
        world.decide(
                world.people.villageLeader(),
                atVillage,
                IssueTasks.HANDLE_AT_LEVEL,
                item -> tasks.sendUp(item, "还是要镇里办。"));
        assertThat(world.people.as(townLeader, () -> world.item(atVillage, IssueTasks.ACCEPT)))
                .isNotNull();
        world.handle(own);
        world.tell(own);
        assertThat(world.waiting(own)).containsExactly(IssueTasks.ASK);
        assertThat(world.people.as(
                        world.cadre(), () -> households.view(world.household()).place()))
                .contains("新镇");
    }

    @Test
    @DisplayName("编码要十二位、以新的镇开头、没有用过；只有管理员能办；原因要写明")
    void rights_and_faults() {
        var admin = world.people.administrator();
        refused("code", town.code() + "20", "依据");
        refused("code", world.people.town().code() + "777", "依据");
        refused("reason", town.code() + "202", " ");
        assertThatThrownBy(() -> world.people.run(
                        world.people.clerk(), () -> changes.make(change(Ids.next(), town.code() + "202"))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
        var old = world.people.village().code();
        world.people.run(admin, () -> changes.make(change(Ids.next(), town.code() + "202")));
        assertThatThrownBy(() -> world.people.run(
                        admin,
                        () -> changes.make(new AreaChanges.Change(
                                Ids.next(),
                                world.people.village().id(),
                                world.people.town().id(),
                                old,
                                "划回去"))))
                .as("a code that was in use belongs to what happened then")
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("code"));
    }

    @Test
    @DisplayName("凡是存区划编码的列都跟着变，一列不漏；封存的台账不变")
    void every_column_of_codes_has_a_follower() {
        var known = followers.stream()
                .flatMap(follower -> follower.columns().stream())
                .map(column -> column.table() + "." + column.name())
                .toList();
        var columns = jdbc.sql("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = current_schema
                  and (column_name in ('village_code', 'group_code') or column_name like '%area_code')
                """).query(String.class).list();
        assertThat(known).containsExactlyInAnyOrderElementsOf(columns);
    }

    private void refused(String field, String code, String reason) {
        assertThatThrownBy(() -> world.people.run(
                        world.people.administrator(),
                        () -> changes.make(new AreaChanges.Change(
                                Ids.next(), world.people.village().id(), town.id(), code, reason))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys(field));
    }

    private java.time.LocalDate deadline(UUID issue) {
        return world.view(world.people.clerk(), issue).clock().deadline();
    }
}

package cn.minqing.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class DraftsTest {
    @Autowired
    Drafts drafts;

    @Autowired
    SavedFilters filters;

    @Autowired
    SmallWorlds worlds;

    @Test
    @DisplayName("草稿每人各有一份，后存的替换先存的，提交后清除")
    void each_person_has_one_draft_for_each_key() {
        var world = worlds.create();
        var one = world.cadres().get(0);
        var other = world.cadres().get(1);

        world.as(one, () -> drafts.save("visit/1", "{\"a\": 1}"));
        var saved = world.as(one, () -> drafts.save("visit/1", "{\"a\": 2}"));

        assertThat(world.as(one, () -> drafts.load("visit/1"))).hasValueSatisfying(draft -> {
            assertThat(draft.json()).isEqualTo("{\"a\": 2}");
            assertThat(draft.savedAt()).isBetween(saved.minusMillis(1), saved.plusMillis(1));
        });
        assertThat(world.as(other, () -> drafts.load("visit/1"))).isEmpty();
        assertThat(world.as(one, () -> drafts.load("visit/2"))).isEmpty();

        world.run(one, () -> drafts.clear("visit/1"));
        assertThat(world.as(one, () -> drafts.load("visit/1"))).isEmpty();
    }

    @Test
    @DisplayName("筛选按名字保存，每人每个角色各有自己的")
    void filters_belong_to_a_person_and_a_role() {
        var world = worlds.create();
        var leader = world.unitLeader(world.departments().getFirst());

        world.run(leader, () -> filters.save(Role.CADRE, " 今天 ", "{\"due\": \"TODAY\"}"));
        world.run(leader, () -> filters.save(Role.CADRE, "今天", "{\"due\": \"WEEK\"}"));

        var kept = world.as(leader, () -> filters.of(Role.CADRE));
        assertThat(kept).singleElement().satisfies(filter -> {
            assertThat(filter.name()).isEqualTo("今天");
            assertThat(filter.content()).isEqualTo("{\"due\": \"WEEK\"}");
        });
        assertThat(world.as(leader, () -> filters.of(Role.UNIT_LEADER))).isEmpty();

        world.run(world.cadres().get(1), () -> filters.delete(kept.getFirst().id()));
        assertThat(world.as(leader, () -> filters.of(Role.CADRE))).hasSize(1);
        world.run(leader, () -> filters.delete(kept.getFirst().id()));
        assertThat(world.as(leader, () -> filters.of(Role.CADRE))).isEmpty();
    }

    @Test
    @DisplayName("筛选没有名字时，在名字那一栏说明")
    void a_filter_needs_a_name() {
        var world = worlds.create();

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> world.run(world.clerk(), () -> filters.save(Role.CAMPAIGN_OFFICE, "  ", "{}")))
                .satisfies(error -> assertThat(error.fields()).containsKey("name"));
    }
}

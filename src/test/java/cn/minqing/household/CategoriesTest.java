package cn.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class CategoriesTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    Categories categories;

    @Autowired
    Households households;

    @Autowired
    AppClock clock;

    @Autowired
    JdbcClient jdbc;

    private SmallWorld world;
    private UUID household;

    @BeforeEach
    void world() {
        world = worlds.create();
        household = world.households().get(1);
    }

    @Test
    @DisplayName("类别有起止日期；更正留下原来的；到期自动结束")
    void a_category_holds_for_a_time() {
        var today = clock.today();
        world.run(
                world.villageLeader(),
                () -> categories.enter(household, "disabled", today.minusYears(1), today.plusDays(10)));
        assertThat(households.summary(household).vulnerabilities()).containsExactly("disabled");

        var entry =
                world.as(world.villageLeader(), () -> categories.of(household)).getFirst();
        assertThat(entry).returns(today.plusDays(10), Categories.Entry::last).returns(true, Categories.Entry::current);
        world.run(
                world.villageLeader(),
                () -> categories.correct(household, entry.id(), today.minusYears(2), today.plusDays(10)));
        assertThat(world.as(world.villageLeader(), () -> categories.of(household)))
                .singleElement()
                .returns(today.minusYears(2), Categories.Entry::from);
        assertThat(jdbc.sql("select count(*) from household_vulnerability where household_id = ?")
                        .param(household)
                        .query(Integer.class)
                        .single())
                .as("what was said before is kept")
                .isEqualTo(2);

        jdbc.sql("update household_vulnerability set ends_on = ? where household_id = ? and until_date is null")
                .params(today, household)
                .update();
        categories.endThoseOver();
        assertThat(households.summary(household).vulnerabilities()).isEmpty();
        assertThat(world.as(world.villageLeader(), () -> categories.of(household)))
                .singleElement()
                .returns(false, Categories.Entry::current)
                .returns(today.minusDays(1), Categories.Entry::last);
    }

    @Test
    @DisplayName("同一类别不重复登记，日期要合理，登记错了可以撤回")
    void faults_are_told_by_field() {
        var today = clock.today();
        world.run(world.townLeader(), () -> {
            assertThatThrownBy(() -> categories.enter(household, "", today.plusDays(1), today))
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.fields()).containsOnlyKeys("code", "from", "last"));
            categories.enter(household, "disabled", today, null);
            assertThatThrownBy(() -> categories.enter(household, "disabled", today, null))
                    .isInstanceOfSatisfying(
                            UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("code"));
            categories.withdraw(household, categories.of(household).getFirst().id());
            assertThat(categories.of(household)).isEmpty();
        });
    }

    @Test
    @DisplayName("管理员和本村本镇的负责人能改，县里和别的干部不能")
    void rights() {
        var today = clock.today();
        world.run(world.administrator(), () -> categories.enter(household, "disabled", today, null));
        for (var nobody : new cn.minqing.organization.Person[] {
            world.countyLeader(), world.cadres().getFirst(), world.handler()
        }) {
            assertThatThrownBy(() -> world.run(nobody, () -> categories.enter(household, "elderly", today, null)))
                    .hasMessageContaining("forbidden");
        }
    }
}

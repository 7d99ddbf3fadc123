package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.minqing.campaign.AssignmentRule.Assigned;
import cn.minqing.campaign.AssignmentRule.Cadre;
import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("按单位均衡分配联系户")
class BalancedByUnitTest {
    private static final int WORLDS = 500;

    private final BalancedByUnit rule = new BalancedByUnit();

    @Test
    @DisplayName("233 户、117 名干部、定额 2 户：户户有人，116 人 2 户、1 人 1 户")
    void shangluo() {
        var households = households(233);
        var cadres = IntStream.range(0, 117)
                .mapToObj(index -> new Cadre(UUID.randomUUID(), new UUID(0, index / 8), 2))
                .toList();

        var loads = loads(rule.assign(households, cadres));

        assertThat(loads.values()).hasSize(117);
        assertThat(loads.values().stream().filter(load -> load == 2)).hasSize(116);
        assertThat(loads.values().stream().filter(load -> load == 1)).hasSize(1);
    }

    @Test
    @DisplayName("任意名册：每户恰好一人、不超定额、相差不过一户、每个单位的户连成一片")
    void any_register() {
        var random = new Random(20130115);
        for (var world = 0; world < WORLDS; world++) {
            var cadres = cadres(random);
            var capacity = cadres.stream().mapToInt(Cadre::quota).sum();
            var households = households(capacity == 0 ? 0 : random.nextInt(capacity + 1));

            var assigned = rule.assign(households, cadres);

            assertThat(assigned.stream().map(Assigned::householdId)).containsExactlyElementsOf(households);
            var loads = loads(assigned);
            cadres.forEach(cadre -> {
                var load = loads.getOrDefault(cadre.personId(), 0L);
                assertThat(load).isLessThanOrEqualTo(cadre.quota());
                cadres.forEach(other -> {
                    var more = loads.getOrDefault(other.personId(), 0L);
                    if (more > load + 1) {
                        assertThat(load).as("only a quota keeps somebody lower").isEqualTo(cadre.quota());
                    }
                });
            });
            assertInOnePiece(assigned.stream().map(Assigned::unitId).toList());
            assertInOnePiece(assigned.stream().map(Assigned::personId).toList());
        }
    }

    @Test
    @DisplayName("余下的户均匀摊到各单位，不会都落在一个单位")
    void the_rest_is_spread() {
        var cadres = IntStream.range(0, 10)
                .mapToObj(index -> new Cadre(UUID.randomUUID(), new UUID(0, index / 5), 3))
                .toList();

        var units = rule.assign(households(14), cadres).stream()
                .collect(Collectors.groupingBy(Assigned::unitId, Collectors.counting()));

        assertThat(units.values()).containsExactlyInAnyOrder(7L, 7L);
    }

    @Test
    @DisplayName("定额不够时说明差几户，绝不突破定额")
    void infeasible_is_explained() {
        var cadres = List.of(
                new Cadre(UUID.randomUUID(), new UUID(0, 1), 2), new Cadre(UUID.randomUUID(), new UUID(0, 1), 1));

        var error = catchThrowableOfType(UserError.class, () -> rule.assign(households(5), cadres));

        assertThat(error.code()).isEqualTo("campaign.assignment.infeasible");
        assertThat(error.message().args()).containsExactly(5, 2, 3, 2);
    }

    @Test
    @DisplayName("一个干部都没有时说明没有人")
    void nobody_is_explained() {
        var error = catchThrowableOfType(UserError.class, () -> rule.assign(households(1), List.of()));

        assertThat(error.code()).isEqualTo("campaign.assignment.noCadres");
        assertThat(rule.assign(List.of(), List.of())).isEmpty();
    }

    private static List<Cadre> cadres(Random random) {
        var cadres = new ArrayList<Cadre>();
        var units = random.nextInt(6) + 1;
        for (var unit = 0; unit < units; unit++) {
            for (var index = random.nextInt(9); index > 0; index--) {
                cadres.add(new Cadre(UUID.randomUUID(), new UUID(0, unit), random.nextInt(5)));
            }
        }
        return cadres;
    }

    private static List<UUID> households(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static Map<UUID, Long> loads(List<Assigned> assigned) {
        return assigned.stream().collect(Collectors.groupingBy(Assigned::personId, Collectors.counting()));
    }

    private static void assertInOnePiece(List<UUID> owners) {
        var done = new HashSet<UUID>();
        for (var i = 0; i < owners.size(); i++) {
            if (i == 0 || !owners.get(i).equals(owners.get(i - 1))) {
                assertThat(done.add(owners.get(i))).isTrue();
            }
        }
    }
}

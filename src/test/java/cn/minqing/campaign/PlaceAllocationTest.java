package cn.minqing.campaign;

import static cn.minqing.campaign.ContactPoint.Kind.COMMUNITY;
import static cn.minqing.campaign.ContactPoint.Kind.ENTERPRISE;
import static cn.minqing.campaign.ContactPoint.Kind.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.campaign.PlaceAllocation.Given;
import cn.minqing.campaign.PlaceAllocation.Place;
import cn.minqing.campaign.PlaceAllocation.Taker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("联系点分配")
class PlaceAllocationTest {
    private static final String ROOT = "610000";

    @Test
    @DisplayName("83 个部门和 83 个村一一结对（S4.1）")
    void pairs() {
        var takers = IntStream.range(0, 83)
                .mapToObj(i -> taker(ROOT, 1, "", VILLAGE))
                .toList();

        var given = PlaceAllocation.solve(villages(83), takers, ROOT).given();

        assertThat(given.stream().map(one -> one.place().id())).hasSize(83).doesNotHaveDuplicates();
        assertThat(given.stream().map(one -> one.taker().unitId())).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("五个工作队、四个村和一个企业：一队一处（S8.1）")
    void five_teams() {
        var places = new ArrayList<>(villages(4));
        places.add(new Place(ENTERPRISE, UUID.randomUUID(), ROOT + "100001", 0));
        var takers = IntStream.range(0, 5)
                .mapToObj(i -> taker(ROOT, 1, "", VILLAGE, COMMUNITY, ENTERPRISE))
                .toList();

        var given = PlaceAllocation.solve(places, takers, ROOT).given();

        assertThat(given.stream().map(one -> one.place().id())).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("任意名册：该几处就几处、不重复，各处相差不过一个，本乡镇的先在本乡镇（S9.1）")
    void any_register() {
        var random = new Random(20120301);
        for (var world = 0; world < 300; world++) {
            var places = villages(1 + random.nextInt(20));
            var takers = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> taker(ROOT, Math.min(places.size(), 1 + random.nextInt(2)), "", VILLAGE))
                    .toList();

            var result = PlaceAllocation.solve(places, takers, ROOT);

            assertThat(result.lacking()).isZero();
            var byTaker = result.given().stream().collect(Collectors.groupingBy(Given::taker));
            byTaker.forEach((taker, mine) -> assertThat(mine.stream().map(Given::place))
                    .hasSize(taker.number())
                    .doesNotHaveDuplicates());
            assertThat(byTaker).hasSameSizeAs(takers);
            var loads = loads(result.given());
            var most = loads.values().stream().mapToLong(Long::longValue).max().orElse(0);
            places.forEach(
                    place -> assertThat(loads.getOrDefault(place.id(), 0L)).isGreaterThanOrEqualTo(most - 1));
        }
    }

    @Test
    @DisplayName("乡镇的领导先联系本乡镇的村；省直机关包的乡在所挂的县里（S3.3、S9.1）")
    void at_home_first() {
        var places = villages(30);
        var home = ROOT + "101";
        var takers =
                IntStream.range(0, 3).mapToObj(i -> taker(home, 1, "", VILLAGE)).toList();
        var inside = IntStream.range(0, 4)
                .mapToObj(i -> taker(ROOT, 1, ROOT + "102", VILLAGE))
                .toList();

        assertThat(PlaceAllocation.solve(places, takers, ROOT).given())
                .hasSize(3)
                .allMatch(one -> one.place().code().startsWith(home));
        assertThat(PlaceAllocation.solve(places, inside, ROOT).given())
                .hasSize(4)
                .allMatch(one -> one.place().code().startsWith(ROOT + "102"));
    }

    @Test
    @DisplayName("没有合适的地方就说缺几处，不拿别的顶替")
    void nothing_there() {
        var takers = IntStream.range(0, 4)
                .mapToObj(i -> taker(ROOT, 1, "", COMMUNITY))
                .toList();

        var result = PlaceAllocation.solve(villages(9), takers, ROOT);

        assertThat(result.given()).isEmpty();
        assertThat(result.lacking()).isEqualTo(4);
    }

    @Test
    @DisplayName("已经有人联系的地方排在后面")
    void loaded_places_come_later() {
        var free = new Place(VILLAGE, UUID.randomUUID(), ROOT + "100002", 0);
        var places = List.of(new Place(VILLAGE, UUID.randomUUID(), ROOT + "100001", 2), free);

        var given = PlaceAllocation.solve(places, List.of(taker(ROOT, 1, "", VILLAGE)), ROOT)
                .given();

        assertThat(given).extracting(Given::place).containsExactly(free);
    }

    private static Taker taker(String code, int number, String within, ContactPoint.Kind... kinds) {
        return new Taker(UUID.randomUUID(), null, code, number, Set.of(kinds), within);
    }

    private static List<Place> villages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Place(VILLAGE, UUID.randomUUID(), ROOT + "%03d%03d".formatted(100 + i / 5, i % 5 + 1), 0))
                .toList();
    }

    private static Map<UUID, Long> loads(List<Given> given) {
        return given.stream().collect(Collectors.groupingBy(one -> one.place().id(), Collectors.counting()));
    }
}

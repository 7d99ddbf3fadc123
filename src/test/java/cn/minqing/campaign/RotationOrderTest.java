package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.campaign.Participants.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The order of the draw over random units. */
@DisplayName("工作队轮换的抽取顺序")
class RotationOrderTest {

    @RepeatedTest(50)
    @DisplayName("人人轮完一遍以前无人轮两遍；同一种子抽出同样的人；各单位按人数匀着出")
    void nobody_serves_twice_before_all_have_served(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var cadres = cadres(random);
        var years = 2 + random.nextInt(5);
        var size = (cadres.size() + years - 1) / years;
        var served = new HashMap<UUID, Integer>();
        for (var year = 0; year < 2 * years + 1; year++) {
            var seed = random.nextLong() + "";
            var order = RotationOrder.of(cadres, served, seed);
            assertThat(order).containsExactlyInAnyOrderElementsOf(cadres);
            var shuffled = new ArrayList<>(cadres);
            java.util.Collections.shuffle(shuffled, random);
            assertThat(RotationOrder.of(shuffled, served, seed)).isEqualTo(order);
            if (year == 0) {
                spread(cadres, order.subList(0, size));
            }
            order.subList(0, size).forEach(person -> served.merge(person.personId(), 1, Integer::sum));
            var times = cadres.stream()
                    .map(person -> served.getOrDefault(person.personId(), 0))
                    .toList();
            assertThat(times.stream().mapToInt(Integer::intValue).max().orElseThrow()
                            - times.stream().mapToInt(Integer::intValue).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
            if (year == years - 1) {
                assertThat(times).as("all have served by then").doesNotContain(0);
            }
        }
    }

    private static void spread(List<Participant> cadres, List<Participant> chosen) {
        var size = cadres.stream().collect(Collectors.groupingBy(Participant::unitId, Collectors.counting()));
        var from = chosen.stream().collect(Collectors.groupingBy(Participant::unitId, Collectors.counting()));
        var share = (double) chosen.size() / cadres.size();
        size.forEach((unit, people) ->
                assertThat((double) from.getOrDefault(unit, 0L)).isBetween(people * share - 2, people * share + 2));
    }

    private static List<Participant> cadres(Random random) {
        var found = new ArrayList<Participant>();
        for (var unit = 0; unit < 1 + random.nextInt(6); unit++) {
            var id = new UUID(1, random.nextLong());
            for (var person = 0; person < 1 + random.nextInt(20); person++) {
                found.add(new Participant(new UUID(2, random.nextLong()), "干部", "staff", id));
            }
        }
        return found;
    }
}

package cn.minqing.duty;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.duty.Turns.Candidate;
import cn.minqing.duty.Turns.Given;
import cn.minqing.duty.Turns.Place;
import cn.minqing.duty.Turns.Turn;
import cn.minqing.duty.Turns.Week;
import cn.minqing.platform.Workdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("排值班表")
class TurnsTest {
    private static final Week HUBIN = new Week(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), DayOfWeek.THURSDAY);
    private static final LocalDate FIRST = LocalDate.of(2013, 4, 13);
    private static final LocalDate LAST = LocalDate.of(2013, 12, 31);

    private final Workdays workdays = new Workdays();

    @Test
    @DisplayName("每周二、四值班，单周周四是领导，法定假日不排")
    void tuesdays_and_thursdays_without_holidays() {
        var turns = Turns.share(List.of(place(1, 4, 1)), HUBIN, FIRST, LAST, workdays, List.of());

        assertThat(turns)
                .extracting(turn -> turn.day().getDayOfWeek())
                .containsOnly(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        // 2013: Tuesday 1 October is the national day, Thursday 19 September the mid-autumn festival.
        assertThat(turns)
                .extracting(Turn::day)
                .doesNotContain(LocalDate.of(2013, 10, 1), LocalDate.of(2013, 9, 19))
                .contains(LocalDate.of(2013, 10, 8), LocalDate.of(2013, 4, 16));
        assertThat(turns.stream().filter(Turn::leader)).isNotEmpty().allSatisfy(turn -> {
            assertThat(turn.day().getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
            assertThat(turn.day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2).isEqualTo(1);
        });
        assertThat(turns)
                .extracting(Turn::day)
                .as("the leader instead of the others")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("调休上班的周末，轮到周末值班的照排；法定假日的那天不排")
    void a_make_up_workday_is_a_workday() {
        var weekend = new Week(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), null);

        var turns = Turns.share(
                List.of(place(1, 2, 0)),
                weekend,
                LocalDate.of(2013, 9, 1),
                LocalDate.of(2013, 9, 30),
                workdays,
                List.of());

        assertThat(turns).extracting(Turn::day).containsExactly(LocalDate.of(2013, 9, 22), LocalDate.of(2013, 9, 29));
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("任意村和人：一天一人只值一处，每班有人，同村的人班数最多差一，排两遍结果相同")
    void any_villages(int seed) {
        var random = new Random(seed);
        var places = new ArrayList<Place>();
        for (var index = 0; index < 1 + random.nextInt(6); index++) {
            places.add(place(index, 1 + random.nextInt(5), random.nextInt(3)));
        }

        var turns = Turns.share(places, HUBIN, FIRST, LAST, workdays, List.of());

        assertThat(turns.stream().map(turn -> turn.candidate().personId() + " " + turn.day()))
                .doesNotHaveDuplicates();
        for (var place : places) {
            var days = turns.stream()
                    .filter(turn -> turn.place().equals(place) && !turn.leader())
                    .toList();
            assertThat(days.stream().map(Turn::day).distinct()).hasSameSizeAs(days);
            var counts = place.people().stream()
                    .map(person -> turns.stream()
                            .filter(turn -> turn.candidate().equals(person) && !turn.leader())
                            .count())
                    .toList();
            assertThat(counts.stream().mapToLong(Long::longValue).max().orElse(0)
                            - counts.stream().mapToLong(Long::longValue).min().orElse(0))
                    .isLessThanOrEqualTo(1);
            assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(days.size());
        }
        assertThat(Turns.share(places, HUBIN, FIRST, LAST, workdays, List.of())).isEqualTo(turns);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("已公布的班不动，重排只补缺的，轮次接着算")
    void what_is_given_stays(int seed) {
        var random = new Random(seed);
        var places = List.of(place(1, 3, 1), place(2, 2, 1));
        var all = Turns.share(places, HUBIN, FIRST, LAST, workdays, List.of());
        var kept = all.stream().filter(turn -> random.nextBoolean()).collect(Collectors.toList());

        var filled = Turns.share(
                places,
                HUBIN,
                FIRST,
                LAST,
                workdays,
                kept.stream()
                        .map(turn -> new Given(
                                turn.place().placeId(), turn.candidate().personId(), turn.day(), turn.leader()))
                        .toList());

        assertThat(filled.size() + kept.size()).isEqualTo(all.size());
        assertThat(filled)
                .noneMatch(turn -> kept.stream()
                        .anyMatch(other -> other.place().equals(turn.place())
                                && other.day().equals(turn.day())
                                && other.leader() == turn.leader()));
    }

    @Test
    @DisplayName("没有人可排的村不排，不会报错")
    void a_place_without_people() {
        assertThat(Turns.share(List.of(place(1, 0, 0)), HUBIN, FIRST, LAST, workdays, List.of()))
                .isEmpty();
    }

    private static Place place(int number, int people, int leaders) {
        return new Place(
                id(number, 0),
                id(number, 1),
                "61090110120" + number,
                IntStream.range(0, people)
                        .mapToObj(index -> candidate(number, 10 + index))
                        .toList(),
                IntStream.range(0, leaders)
                        .mapToObj(index -> candidate(number, 90 + index))
                        .toList());
    }

    private static Candidate candidate(int place, int index) {
        return new Candidate(id(place, index), id(place, 2), "p%02d%02d".formatted(place, index));
    }

    private static UUID id(int place, int index) {
        return new UUID(place, index);
    }
}

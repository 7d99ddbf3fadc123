package cn.minqing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HouseholdFileTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 1, 25);
    private static final UUID VISIT = Ids.next();

    private final HouseholdFile file = new HouseholdFile(
            Ids.next(), Ids.next(), Ids.next(), Ids.next(), "611002101201001", Ids.next(), TODAY.plusDays(9), TODAY);

    @Test
    void what_is_met_stays_as_it_was_met_first() {
        file.meet("couplets", "first", VISIT, TODAY);
        file.meet("couplets", "second", Ids.next(), TODAY.plusDays(1));

        assertThat(file.met("couplets").orElseThrow().evidence()).isEqualTo("first");
        assertThat(file.open(List.of("survey", "couplets", "training"))).containsExactly("survey", "training");
    }

    @Test
    void the_last_visit_is_the_latest_day_not_the_latest_entry() {
        file.visited(TODAY);
        file.visited(TODAY.minusDays(3));
        assertThat(file.visits()).isEqualTo(2);
        assertThat(file.lastVisitOn()).isEqualTo(TODAY);
    }

    @Test
    void a_disputed_obligation_can_be_met_again() {
        file.meet("couplets", "hung up", VISIT, TODAY);
        file.meet("training", "two days", VISIT, TODAY);
        file.complete(TODAY);
        file.reopen(Set.of("couplets"), Instant.EPOCH);

        assertThat(file.state()).isEqualTo(FileState.OPEN);
        assertThat(file.completedOn()).isNull();
        assertThat(file.open(List.of("couplets", "training"))).containsExactly("couplets");
        file.meet("couplets", "now really", Ids.next(), TODAY);
        assertThat(file.open(List.of("couplets", "training"))).isEmpty();
    }

    @Test
    void a_finished_file_takes_further_visits_and_nothing_else() {
        file.complete(TODAY);
        file.visited(TODAY);
        assertThat(file.state()).isEqualTo(FileState.COMPLETE);
        assertRefused(() -> file.meet("couplets", "", VISIT, TODAY));
        assertRefused(() -> file.complete(TODAY));
        assertRefused(file::strikeOff);
        file.cancel();
        assertThat(file.state()).isEqualTo(FileState.COMPLETE);
        file.confirm();
        assertThat(file.state()).isEqualTo(FileState.CHECKED);
        assertRefused(() -> file.reopen(Set.of(), Instant.EPOCH));
    }

    @Test
    void an_open_file_can_be_called_off_or_struck_off_but_not_checked() {
        assertRefused(file::confirm);
        file.cancel();
        assertThat(file.state()).isEqualTo(FileState.CANCELLED);
        assertRefused(file::strikeOff);
    }

    @Test
    void a_batch_ahead_of_the_plan_takes_visits_from_its_own_first_day() {
        assertThat(file.firstDay(TODAY.plusDays(3))).isEqualTo(TODAY);
        assertThat(file.firstDay(TODAY.minusDays(3))).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void the_sample_is_the_same_each_time_and_spread_over_the_hundred() {
        var contact = Ids.next();
        assertThat(HouseholdFiles.sample(contact)).isEqualTo(HouseholdFiles.sample(contact));
        var drawn = IntStream.range(0, 20_000)
                .map(index -> HouseholdFiles.sample(Ids.next()))
                .peek(sample -> assertThat(sample).isBetween(0, 99))
                .filter(sample -> sample < 10)
                .count();
        assertThat(drawn).isBetween(1_700L, 2_300L);
    }

    private static void assertRefused(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("visit.fileState"));
    }
}

package cn.minqing.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.Workdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时限台账")
class ClockLedgerTest {
    private static final LocalDate MONDAY = LocalDate.of(2013, 1, 21);

    private final Workdays calendar = new Workdays();

    @Test
    @DisplayName("三个工作日，延期一次，遇国庆顺延")
    void extended_over_a_holiday() {
        var reckoning = recompute(
                started(LocalDate.of(2013, 9, 26), 3), entry(ClockKind.EXTENDED, LocalDate.of(2013, 9, 29), 1, null));
        assertThat(reckoning.deadline()).isEqualTo("2013-10-08");
        assertThat(reckoning.extensions()).isEqualTo(1);
        assertThat(calendar.holidays(reckoning.from(), reckoning.deadline())).containsExactly("国庆节");
    }

    @Test
    @DisplayName("挂账跨春节：停多久都不少算一天，恢复后接着算剩下的")
    void parked_over_a_holiday() {
        var parked = List.of(
                started(LocalDate.of(2013, 2, 4), 5),
                entry(ClockKind.PARKED, LocalDate.of(2013, 2, 6), 0, LocalDate.of(2013, 3, 5)));
        // 2 days gone, 3 left: until it is resumed they count from the promised review.
        assertThat(ClockLedger.recompute(parked, calendar).deadline()).isEqualTo("2013-03-08");
        var resumed = new ArrayList<>(parked);
        resumed.add(entry(ClockKind.RESUMED, LocalDate.of(2013, 2, 16), 0, null));
        var reckoning = ClockLedger.recompute(resumed, calendar);
        assertThat(reckoning.deadline()).isEqualTo("2013-02-19");
        assertThat(reckoning.parkedDays()).isEqualTo(10);
        assertThat(reckoning.parked()).isFalse();
    }

    @Test
    @DisplayName("险情按自然日，节假日不停")
    void calendar_days_do_not_stop() {
        var start = new ClockEntry(ClockKind.STARTED, LocalDate.of(2013, 2, 9), 1, true, null);
        assertThat(recompute(start).deadline()).isEqualTo("2013-02-10");
    }

    @Test
    @DisplayName("已经超期的挂账，恢复后至少还有一个工作日")
    void overdue_when_parked() {
        var reckoning = recompute(
                started(MONDAY, 1),
                entry(ClockKind.PARKED, LocalDate.of(2013, 1, 25), 0, LocalDate.of(2013, 2, 1)),
                entry(ClockKind.RESUMED, LocalDate.of(2013, 2, 1), 0, null));
        assertThat(reckoning.deadline()).isEqualTo("2013-02-04");
    }

    @Test
    @DisplayName("没有开始就没有期限")
    void never_started() {
        assertThatThrownBy(() -> recompute(entry(ClockKind.EXTENDED, MONDAY, 1, null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> recompute()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("随机一千串：用掉的工作日等于给的工作日，日历变动标记和重算都不改结果")
    void no_day_is_lost() {
        for (var seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var today = MONDAY.plusDays(random.nextInt(3000));
            var days = 1 + random.nextInt(15);
            var entries = new ArrayList<ClockEntry>(List.of(started(today, days)));
            var given = days;
            var used = 0;
            var from = today;
            for (var step = random.nextInt(8); step > 0; step--) {
                var deadline = ClockLedger.recompute(entries, calendar).deadline();
                switch (random.nextInt(3)) {
                    case 0 -> {
                        var more = 1 + random.nextInt(5);
                        entries.add(entry(ClockKind.EXTENDED, today, more, null));
                        given += more;
                    }
                    case 1 -> {
                        var pause = today.plusDays(random.nextInt(10));
                        if (pause.isBefore(deadline) && calendar.between(pause, deadline) > 0) {
                            used += calendar.between(from, pause);
                            var review = pause.plusDays(1 + random.nextInt(30));
                            entries.add(entry(ClockKind.PARKED, pause, 0, review));
                            today = pause.plusDays(random.nextInt(40));
                            entries.add(entry(ClockKind.RESUMED, today, 0, null));
                            from = today;
                        }
                    }
                    default -> entries.add(entry(ClockKind.CALENDAR_CHANGED, today, 0, null));
                }
            }
            var reckoning = ClockLedger.recompute(entries, calendar);
            assertThat(used + calendar.between(from, reckoning.deadline()))
                    .as("seed " + seed)
                    .isEqualTo(given);
            assertThat(ClockLedger.recompute(List.copyOf(entries), calendar)).isEqualTo(reckoning);
            var again = new ArrayList<>(entries);
            again.add(started(today, 5));
            assertThat(ClockLedger.recompute(again, calendar).deadline()).isEqualTo(calendar.plus(today, 5));
        }
    }

    private static ClockEntry started(LocalDate from, int days) {
        return new ClockEntry(ClockKind.STARTED, from, days, false, null);
    }

    private static ClockEntry entry(ClockKind kind, LocalDate on, int days, LocalDate reviewOn) {
        return new ClockEntry(kind, on, days, false, reviewOn);
    }

    private ClockLedger.Reckoning recompute(ClockEntry... entries) {
        return ClockLedger.recompute(List.of(entries), calendar);
    }
}

package cn.minqing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("工作日")
class WorkdaysTest {
    private final Workdays workdays = new Workdays();

    @Test
    @DisplayName("周末不是工作日")
    void weekends_do_not_count() {
        assertThat(workdays.plus(LocalDate.of(2013, 1, 18), 1)).isEqualTo("2013-01-21");
    }

    @Test
    @DisplayName("2013 年春节放假，前后两个周末调休上班")
    void spring_festival_stops_the_clock_and_make_up_days_count() {
        assertThat(workdays.isWorkday(LocalDate.of(2013, 2, 12))).isFalse();
        assertThat(workdays.isWorkday(LocalDate.of(2013, 2, 16))).isTrue();
        assertThat(workdays.isWorkday(LocalDate.of(2013, 2, 17))).isTrue();
        assertThat(workdays.plus(LocalDate.of(2013, 2, 8), 3)).isEqualTo("2013-02-18");
    }

    @Test
    @DisplayName("国庆假期顺延")
    void national_day_moves_the_date() {
        assertThat(workdays.plus(LocalDate.of(2013, 9, 30), 1)).isEqualTo("2013-10-08");
    }

    @Test
    @DisplayName("往前数和往后数互为相反")
    void back_is_the_reverse_of_forth() {
        var start = LocalDate.of(2013, 1, 21);
        for (var days = 1; days < 60; days++) {
            var end = workdays.plus(start, days);
            assertThat(workdays.between(start, end)).isEqualTo(days);
            assertThat(workdays.between(end, start)).isEqualTo(-days);
            assertThat(workdays.between(workdays.minus(end, days), end)).isEqualTo(days);
        }
    }

    @Test
    @DisplayName("没有收录的年份按周一到周五，并说得出来")
    void unknown_years_are_told() {
        assertThat(workdays.covers(2027)).isFalse();
        assertThat(workdays.isWorkday(LocalDate.of(2027, 5, 3))).isTrue();
    }
}

package cn.minqing.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("期限怎么说")
class DatesTest {
    /** A Monday, with the Spring Festival of 2013 two weeks ahead. */
    private static final LocalDate TODAY = LocalDate.of(2013, 1, 28);

    private final AppClock clock = mock(AppClock.class);
    private final Dates dates = new Dates(clock, new Workdays(), new Bundles());

    static List<Locale> languages() {
        return Languages.ALL;
    }

    @BeforeEach
    void today() {
        when(clock.today()).thenReturn(TODAY);
    }

    @Test
    @DisplayName("今天、还剩、逾期各有说法，括号里是日期")
    void a_due_date_is_worded_by_its_distance() {
        assertThat(List.of(due(0), due(3), due(-1)))
                .containsExactly("今天到期（1月28日 周一）", "还剩 3 个工作日（1月31日 周四）", "逾期 1 天（1月27日 周日到期）");
        assertThat(dates.due(LocalDate.of(2013, 2, 2), Locale.ENGLISH)).isEqualTo("4 workdays left (Sat 2 Feb)");
    }

    @Test
    @DisplayName("只隔着休息日的，说还剩几天")
    void days_off_are_counted_as_days() {
        when(clock.today()).thenReturn(LocalDate.of(2013, 1, 26));

        assertThat(dates.due(LocalDate.of(2013, 1, 27), Languages.SIMPLIFIED)).isEqualTo("还剩 1 天（1月27日 周日）");
    }

    @ParameterizedTest
    @MethodSource("languages")
    @DisplayName("三种语言的说法都填满，没有剩下的占位符")
    void no_placeholder_is_left_in_any_language(Locale language) {
        for (var days : List.of(-400, -2, -1, 0, 1, 2, 5, 20, 400)) {
            var day = TODAY.plusDays(days);
            var end = day.plusDays(1).atStartOfDay(AppClock.ZONE).toInstant();
            for (var words : List.of(
                    dates.due(day, language),
                    dates.due(end, language),
                    dates.shortDue(end, language),
                    dates.day(day, language),
                    dates.when(end, language))) {
                assertThat(words).isNotBlank().doesNotContain("{", "}", "date.");
            }
            assertThat(dates.due(end, language))
                    .as("an end of day belongs to its day")
                    .isEqualTo(dates.due(day, language));
        }
        for (var words : List.of(
                dates.due(WorkItem.NEVER, language), dates.shortDue(WorkItem.NEVER, language), moment(language))) {
            assertThat(words).isNotBlank().doesNotContain("{", "}", "date.");
        }
    }

    private String due(int days) {
        return dates.due(TODAY.plusDays(days), Languages.SIMPLIFIED);
    }

    private static String moment(Locale language) {
        return Dates.moment(Instant.parse("2013-01-28T01:30:00Z"), language);
    }
}

package cn.minqing.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate.Every;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("要求的期间")
class PeriodTest {
    @Test
    @DisplayName("任何活动、任何周期：期间首尾相接、不重不漏，头尾不足的按天数折算且不多要")
    void periods_cover_every_campaign() {
        var random = new Random(20130114);
        for (var run = 0; run < 500; run++) {
            var start = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(700));
            var dates = new CampaignDates(
                    start, start.plusDays(1), start.plusDays(2), start.plusDays(2 + random.nextInt(364)));
            for (var every : Every.values()) {
                var periods = Period.all(every, dates);
                assertThat(periods.getFirst().from()).isEqualTo(dates.mobilizationStart());
                assertThat(periods.getLast().to()).isEqualTo(dates.end());
                for (var index = 0; index < periods.size(); index++) {
                    var period = periods.get(index);
                    if (index > 0) {
                        assertThat(period.from())
                                .isEqualTo(periods.get(index - 1).to().plusDays(1));
                    }
                    assertThat(period.share(15)).isBetween(0, 15);
                    assertThat(Period.at(every, dates, period.from())).isEqualTo(period);
                    assertThat(Period.at(every, dates, period.to())).isEqualTo(period);
                }
            }
        }
    }

    @Test
    @DisplayName("整月要 15 天，从 16 日开始的月要 7 天，一次的活动不足月不要求；年和整个活动不折算")
    void a_part_of_a_month_owes_its_share() {
        var dates = new CampaignDates(
                LocalDate.of(2013, 10, 16),
                LocalDate.of(2013, 10, 20),
                LocalDate.of(2013, 12, 20),
                LocalDate.of(2013, 12, 31));
        var months = Period.all(Every.MONTH, dates);
        assertThat(months).extracting(period -> period.share(15)).containsExactly(7, 15, 15);
        assertThat(months).extracting(period -> period.share(1)).containsExactly(0, 1, 1);
        assertThat(Period.all(Every.YEAR, dates))
                .extracting(period -> period.share(4))
                .containsExactly(4);
        assertThat(Period.all(Every.CAMPAIGN, dates))
                .extracting(period -> period.share(20))
                .containsExactly(20);
    }
}

package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes in a period and how much of it is done.
 *
 * @param subjectId person, unit, team, village, enterprise or campaign, as {@code obligation.owedBy()} says
 * @param unitName the unit of a person; empty for others
 * @param least how many are due in this period
 * @param source where the number comes from
 * @param done times, days, households, yuan or documents, as {@code obligation.count()} says
 * @param lastDay the newest day that counts; null for none
 */
public record Due(
        CampaignTemplate.Obligation obligation,
        UUID subjectId,
        String subjectName,
        String unitName,
        Period period,
        int least,
        String source,
        BigDecimal done,
        @Nullable LocalDate lastDay) {

    public boolean met() {
        return missing().signum() == 0;
    }

    /** What is still to be done, never below zero. */
    public BigDecimal missing() {
        return BigDecimal.valueOf(least).subtract(done).max(BigDecimal.ZERO);
    }

    public LocalDate by() {
        return period.to();
    }
}

package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as pages and other contexts see it.
 *
 * @param hostUnitId the unit whose office runs it: campaign-office, leading-group and inspector hold their role there
 * @param areaId the area whose households are visited
 * @param mobilizationStart its first day; later periods have no mobilization of their own
 * @param period 1, and one more for each period a standing campaign has closed; the other dates are this period's
 * @param standing how long its periods are; null when it ends with its acceptance
 */
public record CampaignView(
        UUID id,
        String name,
        CampaignTemplate template,
        UUID hostUnitId,
        UUID areaId,
        String areaCode,
        Phase phase,
        LocalDate mobilizationStart,
        LocalDate implementationStart,
        LocalDate acceptanceStart,
        LocalDate end,
        int period,
        CampaignTemplate.@Nullable Every standing,
        int version) {

    /** The first day of the running period: what was done before counts for an earlier one. */
    public LocalDate periodStart() {
        return period == 1 ? mobilizationStart : implementationStart;
    }

    /** The dates of the running period as if it were a campaign of its own. */
    public CampaignDates periodDates() {
        return new CampaignDates(periodStart(), implementationStart, acceptanceStart, end);
    }

    public CampaignDates dates() {
        return new CampaignDates(mobilizationStart, implementationStart, acceptanceStart, end);
    }
}

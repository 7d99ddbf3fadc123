package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A campaign as pages and other contexts see it.
 *
 * @param hostUnitId the unit whose office runs it: campaign-office, leading-group and inspector hold their role there
 * @param areaId the area whose households are visited
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
        int version) {

    public CampaignDates dates() {
        return new CampaignDates(mobilizationStart, implementationStart, acceptanceStart, end);
    }
}

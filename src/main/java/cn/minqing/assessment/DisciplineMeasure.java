package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.campaign.CampaignView;
import org.springframework.stereotype.Component;

/** {@code discipline}: that no breach was proved (S3.8, S8.8). */
@Component
class DisciplineMeasure implements Measure {
    private final Breaches breaches;

    DisciplineMeasure(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public String name() {
        return "discipline";
    }

    @Override
    public Measured of(CampaignView campaign, String argument, Collected collected) {
        return Measured.none(
                collected.units().stream().map(UnitFigures::unitId).toList(), breaches.confirmed(campaign, null));
    }
}

package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignView;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * {@code poll}: how many of those who answered are satisfied, or basically so (S7.13). Who was not is not listed: the unit
 * would learn what a household said about it.
 */
@Component
class PollMeasure implements Measure {
    private final PollResults results;

    PollMeasure(PollResults results) {
        this.results = results;
    }

    @Override
    public String name() {
        return "poll";
    }

    @Override
    public Measured of(CampaignView campaign, String argument, Collected collected) {
        return Measured.shares(results.byUnit(campaign.id(), campaign.period()).stream()
                .collect(Collectors.toMap(
                        PollResult::unitId,
                        unit -> Part.share(unit.satisfied() + unit.basically(), unit.answered(), List.of()))));
    }
}

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
        var units = results.byUnit(campaign.id(), campaign.period());
        return new Measured(
                part(PollResults.whole(units)),
                units.stream().collect(Collectors.toMap(PollResult::unitId, PollMeasure::part)));
    }

    /** The counts; with few answers they are no share, and no grade is drawn from them. */
    private static Part part(PollResult result) {
        var content = result.satisfied() + result.basically();
        return result.few()
                ? new Part(content, result.answered(), null, List.of())
                : Part.share(content, result.answered(), List.of());
    }
}

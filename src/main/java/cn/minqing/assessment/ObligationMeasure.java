package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code obligation:<id>}: who of those who owe an obligation has met it, counted from the records of their work. */
@Component
class ObligationMeasure implements Measure {
    private final ObjectProvider<CountedWork> counted;

    ObligationMeasure(ObjectProvider<CountedWork> counted) {
        this.counted = counted;
    }

    @Override
    public String name() {
        return "obligation";
    }

    @Override
    public Measured of(CampaignView campaign, String argument, Collected collected) {
        var obligation = campaign.template().countedObligations().stream()
                .filter(one -> one.id().equals(argument))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No counted obligation " + argument));
        var type = obligation.owedBy() == Per.CADRE ? SubjectType.PERSON : SubjectType.UNIT;
        var units = new HashMap<UUID, Part>();
        counted.ifAvailable(work -> work.byUnit(campaign, obligation)
                .forEach((unit, standing) -> units.put(
                        unit,
                        Part.share(
                                standing.met(),
                                standing.due(),
                                standing.behind().stream()
                                        .map(id -> new Behind(type, id, unit))
                                        .toList()))));
        return Measured.shares(units);
    }
}

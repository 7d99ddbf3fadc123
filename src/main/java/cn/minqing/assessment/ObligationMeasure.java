package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Obligations;
import cn.minqing.platform.AppClock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code obligation:<id>}: how many of those who owe an obligation have met it, counted from the records of their work.
 * What villages, enterprises or the campaign owe belongs to no unit and stands in the campaign's line alone.
 */
@Component
class ObligationMeasure implements Measure {
    private final Obligations obligations;
    private final AppClock clock;

    ObligationMeasure(Obligations obligations, AppClock clock) {
        this.obligations = obligations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "obligation";
    }

    @Override
    public Measured of(CampaignView campaign, String argument, Collected collected) {
        var figures = obligations.figures(campaign.id(), argument, clock.today());
        var behind = obligations.behind(campaign.id(), argument, clock.today());
        var per = campaign.template().countedObligations().stream()
                .filter(one -> one.id().equals(argument))
                .findFirst()
                .orElseThrow()
                .owedBy();
        var type = per == Per.CADRE ? SubjectType.PERSON : SubjectType.UNIT;
        var units = new HashMap<UUID, Part>();
        for (var unit : collected.units()) {
            var figure = figures.get(unit.unitId());
            if (figure != null) {
                units.put(
                        unit.unitId(),
                        Part.share(
                                figure.met(),
                                figure.due(),
                                behind.getOrDefault(unit.unitId(), List.of()).stream()
                                        .map(id -> new Behind(type, id, unit.unitId()))
                                        .toList()));
            }
        }
        var whole = figures.values().stream().reduce(Obligations.Figure.NONE, Obligations.Figure::plus);
        return new Measured(Part.share(whole.met(), whole.due(), List.of()), units);
    }
}

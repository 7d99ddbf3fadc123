package cn.minqing.assessment;

import cn.minqing.assessment.Assessments.Behind;
import cn.minqing.assessment.Assessments.SubjectType;
import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code document:<id>}: the units or teams that have handed a document in and had it accepted (S8.5). */
@Component
class DocumentMeasure implements Measure {
    private final JdbcClient jdbc;

    DocumentMeasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "document";
    }

    @Override
    public Measured of(CampaignView campaign, String argument, Collected collected) {
        var accepted = new HashSet<>(jdbc.sql("""
                select distinct unit_id from work_done
                where campaign_id = ? and kind = ? and day >= ? and unit_id is not null
                """)
                .params(campaign.id(), argument, campaign.periodStart())
                .query(UUID.class)
                .list());
        var units = new HashMap<UUID, Part>();
        for (var unit : collected.units()) {
            var done = accepted.contains(unit.unitId());
            var against =
                    done ? List.<Behind>of() : List.of(new Behind(SubjectType.UNIT, unit.unitId(), unit.unitId()));
            units.put(unit.unitId(), Part.share(done ? 1 : 0, 1, against));
        }
        return Measured.shares(units);
    }
}

package cn.minqing.activity;

import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enters an activity for counting: each cadre on each day for their own unit, each household once with what it got, and
 * the unit that held it where none of its people is named or money went to nobody in the list.
 */
@Component
class ActivityWork {
    private final WorkLog log;

    ActivityWork(WorkLog log) {
        this.log = log;
    }

    void enter(
            ActivityRows.Head head,
            ActivityKind kind,
            ActivityRows.Stored version,
            List<ActivityRows.InCadre> cadres,
            List<ActivityRows.InHousehold> households) {
        log.undone(head.id());
        var work = new ArrayList<Work>();
        var days = version.from().datesUntil(version.to().plusDays(1)).toList();
        cadres.forEach(cadre -> days.forEach(
                day -> work.add(work(head, kind, version, day, cadre.personId(), cadre.unitId(), null, null))));
        households.forEach(home -> work.add(
                work(head, kind, version, version.from(), null, head.unitId(), home.householdId(), home.amount())));
        var unnamed = cadres.stream().noneMatch(cadre -> cadre.unitId().equals(head.unitId()));
        for (var day : unnamed ? days : days.subList(0, version.amount() == null ? 0 : 1)) {
            work.add(work(
                    head,
                    kind,
                    version,
                    day,
                    null,
                    head.unitId(),
                    null,
                    day.equals(version.from()) ? version.amount() : null));
        }
        log.done(work);
    }

    void takeBack(UUID activityId) {
        log.undone(activityId);
    }

    private static Work work(
            ActivityRows.Head head,
            ActivityKind kind,
            ActivityRows.Stored version,
            LocalDate day,
            @Nullable UUID person,
            UUID unit,
            @Nullable UUID household,
            @Nullable BigDecimal amount) {
        return new Work(
                head.campaignId(),
                kind.code(),
                head.id(),
                day,
                version.late(),
                person,
                unit,
                version.areaCode(),
                household,
                version.enterpriseId(),
                amount);
    }
}

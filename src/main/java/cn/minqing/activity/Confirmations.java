package cn.minqing.activity;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirmation of what has to be there to be counted (S7.12): a leader of the village looks; where nobody leads the
 * village, the office of the campaign does.
 */
@Service
@Transactional
public class Confirmations {
    public static final String CONFIRM = "userTask_confirmActivity";

    static final int DAYS = 5;

    private final ActivityRows rows;
    private final ActivityWork work;
    private final ActivityProcess process;
    private final WorkItems workItems;
    private final Campaigns campaigns;
    private final Areas areas;
    private final People people;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Confirmations(
            ActivityRows rows,
            ActivityWork work,
            ActivityProcess process,
            WorkItems workItems,
            Campaigns campaigns,
            Areas areas,
            People people,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.rows = rows;
        this.work = work;
        this.process = process;
        this.workItems = workItems;
        this.campaigns = campaigns;
        this.areas = areas;
        this.people = people;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the task list shows of an activity that waits. */
    public record TaskFacts(UUID scopeId, UUID campaignId, String areaCode, String subject, String place) {}

    /** Asks for it; who is asked already finds the new version. */
    void ask(CampaignView campaign, ActivityRows.Head head, ActivityRows.Stored version, boolean asked) {
        if (!asked) {
            process.start(
                    head.id(),
                    campaign.id(),
                    confirmer(campaign, version.areaCode()).role().code(),
                    workdays.plus(clock.today(), DAYS));
        }
    }

    void callOff(UUID activityId) {
        process.withdrawn(activityId);
    }

    void count(CampaignView campaign, ActivityRows.Head head) {
        var version = rows.versions(head.id()).getFirst();
        work.enter(
                head,
                Activities.kind(campaign, head.kind()),
                version,
                rows.cadres(head.id()).stream()
                        .filter(one -> one.versionId().equals(version.id()))
                        .toList(),
                rows.households(head.id()).stream()
                        .filter(one -> one.versionId().equals(version.id()))
                        .toList());
    }

    /**
     * Says whether it is there; it counts from then on.
     *
     * @param words why not; required then
     * @throws UserError {@code form.invalid} at {@code reason}; {@code activity.ownWork} for who recorded it or took part
     */
    public void confirm(UUID workItemId, boolean really, String words) {
        var item = workItems.take(workItemId, CONFIRM);
        var head = rows.head(item.subjectId(), true).orElseThrow(() -> new UserError("activity.unknown"));
        var actor = Actors.current();
        var version = rows.versions(head.id()).getFirst();
        if (head.recordedBy().equals(actor.id())
                || rows.cadres(head.id()).stream()
                        .anyMatch(one -> one.versionId().equals(version.id())
                                && one.personId().equals(actor.id()))) {
            throw new UserError("activity.ownWork");
        }
        if (!really) {
            ActivityRules.reason(words);
        }
        var state = really ? ActivityState.COUNTED : ActivityState.REFUSED;
        rows.decide(head.id(), state, really ? "" : words, actor.id(), clock.now());
        if (really) {
            count(campaigns.get(head.campaignId()), head);
        }
        audit.record(actor.id(), really ? "activity.confirmed" : "activity.refused", "ACTIVITY", head.id(), Map.of());
        process.confirmed(item, really);
    }

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID activityId) {
        var head = rows.head(activityId, false).orElseThrow(() -> new UserError("activity.unknown"));
        var version = rows.versions(activityId).getFirst();
        var campaign = campaigns.get(head.campaignId());
        return new TaskFacts(
                confirmer(campaign, version.areaCode()).scopeId(),
                campaign.id(),
                version.areaCode(),
                version.title(),
                areas.place(version.areaCode()));
    }

    private record Confirmer(Role role, UUID scopeId) {}

    private Confirmer confirmer(CampaignView campaign, String areaCode) {
        return areas.at(AreaLevel.VILLAGE, areaCode)
                .filter(village ->
                        !people.holding(Role.VILLAGE_LEADER, village.id()).isEmpty())
                .map(village -> new Confirmer(Role.VILLAGE_LEADER, village.id()))
                .orElseGet(() -> new Confirmer(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()));
    }
}

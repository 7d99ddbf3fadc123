package cn.minqing.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a campaign, by whom and when, as its records tell; nothing about single households. */
@Service
@Transactional(readOnly = true)
public class CampaignHistory {
    /** What a timeline shows; drafts and the single changes by hand are left to the audit. */
    private static final Set<String> SHOWN = Set.of(
            "campaign.launched",
            "campaign.phaseEntered",
            "campaign.reminded",
            "campaign.accepted",
            "campaign.archived",
            "plan.submitted",
            "plan.approved",
            "plan.returned",
            "kickoffMeeting.recorded",
            "contacts.assigned",
            "contacts.adjusted",
            "contacts.confirmed",
            "contacts.objected",
            "contactCards.issued",
            "batches.planned",
            "visits.requested",
            "implementation.closedEarly",
            "remedial.ordered",
            "period.opened");

    private final JdbcClient jdbc;
    private final Campaigns campaigns;

    CampaignHistory(JdbcClient jdbc, Campaigns campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /**
     * One thing that happened.
     *
     * @param action as the audit calls it, e.g. {@code plan.approved}
     * @param person who did it; null when the process itself went on
     * @param unit whose leader answered; null where it concerns the whole campaign
     * @param phase which was entered or was due; null otherwise
     * @param batch which was started; null otherwise
     * @param count contacts or cards it was about; 0 where there is nothing to count
     * @param reason why a plan was returned or a remedial visit ordered; empty otherwise
     */
    public record Entry(
            Instant at,
            String action,
            @Nullable String person,
            @Nullable String unit,
            @Nullable Phase phase,
            @Nullable String batch,
            int count,
            String reason) {}

    /** Oldest first, for whoever has to do with the campaign. */
    public List<Entry> of(UUID campaignId) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select a.at, a.action, p.name as person, u.name as unit, a.detail ->> 'phase' as phase, b.name as batch,
                  coalesce(nullif(coalesce(a.detail ->> 'contacts', a.detail ->> 'cards'), '')::int, 0) as number,
                  coalesce(case a.action
                    when 'plan.returned' then (select v.return_reason from campaign_plan v
                                               where v.id = (a.detail ->> 'plan')::uuid)
                    when 'remedial.ordered' then (select o.reason from remedial_order o
                                                  where o.id = (a.detail ->> 'order')::uuid)
                    end, '') as reason
                from audit_entry a
                left join person p on p.id = a.person_id
                left join unit u on u.id = (a.detail ->> 'unit')::uuid
                left join visit_batch b on b.id = (a.detail ->> 'batch')::uuid
                where a.subject_id = :campaign and a.subject_type = 'CAMPAIGN' and a.action in (:shown)
                order by a.id
                """)
                .param("campaign", campaignId)
                .param("shown", SHOWN)
                .query((row, number) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("action"),
                        row.getString("person"),
                        row.getString("unit"),
                        phase(row),
                        row.getString("batch"),
                        row.getInt("number"),
                        row.getString("reason")))
                .list();
    }

    private static @Nullable Phase phase(ResultSet row) throws SQLException {
        var phase = row.getString("phase");
        return phase == null ? null : Phase.valueOf(phase);
    }
}

package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The periods of a standing campaign (S3, S8.9, S9): each is visited, summed up, assessed and accepted like a campaign of
 * its own, over the same contacts.
 */
@Service
@Transactional
public class Periods {
    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Assignments assignments;
    private final RunningVisits visits;
    private final Audit audit;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Periods(
            JdbcClient jdbc,
            Campaigns campaigns,
            Assignments assignments,
            RunningVisits visits,
            Audit audit,
            AppClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.assignments = assignments;
        this.visits = visits;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** A period that was accepted; {@code start} is the first day of its visits. */
    public record Closed(int number, LocalDate start, LocalDate end, Instant closedAt) {}

    /** The next period, and the units that take part in it. */
    public record Opened(CampaignView campaign, List<UUID> unitIds) {}

    /** The closed periods, oldest first, for whoever has to do with the campaign. */
    @Transactional(readOnly = true)
    public List<Closed> closed(UUID campaignId) {
        campaigns.view(campaignId);
        return jdbc.sql("""
                select number, implementation_start as start, ends_on as "end", closed_at
                from campaign_period where campaign_id = ? order by number
                """).param(campaignId).query(Closed.class).list();
    }

    /**
     * Closes the period and opens the next one: visits that are not finished stop, files, summaries, report and
     * assessment of the period stay as they are, contacts go on. For the process.
     */
    public Opened openNext(UUID campaignId) {
        var closing = campaigns.requireRunning(campaignId);
        jdbc.sql("update kickoff_item set state = 'CANCELLED' where campaign_id = ? and state in ('PENDING', 'FAILED')")
                .param(campaignId)
                .update();
        var cancelled = visits.cancelAll(campaignId, "campaign.periodClosed");
        jdbc.sql("""
                insert into campaign_period
                  (campaign_id, number, implementation_start, acceptance_start, ends_on, accepted_by, closed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        campaignId,
                        closing.period(),
                        closing.implementationStart(),
                        closing.acceptanceStart(),
                        closing.end(),
                        Actors.currentId(),
                        Timestamp.from(clock.now()))
                .update();
        var entity = campaigns.campaign(campaignId);
        entity.openNextPeriod(clock.today());
        var next = campaigns.save(entity);
        audit.record(
                Actors.currentId(),
                "period.opened",
                "CAMPAIGN",
                campaignId,
                Map.of("period", next.period(), "visitsCancelled", cancelled));
        events.publishEvent(new CampaignPeriodClosed(campaignId, closing.period()));
        return new Opened(next, assignments.unitsWithContacts(campaignId));
    }
}

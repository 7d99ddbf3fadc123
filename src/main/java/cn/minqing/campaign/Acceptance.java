package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a campaign ends: early when everybody was visited, accepted, sent back for remedial visits, archived. */
@Service
@Transactional
public class Acceptance {
    static final String ACCEPT = "userTask_acceptCampaign";

    private static final int MOST_REMEDIAL_DAYS = 90;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Handovers handovers;
    private final CampaignSteps steps;
    private final RunningVisits visits;
    private final WorkItems workItems;
    private final Audit audit;
    private final AppClock clock;
    private final ApplicationEventPublisher events;

    Acceptance(
            JdbcClient jdbc,
            Campaigns campaigns,
            Contacts contacts,
            Handovers handovers,
            CampaignSteps steps,
            RunningVisits visits,
            WorkItems workItems,
            Audit audit,
            AppClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.handovers = handovers;
        this.steps = steps;
        this.visits = visits;
        this.workItems = workItems;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Remedial visits the leading group has ordered; {@code round} counts from 1. */
    public record RemedialOrder(
            int round, LocalDate deadline, String reason, UUID orderedBy, Instant orderedAt, int households) {}

    /** The contacts that a remedial order would name when the leading group names none: those without a full file. */
    @Transactional(readOnly = true)
    public List<Contacts.Line> withoutFile(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var actor = Actors.current();
        if (!actor.has(Role.LEADING_GROUP, campaign.hostUnitId())
                && !actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                && !actor.has(Role.INSPECTOR, campaign.hostUnitId())) {
            throw UserError.forbidden();
        }
        var missing = new HashSet<>(visits.contactsWithoutFile(campaignId));
        return contacts.named(contacts.ofCampaign(campaignId).stream()
                .filter(contact -> missing.contains(contact.id()))
                .toList());
    }

    @Transactional(readOnly = true)
    public List<RemedialOrder> orders(UUID campaignId) {
        var period = campaigns.view(campaignId).period();
        return jdbc.sql("""
                select round, deadline, reason, ordered_by, ordered_at,
                  (select count(*) from remedial_contact r where r.order_id = o.id) as households
                from remedial_order o where campaign_id = ? and period = ? order by round
                """)
                .params(campaignId, period)
                .query((row, number) -> new RemedialOrder(
                        row.getInt("round"),
                        row.getObject("deadline", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("ordered_by", UUID.class),
                        row.getTimestamp("ordered_at").toInstant(),
                        row.getInt("households")))
                .list();
    }

    /**
     * Ends implementation before its last day because every household has its file; for the office.
     *
     * @throws UserError {@code campaign.coverage.filesMissing} with how many files are missing, {@code
     *     campaign.coverage.notWaiting} while batches are still to come
     */
    public void closeImplementationEarly(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        var missing = visits.contactsWithoutFile(campaignId).size();
        if (missing > 0) {
            throw new UserError("campaign.coverage.filesMissing", missing);
        }
        if (!steps.coverageCompleted(campaignId)) {
            throw new UserError("campaign.coverage.notWaiting");
        }
        audit.record(actor.id(), "implementation.closedEarly", "CAMPAIGN", campaignId, Map.of());
    }

    /** Accepts the result: a standing campaign goes on to its next period, any other one is archived. */
    public void accept(UUID workItemId) {
        var item = workItems.take(workItemId, ACCEPT);
        var campaign = campaigns.requireRunning(item.subjectId());
        accepted(item, campaign, campaign.standing() != null);
    }

    /**
     * Accepts the result and lets the campaign go on as a standing one (S8.9), with periods of that length.
     *
     * @param every month, quarter or year
     */
    public void acceptAndStand(UUID workItemId, CampaignTemplate.Every every) {
        if (every == CampaignTemplate.Every.CAMPAIGN) {
            throw UserError.invalid(Map.of("period", Message.of("campaign.period.unknown")));
        }
        var item = workItems.take(workItemId, ACCEPT);
        campaigns.requireRunning(item.subjectId());
        var entity = campaigns.campaign(item.subjectId());
        entity.stand(every);
        accepted(item, campaigns.save(entity), true);
    }

    /** Accepts the result and archives the campaign, also one that has been standing. */
    public void acceptAndEnd(UUID workItemId) {
        var item = workItems.take(workItemId, ACCEPT);
        campaigns.requireRunning(item.subjectId());
        var entity = campaigns.campaign(item.subjectId());
        entity.endStanding();
        accepted(item, campaigns.save(entity), false);
    }

    private void accepted(OpenItem item, CampaignView campaign, boolean standing) {
        audit.record(
                Actors.currentId(),
                "campaign.accepted",
                "CAMPAIGN",
                campaign.id(),
                Map.of("period", campaign.period(), "standing", standing));
        steps.accepted(item, standing);
    }

    /**
     * Sends the campaign back to implementation for some households.
     *
     * @param contactIds whose households are visited again; none for all without a complete file
     * @throws UserError {@code form.invalid} with faults of {@code deadline, reason, contactIds}
     */
    public void orderRemedial(UUID workItemId, LocalDate deadline, List<UUID> contactIds, String reason) {
        var item = workItems.take(workItemId, ACCEPT);
        var campaign = campaigns.requireRunning(item.subjectId());
        var faults = new LinkedHashMap<String, Message>();
        var today = clock.today();
        if (!deadline.isAfter(today) || deadline.isAfter(today.plusDays(MOST_REMEDIAL_DAYS))) {
            faults.put("deadline", Message.of("campaign.remedial.deadline", today, today.plusDays(MOST_REMEDIAL_DAYS)));
        }
        if (reason.isBlank()) {
            faults.put("reason", Message.of("campaign.reason.required"));
        }
        var named = contactIds.isEmpty() ? visits.contactsWithoutFile(campaign.id()) : contactIds;
        var units = new HashMap<UUID, UUID>();
        contacts.ofCampaign(campaign.id()).forEach(contact -> units.put(contact.id(), contact.unitId()));
        var running = named.stream().filter(units::containsKey).distinct().toList();
        if (running.isEmpty()) {
            faults.put("contactIds", Message.of("campaign.remedial.nobody"));
        } else if (running.size() < contactIds.size()) {
            faults.put("contactIds", Message.of("campaign.contact.ended"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        order(campaign, deadline, running, Reasons.required("reason", reason));
        var entity = campaigns.campaign(campaign.id());
        entity.extendForRemedy(deadline);
        var extended = campaigns.save(entity);
        var concerned = contacts.ofCampaign(campaign.id()).stream()
                .filter(contact -> running.contains(contact.id()))
                .map(Contact::unitId)
                .distinct()
                .toList();
        steps.remedialOrdered(item, extended, concerned);
    }

    private void order(CampaignView campaign, LocalDate deadline, List<UUID> contactIds, String reason) {
        var actor = Actors.current();
        var id = Ids.next();
        jdbc.sql("""
                insert into remedial_order (id, campaign_id, period, round, deadline, reason, ordered_by, ordered_at)
                select ?, ?, ?, count(*) + 1, ?, ?, ?, ? from remedial_order where campaign_id = ? and period = ?
                """)
                .params(
                        id,
                        campaign.id(),
                        campaign.period(),
                        deadline,
                        reason,
                        actor.id(),
                        Timestamp.from(clock.now()),
                        campaign.id(),
                        campaign.period())
                .update();
        jdbc.sql(
                        "insert into remedial_contact (order_id, contact_id) select :order, id from contact where id in (:ids)")
                .param("order", id)
                .param("ids", contactIds)
                .update();
        audit.record(
                actor.id(),
                "remedial.ordered",
                "CAMPAIGN",
                campaign.id(),
                Map.of("order", id, "contacts", contactIds.size()));
    }

    /** Closes the books: open visits and handovers stop, issues go on until they are answered. For the process. */
    public void archive(UUID campaignId) {
        var entity = campaigns.campaign(campaignId);
        entity.archive(clock.now());
        campaigns.save(entity);
        jdbc.sql("update kickoff_item set state = 'CANCELLED' where campaign_id = ? and state in ('PENDING', 'FAILED')")
                .param(campaignId)
                .update();
        var cancelled = visits.cancelAll(campaignId, "campaign.archived");
        handovers.withdrawAll(campaignId);
        audit.record(
                Actors.currentId(), "campaign.archived", "CAMPAIGN", campaignId, Map.of("visitsCancelled", cancelled));
        events.publishEvent(new CampaignArchived(campaignId));
    }
}

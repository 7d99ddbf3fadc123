package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The batches in which visits start, and how far each start has come. */
@Service
@Transactional
public class Batches {
    static final String PLAN_BATCHES = "userTask_planBatches";

    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Assignments assignments;
    private final Contacts contacts;
    private final CampaignSteps steps;
    private final WorkItems workItems;
    private final Workdays workdays;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final AppClock clock;

    Batches(
            JdbcClient jdbc,
            Campaigns campaigns,
            Assignments assignments,
            Contacts contacts,
            CampaignSteps steps,
            WorkItems workItems,
            Workdays workdays,
            ApplicationEventPublisher events,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.assignments = assignments;
        this.contacts = contacts;
        this.steps = steps;
        this.workItems = workItems;
        this.workdays = workdays;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A batch and how many of its visits have started.
     *
     * @param name as the office called it; a bare number where nobody did
     * @param remedial whether the leading group ordered it at acceptance
     * @param households contacts of its units (or of the order); {@code started + pending + failed} once it has begun
     * @param failed could not be started, see {@link #failures}
     */
    public record Progress(
            UUID id,
            String name,
            LocalDate date,
            LocalDate due,
            boolean remedial,
            List<UUID> unitIds,
            int households,
            int started,
            int pending,
            int failed) {
        public boolean begun() {
            return started + pending + failed > 0;
        }
    }

    /** A visit that could not be started, with the reason. */
    public record Failure(UUID contactId, UUID householdId, String reason) {}

    /**
     * A plan to begin with: units with contacts dealt evenly, in their order, over free weekends of the first half of
     * the phase, so that second visits find weekends left.
     */
    @Transactional(readOnly = true)
    public List<Batch> proposal(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var units = assignments.unitsWithContacts(campaignId);
        var days = weekends(campaign);
        var count = Math.max(1, Math.min(units.size(), (days.size() + 1) / 2));
        var proposed = new ArrayList<Batch>();
        for (var i = 0; i < count; i++) {
            var share = units.subList(i * units.size() / count, (i + 1) * units.size() / count);
            var date = days.isEmpty() ? firstDay(campaign) : days.get(i);
            proposed.add(new Batch(String.valueOf(i + 1), date, List.copyOf(share)));
        }
        return proposed;
    }

    private LocalDate firstDay(CampaignView campaign) {
        var today = clock.today();
        return today.isAfter(campaign.implementationStart()) ? today : campaign.implementationStart();
    }

    /** Saturdays that are free because of the weekend, not because of a holiday: nobody is visited on New Year's Eve. */
    private List<LocalDate> weekends(CampaignView campaign) {
        var first = firstDay(campaign);
        var found = new ArrayList<LocalDate>();
        for (var day = first; day.isBefore(campaign.acceptanceStart()); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY
                    && !workdays.isWorkday(day)
                    && workdays.isWorkday(day.minusDays(1))
                    && workdays.isWorkday(day.plusDays(2))) {
                found.add(day);
            }
        }
        return found;
    }

    /**
     * Fixes the batches; each starts by itself on its day.
     *
     * @throws UserError {@code form.invalid} with faults of {@code batches[i].name, .date, .unitIds}; {@code
     *     campaign.batch.unitsMissing} with the number of units that are in none
     */
    public void planBatches(UUID workItemId, List<Batch> planned) {
        var item = workItems.take(workItemId, PLAN_BATCHES);
        var campaign = campaigns.requireRunning(item.subjectId());
        var units = assignments.unitsWithContacts(campaign.id());
        check(campaign, units, planned);
        var ids = planned.stream()
                .map(batch -> {
                    var id = add(
                            campaign,
                            0,
                            batch.name().strip(),
                            batch.date(),
                            campaign.dates().lastDayOf(Phase.IMPLEMENTATION));
                    batch.unitIds()
                            .forEach(unit -> jdbc.sql(
                                            "insert into visit_batch_unit (campaign_id, period, unit_id, batch_id) values (?, ?, ?, ?)")
                                    .params(campaign.id(), campaign.period(), unit, id)
                                    .update());
                    return id;
                })
                .toList();
        audit.record(Actors.currentId(), "batches.planned", "CAMPAIGN", campaign.id(), Map.of("batches", ids));
        steps.batchesPlanned(item, ids);
    }

    private static void check(CampaignView campaign, List<UUID> units, List<Batch> planned) {
        var faults = new LinkedHashMap<String, Message>();
        var names = new HashSet<String>();
        var placed = new HashSet<UUID>();
        for (var i = 0; i < planned.size(); i++) {
            var batch = planned.get(i);
            var field = "batches[" + i + "]";
            if (batch.name().isBlank()
                    || batch.name().strip().length() > LONGEST_NAME
                    || !names.add(batch.name().strip())) {
                faults.put(field + ".name", Message.of("campaign.batch.name", LONGEST_NAME));
            }
            if (batch.date().isBefore(campaign.implementationStart())
                    || !batch.date().isBefore(campaign.acceptanceStart())) {
                faults.put(
                        field + ".date",
                        Message.of(
                                "campaign.batch.date",
                                campaign.implementationStart(),
                                campaign.dates().lastDayOf(Phase.IMPLEMENTATION)));
            }
            if (batch.unitIds().isEmpty() || !units.containsAll(batch.unitIds())) {
                faults.put(field + ".unitIds", Message.of("campaign.batch.units"));
            } else if (!batch.unitIds().stream().allMatch(placed::add)) {
                faults.put(field + ".unitIds", Message.of("campaign.batch.unitTwice"));
            }
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        if (placed.size() < units.size()) {
            throw new UserError("campaign.batch.unitsMissing", units.size() - placed.size());
        }
    }

    /** The day on which the visits of a batch start. For the process. */
    @Transactional(readOnly = true)
    public LocalDate startOf(UUID batchId) {
        return jdbc.sql("select starts_on from visit_batch where id = ?")
                .param(batchId)
                .query(LocalDate.class)
                .single();
    }

    /** Asks for the visits of a batch; asking again adds nothing. For the process. */
    public void startVisits(UUID batchId) {
        var campaignId = campaignOf(batchId);
        campaigns.requireRunning(campaignId);
        var asked = jdbc.sql("""
                insert into kickoff_item (contact_id, period, round, campaign_id, batch_id)
                select t.id, b.period, 0, t.campaign_id, b.batch_id
                from visit_batch_unit b
                join contact t on t.campaign_id = b.campaign_id and t.unit_id = b.unit_id and t.until_date is null
                where b.batch_id = ?
                on conflict do nothing
                """).param(batchId).update();
        audit.record(
                Actors.currentId(),
                "visits.requested",
                "CAMPAIGN",
                campaignId,
                Map.of("batch", batchId, "contacts", asked));
        events.publishEvent(new VisitsRequested(batchId));
    }

    /** Asks for the visits of the last remedial order; asking again adds nothing. For the process. */
    public void startRemedialVisits(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        record Order(UUID id, int round, LocalDate deadline) {}
        var order = jdbc.sql("""
                select id, round, deadline from remedial_order
                where campaign_id = ? and period = ? and batch_id is null order by round desc limit 1
                """)
                .params(campaignId, campaign.period())
                .query(Order.class)
                .optional();
        if (order.isEmpty()) {
            return;
        }
        var round = order.get().round();
        var batchId = add(
                campaign,
                round,
                String.valueOf(round),
                clock.today(),
                order.get().deadline());
        jdbc.sql("update remedial_order set batch_id = ? where id = ?")
                .params(batchId, order.get().id())
                .update();
        var asked = jdbc.sql("""
                insert into kickoff_item (contact_id, period, round, campaign_id, batch_id)
                select t.id, ?, ?, t.campaign_id, ? from remedial_contact r join contact t on t.id = r.contact_id
                where r.order_id = ? and t.until_date is null
                on conflict do nothing
                """)
                .params(campaign.period(), round, batchId, order.get().id())
                .update();
        audit.record(
                Actors.currentId(),
                "visits.requested",
                "CAMPAIGN",
                campaignId,
                Map.of("batch", batchId, "contacts", asked));
        events.publishEvent(new VisitsRequested(batchId));
    }

    /** The batches of the running period by date, with how far their start has come. */
    @Transactional(readOnly = true)
    public List<Progress> progress(UUID campaignId) {
        var period = campaigns.view(campaignId).period();
        return jdbc.sql("""
                select b.id, b.name, b.starts_on, b.due_on, b.round,
                  array(select w.unit_id from visit_batch_unit w where w.batch_id = b.id) as unit_ids,
                  case when b.round = 0 then
                    (select count(*) from visit_batch_unit w join contact t on t.campaign_id = w.campaign_id
                       and t.unit_id = w.unit_id and t.until_date is null where w.batch_id = b.id)
                  else (select count(*) from kickoff_item k where k.batch_id = b.id and k.state <> 'CANCELLED') end
                    as households,
                  (select count(*) from kickoff_item k where k.batch_id = b.id and k.state = 'STARTED') as started,
                  (select count(*) from kickoff_item k where k.batch_id = b.id and k.state = 'PENDING') as pending,
                  (select count(*) from kickoff_item k where k.batch_id = b.id and k.state = 'FAILED') as failed
                from visit_batch b where b.campaign_id = ? and b.period = ? order by b.starts_on, b.id
                """)
                .params(campaignId, period)
                .query((row, number) -> new Progress(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("round") > 0,
                        List.of((UUID[]) row.getArray("unit_ids").getArray()),
                        row.getInt("households"),
                        row.getInt("started"),
                        row.getInt("pending"),
                        row.getInt("failed")))
                .list();
    }

    /** Visits of a batch that could not be started; for the office. */
    @Transactional(readOnly = true)
    public List<Failure> failures(UUID batchId) {
        requireOffice(campaignOf(batchId));
        return jdbc.sql("""
                select k.contact_id, t.household_id, coalesce(k.reason, '') as reason
                from kickoff_item k join contact t on t.id = k.contact_id
                where k.batch_id = ? and k.state = 'FAILED' order by k.contact_id
                """).param(batchId).query(Failure.class).list();
    }

    /** Tries again what could not be started; for the office. */
    public void retry(UUID batchId) {
        var campaignId = campaignOf(batchId);
        campaigns.requireRunning(campaignId);
        requireOffice(campaignId);
        jdbc.sql("update kickoff_item set state = 'PENDING', reason = null where batch_id = ? and state = 'FAILED'")
                .param(batchId)
                .update();
        audit.record(Actors.currentId(), "visits.retried", "CAMPAIGN", campaignId, Map.of("batch", batchId));
        events.publishEvent(new VisitsRequested(batchId));
    }

    /**
     * Takes in a household that was registered after the contacts were confirmed: it gets a contact, a card and, where
     * the batch of that cadre's unit has begun, its visit. For the office, during implementation.
     *
     * @throws UserError {@code campaign.batch.notImplementing}, {@code campaign.batch.unitWithoutBatch}, and those of
     *     {@link Assignments#add}
     */
    public void addHousehold(UUID campaignId, UUID householdId, UUID personId) {
        var campaign = campaigns.requireRunning(campaignId);
        requireOffice(campaignId);
        campaigns.lock(campaignId);
        if (campaign.phase() != Phase.IMPLEMENTATION) {
            throw new UserError("campaign.batch.notImplementing");
        }
        var contact = assignments.place(campaign, householdId, personId);
        contacts.issueCards(campaignId);
        var batch = jdbc.sql(
                        "select batch_id from visit_batch_unit where campaign_id = ? and period = ? and unit_id = ?")
                .params(campaignId, campaign.period(), contact.unitId())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("campaign.batch.unitWithoutBatch"));
        var begun = jdbc.sql("select exists (select from kickoff_item where batch_id = ?)")
                .param(batch)
                .query(Boolean.class)
                .single();
        if (begun) {
            startVisits(batch);
        }
    }

    private UUID add(CampaignView campaign, int round, String name, LocalDate date, LocalDate due) {
        var id = Ids.next();
        jdbc.sql(
                        "insert into visit_batch (id, campaign_id, period, round, name, starts_on, due_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, campaign.id(), campaign.period(), round, name, date, due)
                .update();
        return id;
    }

    private UUID campaignOf(UUID batchId) {
        return jdbc.sql("select campaign_id from visit_batch where id = ?")
                .param(batchId)
                .query(UUID.class)
                .single();
    }

    private void requireOffice(UUID campaignId) {
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaigns.get(campaignId).hostUnitId());
    }
}

package cn.minqing.visit;

import cn.minqing.campaign.CampaignPeriodClosed;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.Workdays;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a visit does to the file of a household. For the process only: no person acts here. */
@Service
@Transactional
public class HouseholdFiles {
    private static final int SAMPLES = 100;

    private final HouseholdFileRepository files;
    private final VisitRows rows;
    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Households households;
    private final SpotCheckDraw draw;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    HouseholdFiles(
            HouseholdFileRepository files,
            VisitRows rows,
            JdbcClient jdbc,
            Campaigns campaigns,
            Contacts contacts,
            Households households,
            SpotCheckDraw draw,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.files = files;
        this.rows = rows;
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.households = households;
        this.draw = draw;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param started contacts whose visit has to be started now
     * @param running contacts whose visit runs already and only got the new date
     */
    public record Opened(Set<UUID> started, Set<UUID> running) {}

    /** @param spotCheckDue null when the file was not drawn */
    public record Completion(boolean drawn, @Nullable LocalDate spotCheckDue) {}

    /**
     * Opens a file for each contact. A file that is finished or was called off opens again for another batch, one that
     * is open gets the new date, and the same batch twice does nothing.
     *
     * @param summaries the contacts' households
     */
    public Opened open(List<Contact> wanted, Map<UUID, HouseholdSummary> summaries, UUID batchId, LocalDate due) {
        var opened = new HashSet<UUID>(jdbc.sql("""
                insert into household_file as f
                  (id, contact_id, campaign_id, unit_id, household_id, group_code, batch_id, due_on, opened_on)
                select n.id, n.contact_id, n.campaign_id, n.unit_id, n.household_id, n.group_code, :batch, :due, :today
                from unnest(:ids::uuid[], :contacts::uuid[], :campaigns::uuid[], :units::uuid[], :households::uuid[],
                  :groups::text[]) as n (id, contact_id, campaign_id, unit_id, household_id, group_code)
                on conflict (contact_id) where closed_period is null do update
                  set state = 'OPEN', completed_on = null, batch_id = excluded.batch_id, due_on = excluded.due_on,
                    unit_id = excluded.unit_id, version = f.version + 1
                  where f.batch_id <> excluded.batch_id and f.state in ('COMPLETE', 'CHECKED', 'CANCELLED')
                returning contact_id
                """)
                .param("batch", batchId)
                .param("due", Date.valueOf(due))
                .param("today", Date.valueOf(clock.today()))
                .param("ids", wanted.stream().map(contact -> Ids.next()).toArray(UUID[]::new))
                .param("contacts", wanted.stream().map(Contact::id).toArray(UUID[]::new))
                .param("campaigns", wanted.stream().map(Contact::campaignId).toArray(UUID[]::new))
                .param("units", wanted.stream().map(Contact::unitId).toArray(UUID[]::new))
                .param("households", wanted.stream().map(Contact::householdId).toArray(UUID[]::new))
                .param(
                        "groups",
                        wanted.stream()
                                .map(contact ->
                                        summaries.get(contact.householdId()).groupCode())
                                .toArray(String[]::new))
                .query(UUID.class)
                .list());
        var running = new HashSet<UUID>(jdbc.sql("""
                update household_file set batch_id = :batch, due_on = :due, version = version + 1
                where contact_id = any(:contacts) and closed_period is null and state = 'OPEN' and batch_id <> :batch returning contact_id
                """)
                .param("batch", batchId)
                .param("due", Date.valueOf(due))
                .param("contacts", wanted.stream().map(Contact::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        audit.record(
                Actors.currentId(),
                "householdFiles.opened",
                "BATCH",
                batchId,
                Map.of("opened", opened.size(), "running", running.size()));
        return new Opened(opened, running);
    }

    /** Closes the file because every obligation is met, and draws whether an inspector visits again (S1.10). */
    public Completion complete(UUID contactId) {
        var file = find(contactId);
        file.complete(clock.today());
        files.flush();
        var template = campaigns.get(file.campaignId()).template();
        var drawn = draw.drawn(isVulnerable(file, template), sample(contactId));
        audit.record(
                Actors.currentId(), "householdFile.completed", "CONTACT", contactId, Map.of("spotCheckDrawn", drawn));
        return new Completion(
                drawn, drawn ? workdays.plus(clock.today(), template.limits().of("spotCheck")) : null);
    }

    /**
     * Opens the file again after a spot check that did not find it so.
     *
     * @return when the next visit is due
     */
    public LocalDate reopen(UUID contactId) {
        var file = find(contactId);
        var found = rows.lastSpotCheck(file.id()).orElseThrow();
        file.reopen(found.disputed(), clock.now());
        files.flush();
        audit.record(
                Actors.currentId(),
                "householdFile.reopened",
                "CONTACT",
                contactId,
                Map.of("disputed", found.disputed()));
        return workdays.plus(
                clock.today(),
                campaigns.get(file.campaignId()).template().limits().of("spotCheck"));
    }

    /** Takes the household out of the register as its unit leader approved; the contact ends with it. */
    public void strikeOff(UUID contactId) {
        var file = find(contactId);
        file.strikeOff();
        files.flush();
        households.strikeOff(file.householdId(), rows.approvedStrikeOff(file.id()));
        contacts.end(contactId);
        audit.record(Actors.currentId(), "householdFile.struckOff", "CONTACT", contactId, Map.of());
    }

    /** The visit was called off: the campaign ended or the contact was withdrawn. */
    public void cancel(UUID contactId) {
        var file = find(contactId);
        file.cancel();
        files.flush();
        rows.dropStrikeOffRequest(file.id(), clock.now());
        audit.record(Actors.currentId(), "householdFile.cancelled", "CONTACT", contactId, Map.of());
    }

    /** The files of a closed period stay as they are; the next period opens new ones. */
    @EventListener
    void closed(CampaignPeriodClosed period) {
        files.flush();
        jdbc.sql("update household_file set closed_period = ? where campaign_id = ? and closed_period is null")
                .params(period.period(), period.campaignId())
                .update();
    }

    /** A number that nobody can choose and everybody can compute again. */
    static int sample(UUID contactId) {
        return Math.floorMod(contactId.getMostSignificantBits() * 31 + contactId.getLeastSignificantBits(), SAMPLES);
    }

    private boolean isVulnerable(HouseholdFile file, CampaignTemplate template) {
        var known = template.vulnerabilities().stream()
                .filter(CampaignTemplate.Category::comesFirst)
                .map(CampaignTemplate.Category::code)
                .toList();
        return households.summary(file.householdId()).vulnerabilities().stream().anyMatch(known::contains);
    }

    private HouseholdFile find(UUID contactId) {
        return files.findByContactIdAndClosedPeriodIsNull(contactId)
                .orElseThrow(() -> new IllegalStateException("No file " + contactId));
    }
}

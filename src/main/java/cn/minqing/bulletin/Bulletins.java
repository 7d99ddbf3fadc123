package cn.minqing.bulletin;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bulletins of a campaign (简报, S8.7): the office compiles one, the leading group signs it, everybody reads it. */
@Service
@Transactional
public class Bulletins {
    public static final String SIGN = "userTask_signBulletin";
    public static final String REVISE = "userTask_reviseBulletin";

    public static final int TITLE = 100;
    public static final int BODY = 20_000;
    public static final int REASON = 500;

    /** Workdays to sign one, and to revise one. */
    private static final int DAYS = 3;

    private final JdbcClient jdbc;
    private final BulletinRows rows;
    private final BulletinMaterial material;
    private final BulletinPrivacy privacy;
    private final BulletinProcess process;
    private final Campaigns campaigns;
    private final WorkItems workItems;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Bulletins(
            JdbcClient jdbc,
            BulletinRows rows,
            BulletinMaterial material,
            BulletinPrivacy privacy,
            BulletinProcess process,
            Campaigns campaigns,
            WorkItems workItems,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.material = material;
        this.privacy = privacy;
        this.process = process;
        this.campaigns = campaigns;
        this.workItems = workItems;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an entry comes from. */
    public enum Kind {
        FIGURES,
        ACTIVITY,
        DEED,
        ISSUE,
        MODEL
    }

    /** Something that could be reported, in words that name no household. */
    public record Entry(Kind kind, UUID sourceId, String words) {}

    /** What somebody writes. */
    public record Content(LocalDate from, LocalDate to, String title, String body) {}

    /** Some bulletins, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Bulletin> bulletins, @Nullable UUID next) {}

    /** The running campaigns for which the current person may compile one. */
    @Transactional(readOnly = true)
    public List<CampaignView> compilingIn() {
        var actor = Actors.current();
        return campaigns.running().stream()
                .filter(campaign -> actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId()))
                .toList();
    }

    /**
     * What is on record of a period, to choose from.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public List<Entry> material(UUID campaignId, LocalDate from, LocalDate to) {
        var campaign = campaigns.get(campaignId);
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        return to.isBefore(from) ? List.of() : material.of(campaign, from, to);
    }

    /**
     * Sends a bulletin to the leading group.
     *
     * @param key made by the page, so that a second click changes nothing
     * @param checked whether the office looked at the names that were found and none is a resident's
     * @throws UserError {@code form.invalid} at {@code from, to, title, body}; {@code bulletin.names} with what points at
     *     a person; {@code forbidden}
     */
    public UUID submit(UUID key, UUID campaignId, Content content, boolean checked) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        check(campaign, content, checked);
        var added = jdbc.sql("""
                insert into bulletin (id, campaign_id, host_unit_id, state, from_day, to_day, title, body, written_by,
                  submitted_at) values (?, ?, ?, 'SUBMITTED', ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
                .params(
                        key,
                        campaignId,
                        campaign.hostUnitId(),
                        Date.valueOf(content.from()),
                        Date.valueOf(content.to()),
                        content.title().strip(),
                        content.body().strip(),
                        actor.id(),
                        Timestamp.from(clock.now()))
                .update();
        if (added == 1) {
            audit.record(actor.id(), "bulletin.submitted", "BULLETIN", key, Map.of());
            process.start(key, campaignId, due());
        }
        return key;
    }

    /**
     * The leading group signs: the process publishes it.
     *
     * @throws UserError {@code bulletin.own} for who wrote it; {@code task.*}
     */
    public void sign(UUID workItemId) {
        var item = take(workItemId, SIGN);
        var actor = notWriter(item);
        jdbc.sql("update bulletin set signed_by = ?, reason = '', version = version + 1 where id = ?")
                .params(actor.id(), item.subjectId())
                .update();
        audit.record(actor.id(), "bulletin.signed", "BULLETIN", item.subjectId(), Map.of());
        process.signed(item);
    }

    /**
     * The leading group returns it.
     *
     * @throws UserError {@code form.invalid} at {@code reason}; {@code bulletin.own}; {@code task.*}
     */
    public void sendBack(UUID workItemId, String reason) {
        var item = take(workItemId, SIGN);
        if (reason.isBlank() || reason.strip().length() > REASON) {
            throw UserError.invalid(Map.of("reason", Message.of("document.reason", REASON)));
        }
        var actor = notWriter(item);
        jdbc.sql("update bulletin set state = 'RETURNED', reason = ?, version = version + 1 where id = ?")
                .params(reason.strip(), item.subjectId())
                .update();
        audit.record(actor.id(), "bulletin.returned", "BULLETIN", item.subjectId(), Map.of());
        process.returned(item, due());
    }

    /** The office sends a new version; who revises counts as who wrote it. Errors as {@link #submit}. */
    public void revise(UUID workItemId, Content content, boolean checked) {
        var item = take(workItemId, REVISE);
        var bulletin = rows.get(item.subjectId());
        check(campaigns.requireRunning(bulletin.campaignId()), content, checked);
        var actor = Actors.current();
        jdbc.sql("""
                update bulletin set state = 'SUBMITTED', from_day = ?, to_day = ?, title = ?, body = ?, written_by = ?,
                  submitted_at = ?, version = version + 1 where id = ?
                """)
                .params(
                        Date.valueOf(content.from()),
                        Date.valueOf(content.to()),
                        content.title().strip(),
                        content.body().strip(),
                        actor.id(),
                        Timestamp.from(clock.now()),
                        item.subjectId())
                .update();
        audit.record(actor.id(), "bulletin.revised", "BULLETIN", item.subjectId(), Map.of());
        process.revised(item, due());
    }

    /** The office gives this one up. */
    public void drop(UUID workItemId) {
        var item = take(workItemId, REVISE);
        jdbc.sql("update bulletin set state = 'DROPPED', version = version + 1 where id = ?")
                .param(item.subjectId())
                .update();
        audit.record(Actors.currentId(), "bulletin.dropped", "BULLETIN", item.subjectId(), Map.of());
        process.dropped(item);
    }

    /** Gives the next number and publishes. For the process; it may be repeated. */
    public void publish(UUID id) {
        var bulletin = rows.get(id);
        if (bulletin.state() == BulletinState.PUBLISHED) {
            return;
        }
        jdbc.sql("select id from campaign where id = ? for update")
                .param(bulletin.campaignId())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                update bulletin set state = 'PUBLISHED', published_at = ?, version = version + 1,
                  number = (select coalesce(max(number), 0) + 1 from bulletin where campaign_id = ?) where id = ?
                """)
                .params(Timestamp.from(clock.now()), bulletin.campaignId(), id)
                .update();
        audit.record(null, "bulletin.published", "BULLETIN", id, Map.of());
    }

    /**
     * One bulletin: a published one for everybody signed in, another for the office and the leading group.
     *
     * @throws UserError {@code bulletin.unknown}, {@code forbidden}
     */
    @Transactional(readOnly = true)
    public Bulletin get(UUID id) {
        var bulletin = rows.get(id);
        var actor = Actors.current();
        if (bulletin.state() != BulletinState.PUBLISHED
                && !actor.has(Role.CAMPAIGN_OFFICE, bulletin.hostUnitId())
                && !actor.has(Role.LEADING_GROUP, bulletin.hostUnitId())) {
            throw UserError.forbidden();
        }
        return bulletin;
    }

    /** The published ones and those the current person works on, newest first. */
    @Transactional(readOnly = true)
    public Page page(@Nullable UUID after, int limit) {
        var hosts = Actors.current().grants().stream()
                .filter(grant -> grant.role() == Role.CAMPAIGN_OFFICE || grant.role() == Role.LEADING_GROUP)
                .map(Actor.Grant::scopeId)
                .toList();
        return rows.page(hosts, after, limit);
    }

    @Transactional(readOnly = true)
    public Bulletin forTask(UUID id) {
        return rows.get(id);
    }

    private OpenItem take(UUID workItemId, String element) {
        return workItems.take(workItemId, element);
    }

    private Actor notWriter(OpenItem item) {
        var actor = Actors.current();
        if (rows.get(item.subjectId()).writtenBy().equals(actor.id())) {
            throw new UserError("bulletin.own");
        }
        return actor;
    }

    private void check(CampaignView campaign, Content content, boolean checked) {
        var faults = new LinkedHashMap<String, Message>();
        if (content.to().isBefore(content.from())) {
            faults.put("to", Message.of("bulletin.days"));
        }
        text(faults, "title", content.title(), TITLE);
        text(faults, "body", content.body(), BODY);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        privacy.check(campaign.areaCode(), content.title() + "\n" + content.body(), checked);
    }

    private static void text(Map<String, Message> faults, String field, String value, int longest) {
        if (value.isBlank()) {
            faults.put(field, Message.of("document." + field));
        } else if (value.strip().length() > longest) {
            faults.put(field, Message.of("document.tooLong", longest));
        }
    }

    private LocalDate due() {
        return workdays.plus(clock.today(), DAYS);
    }

    /** A key for a bulletin that is being compiled. */
    public static UUID newKey() {
        return Ids.next();
    }
}

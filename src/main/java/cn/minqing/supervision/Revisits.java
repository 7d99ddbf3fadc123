package cn.minqing.supervision;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.BlindRevisits;
import cn.minqing.issue.IssueOversight;
import cn.minqing.issue.IssueResult;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Blind second visits of answered issues (盲访, R8). The sample is reproducible: the issues of the campaign are ordered by
 * SHA-256 of {@code seed/number}, and the first ones are drawn. Who asks does not see what was claimed.
 */
@Service
@Transactional
public class Revisits implements BlindRevisits {
    public static final String REVISIT = "userTask_revisitHousehold";

    private static final int DUE_DAYS = 10;
    private static final int WORDS = 1000;

    private final JdbcClient jdbc;
    private final IssueOversight issues;
    private final RevisitProcess process;
    private final WorkItems workItems;
    private final Campaigns campaigns;
    private final NoticeRows rows;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Revisits(
            JdbcClient jdbc,
            IssueOversight issues,
            RevisitProcess process,
            WorkItems workItems,
            Campaigns campaigns,
            NoticeRows rows,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.issues = issues;
        this.process = process;
        this.workItems = workItems;
        this.campaigns = campaigns;
        this.rows = rows;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A sample that was drawn.
     *
     * @param population how many issues it was drawn from
     * @param populationHash SHA-256 of their numbers, so that a second draw can be compared
     */
    public record Draw(
            UUID id,
            UUID campaignId,
            String campaign,
            String seed,
            int population,
            String populationHash,
            int size,
            int answered,
            int confirmed,
            String drawnBy,
            Instant drawnAt) {}

    /** One drawn issue; {@code confirmed} is null until the inspector has answered. */
    public record Drawn(
            UUID id,
            UUID issueId,
            String number,
            String title,
            LocalDate due,
            @Nullable Boolean confirmed) {}

    /** What the inspector sees before asking: what was raised, not what came of it. {@code barred}: they had a part in it. */
    public record Sheet(
            UUID id, UUID issueId, String number, String title, String matter, String place, boolean barred) {}

    /** What stood in the file, told after the answer. */
    public record Compared(
            boolean confirmed,
            @Nullable IssueResult claimed,
            @Nullable Boolean claimedSatisfied) {}

    public record TaskFacts(
            UUID scopeId, UUID campaignId, UUID householdId, String areaCode, String subject, String place) {}

    /** The campaigns in which the current person draws. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        var actor = Actors.current();
        return rows.running().stream()
                .map(campaigns::get)
                .filter(campaign -> actor.has(Role.INSPECTOR, campaign.hostUnitId()))
                .toList();
    }

    /** How many issues can be drawn from now, those that wait for a second visit already left out. */
    @Transactional(readOnly = true)
    public int population(UUID campaignId) {
        requireInspector(campaignId);
        return drawable(campaignId).size();
    }

    /**
     * Draws a sample; each drawn issue becomes a task of the inspectors.
     *
     * @param seed any words; the same seed over the same issues draws the same
     * @param size how many; at most all
     * @throws UserError {@code forbidden}, {@code form.invalid}, {@code revisit.seedUsed}
     */
    public UUID draw(UUID campaignId, String seed, int size) {
        var campaign = requireInspector(campaignId);
        var population = drawable(campaignId);
        new Fields()
                .required("seed", seed, 64)
                .require(size > 0 && size <= population.size(), "size", "supervision.drawSize", population.size())
                .check();
        var id = Ids.next();
        var actor = Actors.current();
        try {
            jdbc.sql("""
                    insert into revisit_draw (id, campaign_id, host_unit_id, seed, population, population_hash, size, drawn_by,
                      drawn_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            campaignId,
                            campaign.hostUnitId(),
                            seed.strip(),
                            population.size(),
                            hash(population.stream()
                                    .map(IssueOversight.Answered::number)
                                    .collect(Collectors.joining("\n"))),
                            size,
                            actor.id(),
                            Timestamp.from(clock.now()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError("revisit.seedUsed", seed.strip());
        }
        var due = workdays.plus(clock.today(), DUE_DAYS);
        var position = 0;
        for (var issue : sample(population, seed.strip(), size)) {
            var revisit = Ids.next();
            jdbc.sql("insert into revisit (id, draw_id, issue_id, position, due_on) values (?, ?, ?, ?, ?)")
                    .params(revisit, id, issue.id(), ++position, Date.valueOf(due))
                    .update();
            process.start(revisit, issue.id(), campaignId, due);
        }
        audit.record(actor.id(), "revisit.drawn", "CAMPAIGN", campaignId, Map.of("draw", id, "size", size));
        return id;
    }

    /** The first {@code size} issues in the order of the hash of seed and number. */
    static List<IssueOversight.Answered> sample(List<IssueOversight.Answered> population, String seed, int size) {
        return population.stream()
                .sorted(Comparator.comparing(issue -> hash(seed + "/" + issue.number())))
                .limit(size)
                .toList();
    }

    private List<IssueOversight.Answered> drawable(UUID campaignId) {
        var waiting =
                new HashSet<>(jdbc.sql("""
                select r.issue_id from revisit r join revisit_draw d on d.id = r.draw_id
                where d.campaign_id = ? and r.answered_at is null
                """).param(campaignId).query(UUID.class).list());
        return issues.answered(campaignId).stream()
                .filter(issue -> !waiting.contains(issue.id()))
                .toList();
    }

    /** The samples the current person may see, newest first. */
    @Transactional(readOnly = true)
    public List<Draw> draws() {
        var scopes = scopes(Actors.current(), Set.of(Role.INSPECTOR, Role.LEADING_GROUP));
        if (scopes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select d.*, c.name as campaign, p.name as person,
                  (select count(*) from revisit r where r.draw_id = d.id and r.answered_at is not null) as answered,
                  (select count(*) from revisit r where r.draw_id = d.id and r.confirmed) as confirmed
                from revisit_draw d join campaign c on c.id = d.campaign_id join person p on p.id = d.drawn_by
                where d.host_unit_id in (:hosts) order by d.id desc limit 100
                """)
                .param("hosts", scopes)
                .query((row, number) -> new Draw(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("campaign"),
                        row.getString("seed"),
                        row.getInt("population"),
                        row.getString("population_hash"),
                        row.getInt("size"),
                        row.getInt("answered"),
                        row.getInt("confirmed"),
                        row.getString("person"),
                        row.getTimestamp("drawn_at").toInstant()))
                .list();
    }

    /** The issues of a sample in the order they were drawn. */
    @Transactional(readOnly = true)
    public List<Drawn> drawn(UUID drawId) {
        var scopes = scopes(Actors.current(), Set.of(Role.INSPECTOR, Role.LEADING_GROUP));
        if (scopes.isEmpty()) {
            throw UserError.forbidden();
        }
        return jdbc.sql("""
                select r.*, i.number, i.title from revisit r join revisit_draw d on d.id = r.draw_id
                join issue i on i.id = r.issue_id where d.id = :draw and d.host_unit_id in (:hosts) order by r.position
                """)
                .param("draw", drawId)
                .param("hosts", scopes)
                .query((row, number) -> new Drawn(
                        row.getObject("id", UUID.class),
                        row.getObject("issue_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("confirmed", Boolean.class)))
                .list();
    }

    /** What the inspector works with. */
    @Transactional(readOnly = true)
    public Sheet sheet(UUID revisitId) {
        var issue = issues.matter(issueOf(revisitId));
        Actors.current().require(Role.INSPECTOR, issue.hostUnitId());
        return new Sheet(
                revisitId,
                issue.id(),
                issue.number(),
                issue.title(),
                issue.matter(),
                issues.place(issue.id()),
                issues.tookPart(issue.id(), Actors.current().id()));
    }

    /**
     * What the household said. It confirms the claim when the household was told, sees the same result or a better one,
     * and is satisfied if it was said to be; else the issue is reopened, a closed one too.
     *
     * @param words required when the household was not told, is not satisfied or nothing was solved
     * @throws UserError {@code issue.ownWork} for who had a part in the issue; {@code form.invalid}
     */
    public Compared answer(
            UUID workItemId,
            @Nullable Boolean told,
            @Nullable IssueResult found,
            @Nullable Boolean satisfied,
            String words) {
        var item = workItems.take(workItemId, REVISIT);
        var revisit = item.subjectId();
        var issueId = issueOf(revisit);
        var actor = Actors.current();
        if (issues.tookPart(issueId, actor.id())) {
            throw new UserError("issue.ownWork");
        }
        var heard = Boolean.TRUE.equals(told);
        new Fields()
                .require(told != null, "told", "supervision.missing.told")
                .require(found != null, "found", "supervision.missing.found")
                .require(satisfied != null, "satisfied", "supervision.missing.satisfied")
                .require(
                        heard && Boolean.TRUE.equals(satisfied) || !words.isBlank(),
                        "words",
                        "supervision.missing.findings")
                .optional("words", words, WORDS)
                .check();
        var claim = issues.claim(issueId);
        var happy = Boolean.TRUE.equals(satisfied);
        var confirmed = heard
                && (found == claim.result() || found == IssueResult.RESOLVED)
                && (happy || !Boolean.TRUE.equals(claim.satisfied()));
        jdbc.sql("""
                update revisit set answered_at = ?, answered_by = ?, told = ?, found = ?, satisfied = ?, words = ?, claimed = ?,
                  claimed_satisfied = ?, confirmed = ? where id = ? and answered_at is null
                """)
                .params(
                        Timestamp.from(clock.now()),
                        actor.id(),
                        heard,
                        java.util.Objects.requireNonNull(found).name(),
                        happy,
                        words.strip(),
                        claim.result() == null ? null : claim.result().name(),
                        claim.satisfied(),
                        confirmed,
                        revisit)
                .update();
        audit.record(actor.id(), "revisit.answered", "ISSUE", issueId, Map.of("confirmed", confirmed));
        process.answered(item, confirmed);
        return new Compared(confirmed, claim.result(), claim.satisfied());
    }

    /** The claim was not confirmed: it is worked on once more. */
    public void reopen(UUID revisitId) {
        record Found(UUID issueId, boolean satisfied, String words) {}
        var found = jdbc.sql("select issue_id, satisfied, words from revisit where id = ?")
                .param(revisitId)
                .query((row, number) -> new Found(
                        row.getObject("issue_id", UUID.class), row.getBoolean("satisfied"), row.getString("words")))
                .single();
        issues.reopenAfterRevisit(found.issueId(), !found.satisfied(), found.words());
    }

    @Transactional(readOnly = true)
    public TaskFacts taskFacts(UUID revisitId) {
        var issue = issues.matter(issueOf(revisitId));
        return new TaskFacts(
                issue.hostUnitId(),
                issue.campaignId(),
                issue.householdId(),
                issue.areaCode(),
                issue.number() + " " + issue.title(),
                issues.place(issue.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> hidden() {
        var scopes = scopes(Actors.current(), Set.of(Role.INSPECTOR));
        return scopes.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("""
                        select r.issue_id from revisit r join revisit_draw d on d.id = r.draw_id
                        where r.answered_at is null and d.host_unit_id in (:hosts)
                        """).param("hosts", scopes).query(UUID.class).list());
    }

    private UUID issueOf(UUID revisitId) {
        return jdbc.sql("select issue_id from revisit where id = ?")
                .param(revisitId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("supervision.unknown"));
    }

    private CampaignView requireInspector(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        Actors.current().require(Role.INSPECTOR, campaign.hostUnitId());
        return campaign;
    }

    private static List<UUID> scopes(Actor actor, Set<Role> roles) {
        return actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Actor.Grant::scopeId)
                .distinct()
                .toList();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

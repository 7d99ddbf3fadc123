package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what may be the same matter, links what belongs together, and merges what is the same (R9). */
@Service
@Transactional
public class Duplicates {
    /** How many are shown: enough to decide, few enough to read. */
    private static final int SHOWN = 5;

    /** As much of the description as says what it is about. */
    private static final int WORDS = 120;

    private final IssueRepository issues;
    private final Issues service;
    private final IssueReads reads;
    private final IssueProcess process;
    private final MergedAnswers answers;
    private final Timeline timeline;
    private final Campaigns campaigns;
    private final People people;
    private final WorkItems workItems;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;

    Duplicates(
            IssueRepository issues,
            Issues service,
            IssueReads reads,
            IssueProcess process,
            MergedAnswers answers,
            Timeline timeline,
            Campaigns campaigns,
            People people,
            WorkItems workItems,
            Audit audit,
            AppClock clock,
            JdbcClient jdbc) {
        this.issues = issues;
        this.service = service;
        this.reads = reads;
        this.process = process;
        this.answers = answers;
        this.timeline = timeline;
        this.campaigns = campaigns;
        this.people = people;
        this.workItems = workItems;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * What is being written down.
     *
     * @param householdId null for a matter of the village {@code areaCode}
     * @param except an issue that is registered already and looked at from its own page; else null
     */
    public record Sought(
            UUID campaignId,
            @Nullable UUID householdId,
            String areaCode,
            String category,
            String title,
            String description,
            @Nullable UUID except) {}

    /**
     * Something that may be the same.
     *
     * @param row its household only as far as the current person may know it
     * @param likeness how much of what is typed stands there too, 0 to 100
     * @param turn whose turn it is: a name, or empty
     * @param turnRole code of the role whose turn it is while nobody took it; or empty
     * @param mayOpen whether the current person may open its page
     */
    public record Likely(
            IssueRow row,
            int likeness,
            boolean sameHousehold,
            boolean sameCategory,
            String turn,
            String turnRole,
            boolean mayOpen) {}

    /** What is to become of the new issue and one that is there already. */
    public enum Relation {
        /** They belong together; both go on. */
        RELATED,
        /** It is the same; the new one ends, and the old one answers for both. */
        MERGE,
        /** The old one was closed and comes up again; the new one goes on and counts it (S2.7). */
        AGAIN
    }

    /** The issue chosen among {@link #likely}, and what it is to the new one. */
    public record Choice(UUID other, Relation relation, String reason) {}

    /**
     * What may be the same matter, likeliest first: in the same village, with words in common, or of the same household
     * and class.
     *
     * @throws UserError {@code forbidden} for whoever could not register a matter there
     */
    @Transactional(readOnly = true)
    public List<Likely> likely(Sought sought) {
        var campaign = campaigns.get(sought.campaignId());
        var area = sought.except() == null
                ? service.requireNear(campaign, sought.householdId(), sought.areaCode())
                : get(sought.except()).areaCode;
        record Found(UUID id, int likeness, boolean sameHousehold, boolean sameCategory) {}
        var found = new LinkedHashMap<UUID, Found>();
        jdbc.sql(QUERY)
                .params(params(sought, area))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getInt("likeness"),
                        row.getBoolean("same_household"),
                        row.getBoolean("same_category")))
                .list()
                .forEach(one -> found.put(one.id(), one));
        var seen = new HashMap<UUID, IssueReads.Seen>();
        reads.seen(List.copyOf(found.keySet()))
                .forEach(one -> seen.put(one.row().id(), one));
        return found.values().stream()
                .map(one -> {
                    var other = Objects.requireNonNull(seen.get(one.id()));
                    var waiting = workItems.waitingFor(one.id()).stream().findFirst();
                    return new Likely(
                            other.row(),
                            one.likeness(),
                            one.sameHousehold(),
                            one.sameCategory(),
                            waiting.map(item -> item.personId())
                                    .map(person -> people.get(person).name())
                                    .orElse(""),
                            waiting.filter(item -> item.personId() == null)
                                    .map(item -> item.role())
                                    .orElse(""),
                            other.open());
                })
                .toList();
    }

    /** Two branches, each with its own index: words in common, and the same household. */
    static final String QUERY = """
            with wanted as (select issue_bigrams(:words) as grams),
            near as (
              select i.id from issue i where i.bigrams && issue_bigrams(:words) and i.area_code like :village
                and i.campaign_id = :campaign
              union
              select i.id from issue i where i.household_id = :household and i.category = :category
                and i.campaign_id = :campaign)
            select id, likeness, same_household, same_category from (
              select i.id, i.state, coalesce(i.household_id = :household, false) as same_household,
                i.category = :category as same_category,
                (100 * (select count(*) from unnest(i.bigrams) g where g = any(w.grams))
                  / greatest(1, cardinality(w.grams)))::int as likeness
              from near join issue i using (id) cross join wanted w
              where i.state <> 'MERGED' and i.id is distinct from :except) scored
            where likeness >= 25 or same_household and same_category and (likeness >= 10 or state <> 'CLOSED')
            order by likeness + (case when same_household then 30 else 0 end)
              + (case when same_category then 10 else 0 end) - (case when state = 'CLOSED' then 15 else 0 end) desc, id desc
            limit %d
            """.formatted(SHOWN);

    static Map<String, @Nullable Object> params(Sought sought, String area) {
        var description = sought.description().strip();
        var params = new HashMap<String, @Nullable Object>();
        params.put(
                "words",
                sought.title().strip() + " " + description.substring(0, Math.min(WORDS, description.length())));
        params.put("village", area.substring(0, Math.min(area.length(), AreaLevel.VILLAGE.codeLength())) + "%");
        params.put("campaign", sought.campaignId());
        params.put("household", sought.householdId() == null ? NOBODY : sought.householdId());
        params.put("category", sought.category());
        params.put("except", sought.except() == null ? NOBODY : sought.except());
        return params;
    }

    private static final UUID NOBODY = new UUID(0, 0);

    /** Registers an issue and, in the same step, what it is to others; see {@link Issues#register}. */
    public UUID register(NewIssue input, List<Choice> choices) {
        var id = service.register(input);
        for (var choice : choices) {
            switch (choice.relation()) {
                case RELATED -> link(id, choice.other(), choice.reason());
                case AGAIN -> again(id, choice.other(), choice.reason());
                case MERGE -> merge(id, choice.other(), choice.reason());
            }
        }
        return id;
    }

    /**
     * Notes that two issues belong together; both go on. Doing it twice changes nothing.
     *
     * @throws UserError {@code issue.sameIssue}, {@code issue.notNear}, {@code forbidden}
     */
    public void link(UUID issueId, UUID otherId, String reason) {
        var pair = pair(issueId, otherId, reason);
        if (addLink(pair, "RELATED", reason)) {
            timeline.add(issueId, EntryKind.LINKED, null, reason, pair.other().number);
            timeline.add(otherId, EntryKind.LINKED, null, reason, pair.issue().number);
        }
    }

    /**
     * Notes that a closed matter comes up again as this issue, which goes on and counts as reopened: if the household
     * is not satisfied with it either, it goes one level up (R8, S2.7). The closed one stays as it was.
     *
     * @throws UserError {@code issue.notClosed} when the other one is still open, and as {@link #link}
     */
    public void again(UUID issueId, UUID otherId, String reason) {
        var pair = pair(issueId, otherId, reason);
        if (pair.other().state != IssueState.CLOSED) {
            throw new UserError("issue.notClosed", pair.other().number);
        }
        if (addLink(pair, "AGAIN", reason)) {
            pair.issue().comesAgain(pair.other());
            timeline.add(issueId, EntryKind.AGAIN, null, reason, pair.other().number);
            timeline.add(otherId, EntryKind.LINKED, null, reason, pair.issue().number);
        }
    }

    /**
     * Ends an issue as the duplicate of another one, which answers for both; when that one has its answer, the
     * household of this one is told as well by its own first visitor. Merging it there again changes nothing.
     *
     * @throws UserError {@code issue.mergedAlready} when it was merged elsewhere, {@code issue.mergeTooLate} when it has
     *     an answer of its own, {@code issue.mergeIntoClosed}, {@code issue.mergeIntoMerged}, and as {@link #link}
     */
    public void merge(UUID issueId, UUID intoId, String reason) {
        workItems.lock(issueId);
        var pair = pair(issueId, intoId, reason);
        var issue = pair.issue();
        var into = pair.other();
        if (issue.state == IssueState.MERGED) {
            if (intoId.equals(issue.mergedInto)) {
                return;
            }
            throw new UserError("issue.mergedAlready", issue.number, number(issue.mergedInto));
        }
        if (into.state == IssueState.MERGED) {
            throw new UserError("issue.mergeIntoMerged", into.number, number(into.mergedInto));
        }
        if (into.state == IssueState.CLOSED) {
            throw new UserError("issue.mergeIntoClosed", into.number);
        }
        if (!issue.state.onTheClock()) {
            throw new UserError("issue.mergeTooLate", issue.number);
        }
        for (var own : issues.findByMergedInto(issueId)) {
            own.mergedInto = intoId;
        }
        issue.merge(intoId, clock.now());
        timeline.add(issueId, EntryKind.MERGED, null, reason, into.number);
        timeline.add(intoId, EntryKind.MERGED_HERE, null, reason, issue.number);
        issues.flush();
        process.merged(issueId);
        if (into.toldAt != null) {
            answers.given(into);
        }
    }

    private record Pair(Issue issue, Issue other) {}

    /** Both, locked in one order, so that two people who merge them into each other come one after the other. */
    private Pair pair(UUID issueId, UUID otherId, String reason) {
        new Form().optional("reason", reason, Issues.REASON).check();
        if (issueId.equals(otherId)) {
            throw new UserError("issue.sameIssue");
        }
        jdbc.sql("select id from issue where id in (?, ?) order by id for update")
                .params(issueId, otherId)
                .query(UUID.class)
                .list();
        var issue = get(issueId);
        var other = get(otherId);
        requireMayRelate(Actors.current(), issue);
        if (!issue.campaignId.equals(other.campaignId) || !village(issue).equals(village(other))) {
            throw new UserError("issue.notNear", issue.number, other.number);
        }
        return new Pair(issue, other);
    }

    private static String village(Issue issue) {
        return issue.areaCode.substring(0, Math.min(issue.areaCode.length(), AreaLevel.VILLAGE.codeLength()));
    }

    /** Who answers for it or wrote it down, the office, and the leader of the village. */
    private static void requireMayRelate(Actor actor, Issue issue) {
        if (!mayRelate(actor, issue)) {
            throw UserError.forbidden();
        }
    }

    static boolean mayRelate(Actor actor, Issue issue) {
        return Stream.of(issue.firstVisitorId, issue.registeredBy, issue.handlerId)
                        .anyMatch(actor.id()::equals)
                || actor.has(Role.CAMPAIGN_OFFICE, issue.hostUnitId)
                || actor.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.VILLAGE_LEADER
                                && !grant.areaCode().isEmpty()
                                && issue.areaCode.startsWith(grant.areaCode()));
    }

    /** Whether the current person may link or merge this issue. */
    @Transactional(readOnly = true)
    public boolean mayRelate(UUID issueId) {
        var issue = get(issueId);
        return !issue.state.ended() && mayRelate(Actors.current(), issue);
    }

    /** What is sought from the page of an issue. */
    @Transactional(readOnly = true)
    public List<Likely> likely(UUID issueId) {
        var issue = get(issueId);
        requireMayRelate(Actors.current(), issue);
        return likely(new Sought(
                issue.campaignId,
                issue.householdId,
                issue.areaCode,
                issue.category,
                issue.title,
                issue.description,
                issueId));
    }

    private boolean addLink(Pair pair, String kind, String reason) {
        var added = jdbc.sql("""
                insert into issue_link (issue_id, other_id, kind, reason, linked_by, linked_at)
                select :issue, :other, :kind, :reason, :by, :at
                where not exists (select from issue_link where issue_id = :other and other_id = :issue)
                on conflict do nothing
                """)
                        .param("issue", pair.issue().getId())
                        .param("other", pair.other().getId())
                        .param("kind", kind)
                        .param("reason", reason.strip())
                        .param("by", Actors.currentId())
                        .param("at", Timestamp.from(clock.now()))
                        .update()
                > 0;
        if (added) {
            audit.record(
                    Actors.currentId(),
                    "issue.linked",
                    "ISSUE",
                    pair.issue().getId(),
                    Map.of("other", pair.other().getId(), "kind", kind));
        }
        return added;
    }

    private String number(@Nullable UUID id) {
        return id == null ? "" : get(id).number;
    }

    private Issue get(UUID id) {
        return issues.findById(id).orElseThrow(() -> new UserError("issue.unknown"));
    }
}

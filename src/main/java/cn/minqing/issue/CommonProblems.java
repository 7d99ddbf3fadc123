package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Common problems (共性问题, R9): several issues alike get one answer, given once by the campaign's office or whoever
 * leads the area that holds them all; each household is still told by its own first visitor, and asked, before its
 * issue closes.
 */
@Service
@Transactional
public class CommonProblems {
    /** OPEN until the answer is given. */
    public enum State {
        OPEN,
        ANSWERED
    }

    private final CommonProblemRepository problems;
    private final IssueRepository issues;
    private final IssueReads reads;
    private final IssueSteps steps;
    private final IssueProcess process;
    private final Levels levels;
    private final Requests requests;
    private final Timeline timeline;
    private final Campaigns campaigns;
    private final Areas areas;
    private final People people;
    private final WorkItems workItems;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;

    CommonProblems(
            CommonProblemRepository problems,
            IssueRepository issues,
            IssueReads reads,
            IssueSteps steps,
            IssueProcess process,
            Levels levels,
            Requests requests,
            Timeline timeline,
            Campaigns campaigns,
            Areas areas,
            People people,
            WorkItems workItems,
            Audit audit,
            AppClock clock,
            JdbcClient jdbc) {
        this.problems = problems;
        this.issues = issues;
        this.reads = reads;
        this.steps = steps;
        this.process = process;
        this.levels = levels;
        this.requests = requests;
        this.timeline = timeline;
        this.campaigns = campaigns;
        this.areas = areas;
        this.people = people;
        this.workItems = workItems;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * One line of the list.
     *
     * @param issues how many issues it has; {@code told} how many of them have been told; {@code closed} how many are
     *     closed
     */
    public record Line(
            UUID id,
            String number,
            String title,
            String place,
            State state,
            String owner,
            Instant createdAt,
            int issues,
            int told,
            int closed) {}

    /**
     * The page of one.
     *
     * @param issues its issues as far as the current person may know them
     * @param manageable whether the current person may add, remove and answer now
     */
    public record Page(
            UUID id,
            String number,
            UUID campaignId,
            String campaign,
            String title,
            String category,
            String categoryName,
            String place,
            State state,
            String owner,
            Instant createdAt,
            @Nullable IssueResult result,
            String answer,
            String evidence,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            List<Member> issues,
            boolean manageable) {}

    /** {@code told}: when its household heard the answer; null while it has not. */
    public record Member(
            IssueRow row, boolean mayOpen, @Nullable Instant told) {}

    /** What became of the answer: the numbers that go to their households now, and those that had one of their own. */
    public record Answered(List<String> given, List<String> skipped) {}

    /**
     * Makes one of several issues that are being worked on.
     *
     * @param clientKey the same key makes one only, however often it is sent
     * @return its id
     * @throws UserError {@code form.invalid} at {@code title} and {@code issues}, {@code forbidden}, {@code
     *     common.otherCampaign}, {@code common.notOpen} and {@code common.already} with the numbers concerned
     */
    public UUID create(UUID clientKey, String title, List<UUID> issueIds) {
        var actor = Actors.current();
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(clientKey.getLeastSignificantBits())
                .query((row, number) -> 0)
                .single();
        var known = problems.findByClientKey(clientKey);
        if (known.isPresent()) {
            requireManage(actor, known.get());
            return known.get().getId();
        }
        var ids = issueIds.stream().distinct().sorted().toList();
        new Form()
                .required("title", title, Issues.TITLE)
                .require(ids.size() >= 2, "issues", "issue.missing.several")
                .check();
        var chosen = lock(ids);
        var first = chosen.getFirst();
        if (chosen.stream().anyMatch(issue -> !issue.campaignId.equals(first.campaignId))) {
            throw new UserError("common.otherCampaign");
        }
        var problem = new CommonProblem(Ids.next(), nextNumber(), clientKey, title, actor.id(), clock.now());
        problem.campaignId = campaigns.requireRunning(first.campaignId).id();
        problem.hostUnitId = first.hostUnitId;
        problem.areaCode = common(chosen.stream().map(issue -> issue.areaCode).toList());
        problem.category = mostFrequent(chosen);
        requireManage(actor, problem);
        problems.saveAndFlush(problem);
        take(problem, chosen);
        audit.record(
                actor.id(), "commonProblem.created", "COMMON_PROBLEM", problem.getId(), Map.of("issues", ids.size()));
        return problem.getId();
    }

    /**
     * Adds issues to one that has no answer yet; those that belong to it already stay. Errors as {@link #create}, and
     * {@code common.nothing} when none is given.
     */
    public void add(UUID problemId, List<UUID> issueIds) {
        if (issueIds.isEmpty()) {
            throw new UserError("common.nothing");
        }
        var problem = open(problemId);
        var chosen = lock(issueIds.stream().distinct().sorted().toList()).stream()
                .filter(issue -> !problemId.equals(issue.commonProblemId))
                .toList();
        if (chosen.stream().anyMatch(issue -> !issue.campaignId.equals(problem.campaignId))) {
            throw new UserError("common.otherCampaign");
        }
        var codes = new ArrayList<>(chosen.stream().map(issue -> issue.areaCode).toList());
        codes.add(problem.areaCode);
        problem.areaCode = common(codes);
        requireManage(Actors.current(), problem);
        take(problem, chosen);
        audit.record(
                Actors.currentId(),
                "commonProblem.added",
                "COMMON_PROBLEM",
                problemId,
                Map.of("issues", chosen.size()));
    }

    /** Takes an issue out again, with the reason: it is not alike after all. */
    public void remove(UUID problemId, UUID issueId, String reason) {
        var problem = open(problemId);
        new Form().required("reason", reason, Issues.REASON).check();
        var issue = lock(List.of(issueId)).getFirst();
        if (!problemId.equals(issue.commonProblemId)) {
            return;
        }
        issue.commonProblemId = null;
        timeline.add(issueId, EntryKind.COMMON_REMOVED, null, reason, problem.number);
        audit.record(
                Actors.currentId(), "commonProblem.removed", "COMMON_PROBLEM", problemId, Map.of("issue", issueId));
    }

    /**
     * The one answer. Each issue still worked on, at whatever level, goes to its first visitor to tell the household;
     * one that got an answer of its own meanwhile keeps it.
     *
     * @throws UserError {@code form.invalid} at {@code words}, {@code evidence}, {@code issues} when none is left,
     *     {@code common.answered} for a second answer, {@code forbidden}
     */
    public Answered answer(UUID problemId, IssueResult result, String words, String evidence) {
        var problem = open(problemId);
        var actor = Actors.current();
        var ids = issues.findByCommonProblemIdOrderById(problemId).stream()
                .map(Issue::getId)
                .toList();
        new Form()
                .required("words", words, Issues.TEXT)
                .optional("evidence", evidence, Issues.TEXT)
                .require(!ids.isEmpty(), "issues", "issue.missing.several")
                .check();
        problem.answer(result, words, evidence, actor.id(), clock.now());
        var given = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        for (var issue : lock(ids)) {
            if (!issue.state.onTheClock()) {
                skipped.add(issue.number);
                continue;
            }
            var at = issue.level;
            requests.lapse(issue.getId());
            steps.goOn(issue);
            issue.answerTogether(result, words, evidence);
            levels.current(issue.getId()).ifPresent(received -> levels.end(received.id(), "HANDLED"));
            timeline.add(issue.getId(), EntryKind.HANDLED, at, words, evidence);
            given.add(issue.number);
            issues.flush();
            process.answeredTogether(issue.getId(), steps.limit(issue, "feedback"));
        }
        problems.flush();
        audit.record(actor.id(), "commonProblem.answered", "COMMON_PROBLEM", problemId, Map.of("issues", given.size()));
        return new Answered(List.copyOf(given), List.copyOf(skipped));
    }

    /** Those the current person may see, newest first; inspectors none, they are to ask without knowing (R8). */
    @Transactional(readOnly = true)
    public List<Line> list() {
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        return jdbc.sql("""
                select c.id, c.number, c.title, c.area_code, c.state, p.name as owner, c.created_at,
                  count(i.id) as issues, count(i.told_at) as told, count(*) filter (where i.state = 'CLOSED') as closed
                from common_problem c join person p on p.id = c.owner_id left join issue i on i.common_problem_id = c.id
                where %s group by c.id, p.name order by c.id desc limit 500
                """.formatted(visible(actor, params)))
                .params(params)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        areas.place(row.getString("area_code")),
                        State.valueOf(row.getString("state")),
                        row.getString("owner"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getInt("issues"),
                        row.getInt("told"),
                        row.getInt("closed")))
                .list();
    }

    /** The page of one. Who answers for one of its issues may read it as well. */
    @Transactional(readOnly = true)
    public Page view(UUID id) {
        var problem = get(id);
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        var visible = jdbc.sql("select exists (select from common_problem c where c.id = :id and ("
                        + visible(actor, params) + "))")
                .params(params)
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw UserError.forbidden();
        }
        var members = issues.findByCommonProblemIdOrderById(id);
        var told = new HashMap<UUID, Instant>();
        members.stream().filter(issue -> issue.toldAt != null).forEach(issue -> told.put(issue.getId(), issue.toldAt));
        var campaign = campaigns.get(problem.campaignId);
        return new Page(
                id,
                problem.number,
                problem.campaignId,
                campaign.name(),
                problem.title,
                problem.category,
                IssueReads.categoryName(campaign.template(), problem.category),
                areas.place(problem.areaCode),
                problem.state,
                people.get(problem.ownerId).name(),
                problem.createdAt,
                problem.result,
                problem.answer,
                problem.evidence,
                problem.answeredBy == null
                        ? null
                        : people.get(problem.answeredBy).name(),
                problem.answeredAt,
                reads.seen(members.stream().map(Issue::getId).toList()).stream()
                        .map(one -> new Member(
                                one.row(), one.open(), told.get(one.row().id())))
                        .toList(),
                problem.state == State.OPEN && manages(actor, problem));
    }

    /** An open one that issues may be added to. */
    public record Joinable(UUID id, UUID campaignId, String number, String title) {}

    /** Those without an answer that the current person answers for, newest first. */
    @Transactional(readOnly = true)
    public List<Joinable> joinable() {
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        return jdbc
                .sql("select c.id from common_problem c where c.state = 'OPEN' and (" + visible(actor, params)
                        + ") order by c.id desc limit 100")
                .params(params)
                .query(UUID.class)
                .stream()
                .map(this::get)
                .filter(problem -> manages(actor, problem))
                .map(problem -> new Joinable(problem.getId(), problem.campaignId, problem.number, problem.title))
                .toList();
    }

    /** Whether the current person could make one of anything: the pages offer it then. */
    @Transactional(readOnly = true)
    public boolean mayCreate() {
        return Actors.current().grants().stream()
                .anyMatch(grant -> grant.role() == Role.CAMPAIGN_OFFICE
                        || grant.role() != Role.ADMINISTRATOR
                                && !grant.areaCode().isEmpty());
    }

    private String visible(Actor actor, Map<String, Object> params) {
        var parts = new ArrayList<String>();
        params.put("me", actor.id());
        parts.add("exists (select from issue m where m.common_problem_id = c.id"
                + " and (m.first_visitor_id = :me or m.handler_id = :me))");
        var index = 0;
        for (var grant : actor.grants()) {
            var name = "scope" + index++;
            switch (grant.role()) {
                case CAMPAIGN_OFFICE, LEADING_GROUP -> {
                    params.put(name, grant.scopeId());
                    parts.add("c.host_unit_id = :" + name);
                }
                case VILLAGE_LEADER, TOWN_LEADER, COUNTY_LEADER, CITY_LEADER, PROVINCE_LEADER -> {
                    params.put(name, grant.areaCode() + "%");
                    parts.add("c.area_code like :" + name);
                }
                default -> {}
            }
        }
        return String.join(" or ", parts);
    }

    private void take(CommonProblem problem, List<Issue> chosen) {
        numbers(chosen, issue -> !issue.state.onTheClock(), "common.notOpen");
        numbers(chosen, issue -> issue.commonProblemId != null, "common.already");
        for (var issue : chosen) {
            issue.commonProblemId = problem.getId();
            timeline.add(issue.getId(), EntryKind.COMMON_ADDED, null, problem.title, problem.number);
        }
    }

    private static void numbers(List<Issue> chosen, java.util.function.Predicate<Issue> bad, String code) {
        var numbers = chosen.stream().filter(bad).map(issue -> issue.number).toList();
        if (!numbers.isEmpty()) {
            throw new UserError(code, String.join("、", numbers));
        }
    }

    /** The work items first, as every command does, then the issues in one order. */
    private List<Issue> lock(List<UUID> ids) {
        var ordered = ids.stream().sorted().toList();
        ordered.forEach(workItems::lock);
        jdbc.sql("select id from issue where id in (:ids) order by id for update")
                .param("ids", ordered)
                .query(UUID.class)
                .list();
        var found = issues.findAllById(ordered);
        if (found.size() != ordered.size()) {
            throw new UserError("issue.unknown");
        }
        return found.stream().sorted(Comparator.comparing(Issue::getId)).toList();
    }

    private CommonProblem open(UUID id) {
        jdbc.sql("select id from common_problem where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        var problem = get(id);
        requireManage(Actors.current(), problem);
        problem.requireOpen();
        return problem;
    }

    private CommonProblem get(UUID id) {
        return problems.findById(id).orElseThrow(() -> new UserError("common.unknown"));
    }

    private static void requireManage(Actor actor, CommonProblem problem) {
        if (!manages(actor, problem)) {
            throw UserError.forbidden();
        }
    }

    private static boolean manages(Actor actor, CommonProblem problem) {
        return actor.has(Role.CAMPAIGN_OFFICE, problem.hostUnitId)
                || actor.grants().stream()
                        .anyMatch(grant ->
                                Arrays.stream(AreaLevel.values()).anyMatch(level -> Role.leading(level) == grant.role())
                                        && !grant.areaCode().isEmpty()
                                        && problem.areaCode.startsWith(grant.areaCode()));
    }

    /** The code of the smallest area that holds all of these. */
    private static String common(List<String> codes) {
        var shared = codes.getFirst();
        for (var code : codes) {
            var length = 0;
            while (length < Math.min(shared.length(), code.length()) && shared.charAt(length) == code.charAt(length)) {
                length++;
            }
            shared = shared.substring(0, length);
        }
        var prefix = shared;
        return Arrays.stream(AreaLevel.values())
                .map(AreaLevel::codeLength)
                .filter(length -> length <= prefix.length())
                .max(Comparator.naturalOrder())
                .map(length -> prefix.substring(0, length))
                .orElseThrow(() -> new UserError("common.otherCampaign"));
    }

    private static String mostFrequent(List<Issue> chosen) {
        var counts = new HashMap<String, Integer>();
        chosen.forEach(issue -> counts.merge(issue.category, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private String nextNumber() {
        var next = jdbc.sql("select nextval('common_problem_number')")
                .query(Long.class)
                .single();
        return "GX-%d-%04d".formatted(clock.today().getYear(), next);
    }
}

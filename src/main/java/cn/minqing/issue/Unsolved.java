package cn.minqing.issue;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What could not be solved (S9.8): answered as partly or not solvable, parked, or twice not to the household's
 * satisfaction, or late with nobody above who could take it over. The campaign's office follows each up until it is
 * settled, whatever became of the issue itself.
 */
@Service
@Transactional
public class Unsolved {
    private static final int LENGTH = 500;
    private static final String OF = """
            (i.result in ('PARTLY_RESOLVED', 'UNRESOLVABLE') or i.parked or i.dissatisfied >= 2
              or i.nobody_above and i.colour = 'RED')
            and i.state not in ('WITHDRAWN', 'MERGED')
            """;

    private final IssueRepository issues;
    private final Timeline timeline;
    private final Areas areas;
    private final Audit audit;
    private final AppClock clock;
    private final JdbcClient jdbc;

    Unsolved(IssueRepository issues, Timeline timeline, Areas areas, Audit audit, AppClock clock, JdbcClient jdbc) {
        this.issues = issues;
        this.timeline = timeline;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Why it stands here. */
    public enum Why {
        UNRESOLVABLE,
        PARTLY_RESOLVED,
        PARKED,
        DISSATISFIED,
        NOBODY_ABOVE
    }

    /**
     * One line.
     *
     * @param answer what was said to the household, empty while nothing was
     * @param followedUp what was done last; null while nothing was
     * @param nextOn when it is to be looked at again; null while nothing was done, and once it is settled
     */
    public record Line(
            UUID id,
            UUID campaignId,
            String number,
            String title,
            String place,
            IssueState state,
            Why why,
            String unit,
            String answer,
            @Nullable String followedUp,
            @Nullable Instant followedUpAt,
            @Nullable LocalDate nextOn,
            boolean settled) {}

    /** Some lines, newest first; {@code next} is null at the end. */
    public record Page(List<Line> lines, @Nullable UUID next) {}

    /**
     * What could not be solved in the campaigns the current person serves.
     *
     * @param openOnly without what is settled
     * @throws UserError {@code forbidden} for whoever serves in no office, leading group or inspection
     */
    @Transactional(readOnly = true)
    public Page page(boolean openOnly, @Nullable UUID after, int limit) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("hosts", hosts(Actors.current(), Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR));
        params.put("after", after);
        params.put("limit", limit + 1);
        var found = jdbc.sql("""
                select i.id, i.campaign_id, i.number, i.title, i.area_code, i.state, i.result, i.parked, i.dissatisfied,
                  i.answer,
                  u.name as unit_name, f.words, f.at, f.next_on, coalesce(f.settled, false) as settled
                from issue i join unit u on u.id = i.unit_id
                left join lateral (select * from issue_follow_up l where l.issue_id = i.id order by l.id desc limit 1) f
                  on true
                where i.host_unit_id in (:hosts) and %s and (cast(:after as uuid) is null or i.id < :after) %s
                order by i.id desc limit :limit
                """.formatted(OF, openOnly ? "and not coalesce(f.settled, false)" : ""))
                .params(params)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        areas.place(row.getString("area_code")),
                        IssueState.valueOf(row.getString("state")),
                        why(row.getString("result"), row.getBoolean("parked"), row.getInt("dissatisfied")),
                        row.getString("unit_name"),
                        row.getString("answer"),
                        row.getString("words"),
                        row.getTimestamp("at") == null
                                ? null
                                : row.getTimestamp("at").toInstant(),
                        row.getDate("next_on") == null
                                ? null
                                : row.getDate("next_on").toLocalDate(),
                        row.getBoolean("settled")))
                .list();
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(
                        List.copyOf(found.subList(0, limit)),
                        found.get(limit - 1).id());
    }

    /** Whether the current person may follow up: an office or a leading group. */
    @Transactional(readOnly = true)
    public boolean mayFollowUp() {
        return Actors.current().has(Role.CAMPAIGN_OFFICE) || Actors.current().has(Role.LEADING_GROUP);
    }

    /**
     * The office did something about it; it stands in the issue's own story as well.
     *
     * @param nextOn when it looks again, after today; null when nothing is left to be done
     * @throws UserError {@code forbidden}, {@code form.invalid} at {@code words} and {@code nextOn}, {@code
     *     issue.unknown} when it does not stand here
     */
    public void followUp(UUID issueId, String words, @Nullable LocalDate nextOn) {
        var actor = Actors.current();
        var issue = issues.findById(issueId).orElseThrow(() -> new UserError("issue.unknown"));
        if (!actor.has(Role.CAMPAIGN_OFFICE, issue.hostUnitId) && !actor.has(Role.LEADING_GROUP, issue.hostUnitId)) {
            throw UserError.forbidden();
        }
        new Form()
                .required("words", words, LENGTH)
                .require(nextOn == null || nextOn.isAfter(clock.today()), "nextOn", "issue.followUpPast")
                .check();
        var listed = jdbc.sql("select exists (select from issue i where i.id = ? and " + OF + ")")
                .param(issueId)
                .query(Boolean.class)
                .single();
        if (!listed) {
            throw new UserError("issue.unknown");
        }
        jdbc.sql("""
                insert into issue_follow_up (id, issue_id, at, person_id, words, next_on, settled)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        issueId,
                        Timestamp.from(clock.now()),
                        actor.id(),
                        words.strip(),
                        nextOn == null ? null : Date.valueOf(nextOn),
                        nextOn == null)
                .update();
        timeline.add(issueId, EntryKind.FOLLOWED_UP, null, words, nextOn == null ? "" : nextOn.toString());
        audit.record(actor.id(), "issue.followUp", "ISSUE", issueId, Map.of("settled", nextOn == null));
    }

    private static Why why(@Nullable String result, boolean parked, int dissatisfied) {
        if (parked) {
            return Why.PARKED;
        }
        if ("UNRESOLVABLE".equals(result)) {
            return Why.UNRESOLVABLE;
        }
        if ("PARTLY_RESOLVED".equals(result)) {
            return Why.PARTLY_RESOLVED;
        }
        return dissatisfied >= 2 ? Why.DISSATISFIED : Why.NOBODY_ABOVE;
    }

    private static List<UUID> hosts(Actor actor, Role... roles) {
        var found = actor.grants().stream()
                .filter(grant -> List.of(roles).contains(grant.role()))
                .map(Actor.Grant::scopeId)
                .toList();
        if (found.isEmpty()) {
            throw UserError.forbidden();
        }
        return found;
    }
}

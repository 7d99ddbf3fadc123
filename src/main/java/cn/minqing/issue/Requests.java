package cn.minqing.issue;

import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications for more days or for parking, one open at a time for an issue (R4, R5). */
@Component
class Requests {
    static final String EXTENSION = "EXTENSION";
    static final String PARKING = "PARKING";

    private static final RowMapper<Request> ROW = (row, number) -> new Request(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getString("reason"),
            row.getInt("days"),
            row.getDate("review_on") == null ? null : row.getDate("review_on").toLocalDate(),
            row.getObject("applicant_id", UUID.class),
            row.getTimestamp("applied_at").toInstant(),
            row.getString("approver_role"),
            row.getString("state"),
            row.getInt("granted_days"),
            row.getString("words"),
            row.getString("applicant"));

    private final JdbcClient jdbc;
    private final AppClock clock;
    private final Timeline timeline;
    private final IssueProcess process;

    Requests(JdbcClient jdbc, AppClock clock, Timeline timeline, IssueProcess process) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.timeline = timeline;
        this.process = process;
    }

    /** {@code words} are those of whoever decided it. */
    record Request(
            UUID id,
            String kind,
            String reason,
            int days,
            @Nullable LocalDate reviewOn,
            UUID applicantId,
            java.time.Instant appliedAt,
            String approverRole,
            String state,
            int grantedDays,
            String words,
            String applicant) {}

    void add(
            UUID issueId,
            String kind,
            String reason,
            int days,
            @Nullable LocalDate reviewOn,
            String approverRole,
            @Nullable AreaLevel approverLevel) {
        jdbc.sql("""
                insert into issue_request (id, issue_id, kind, reason, days, review_on, applicant_id, applied_at,
                  approver_role, approver_level, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                """)
                .params(
                        Ids.next(),
                        issueId,
                        kind,
                        reason.strip(),
                        days,
                        reviewOn == null ? null : Date.valueOf(reviewOn),
                        Actors.current().id(),
                        Timestamp.from(clock.now()),
                        approverRole,
                        approverLevel == null ? null : approverLevel.name())
                .update();
    }

    Optional<Request> open(UUID issueId) {
        return find(issueId, "r.state = 'OPEN'");
    }

    /** The last one of that kind that was granted. */
    Request granted(UUID issueId, String kind) {
        return find(issueId, "r.state = 'GRANTED' and r.kind = '" + kind + "'").orElseThrow();
    }

    private Optional<Request> find(UUID issueId, String condition) {
        return jdbc.sql("select r.*, p.name as applicant from issue_request r join person p on p.id = r.applicant_id"
                        + " where r.issue_id = ? and " + condition + " order by r.applied_at desc, r.id desc limit 1")
                .param(issueId)
                .query(ROW)
                .optional();
    }

    List<Request> of(UUID issueId) {
        return jdbc.sql("select r.*, p.name as applicant from issue_request r join person p on p.id = r.applicant_id"
                        + " where r.issue_id = ? order by r.applied_at, r.id")
                .param(issueId)
                .query(ROW)
                .list();
    }

    void decide(Request request, boolean granted, int days, String words) {
        jdbc.sql("""
                update issue_request set state = ?, granted_days = ?, words = ?, decided_by = ?, decided_at = ?
                where id = ?
                """)
                .params(
                        granted ? "GRANTED" : "REFUSED",
                        granted ? days : 0,
                        words.strip(),
                        Actors.current().id(),
                        Timestamp.from(clock.now()),
                        request.id())
                .update();
    }

    /** The next promised review of what is parked, and why. */
    void promise(UUID requestId, LocalDate reviewOn, String words) {
        jdbc.sql("update issue_request set review_on = ?, words = ? where id = ?")
                .params(Date.valueOf(reviewOn), words.strip(), requestId)
                .update();
    }

    /** The issue has moved on: nobody need decide any more. */
    void lapse(UUID issueId) {
        if (end(issueId)) {
            timeline.add(issueId, EntryKind.REQUEST_LAPSED, null, "");
            process.requestLapsed(issueId);
        }
    }

    /** The issue itself has ended, and the task of the decision with it. */
    boolean end(UUID issueId) {
        return jdbc.sql("update issue_request set state = 'LAPSED' where issue_id = ? and state = 'OPEN'")
                        .param(issueId)
                        .update()
                > 0;
    }
}

package cn.minqing.supervision;

import cn.minqing.issue.Supervisor.Late;
import cn.minqing.issue.Supervisor.Recipient;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem.Colour;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was told that something is late (催办). A reminder with a known key is not given again. */
@Service
@Transactional
public class Reminders {
    /** What a reminder is about. */
    public enum Subject {
        ISSUE,
        NOTICE,
        COMMITMENT,
        DOCUMENT,
        PROJECT,
        DUTY,
        MEETING
    }

    private final JdbcClient jdbc;
    private final Audit audit;
    private final AppClock clock;

    Reminders(JdbcClient jdbc, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason a sentence of the decision table; or a key of the bundle, {@code reminder.<reason>} */
    public record Reminder(
            UUID id,
            Subject subjectType,
            UUID subjectId,
            String subject,
            Colour colour,
            String reason,
            String source,
            Instant at) {}

    /** A promise was not kept by its date: the unit leader is told. Repeatable by its key. */
    public void commitmentOverdue(
            String key, UUID campaignId, UUID commitmentId, String words, String role, UUID scopeId) {
        add(
                key,
                campaignId,
                Subject.COMMITMENT,
                commitmentId,
                words,
                "commitment.overdue",
                new NoticeRows.Holder(role, scopeId));
    }

    /**
     * A word to one person, or to whoever holds a role somewhere.
     *
     * @param key makes telling repeatable
     * @param reason key of the bundle, {@code reminder.<reason>}
     * @param source the demand it comes from
     * @param personId who is told; null for the role
     */
    public record Word(
            String key,
            UUID campaignId,
            Subject subjectType,
            UUID subjectId,
            String subject,
            String reason,
            String source,
            @Nullable UUID personId,
            @Nullable Role role,
            @Nullable UUID scopeId) {

        public Word(
                String key,
                UUID campaignId,
                Subject subjectType,
                UUID subjectId,
                String subject,
                String reason,
                String source,
                UUID personId) {
            this(key, campaignId, subjectType, subjectId, subject, reason, source, personId, null, null);
        }
    }

    /** Tells somebody something that is on no ladder. Repeatable by its key. */
    public void tell(Word word) {
        var role = word.role();
        insert(
                word.key(),
                word.campaignId(),
                word.subjectType(),
                word.subjectId(),
                word.subject(),
                Colour.NONE,
                word.reason(),
                word.source(),
                new Recipient(word.personId(), role == null ? null : role.code(), word.scopeId()));
    }

    /**
     * A document was not handed in or not reviewed by its date: the cadre who owes it is told, or whoever holds the role.
     * Repeatable by its key.
     */
    public void documentOverdue(
            String key,
            UUID campaignId,
            UUID documentId,
            String name,
            String source,
            @Nullable UUID personId,
            String role,
            UUID scopeId) {
        insert(
                key,
                campaignId,
                Subject.DOCUMENT,
                documentId,
                name,
                Colour.RED,
                "document.overdue",
                source,
                personId == null ? new Recipient(null, role, scopeId) : new Recipient(personId, null, null));
    }

    /** A project was not done by its date: whoever holds the role is told. Repeatable by its key. */
    public void projectOverdue(String key, UUID campaignId, UUID projectId, String name, String role, UUID scopeId) {
        insert(
                key,
                campaignId,
                Subject.PROJECT,
                projectId,
                name,
                Colour.RED,
                "project.overdue",
                "S3.5",
                new Recipient(null, role, scopeId));
    }

    void add(
            String key,
            UUID campaignId,
            Subject subjectType,
            UUID subjectId,
            String subject,
            String reason,
            NoticeRows.Holder holder) {
        insert(
                key,
                campaignId,
                subjectType,
                subjectId,
                subject,
                Colour.RED,
                reason,
                subjectType == Subject.COMMITMENT ? "S4.5" : "S1.10",
                new Recipient(null, holder.role(), holder.scopeId()));
    }

    void add(Late late, Recipient recipient) {
        insert(
                late.key(),
                late.campaignId(),
                Subject.ISSUE,
                late.issueId(),
                late.number() + " " + late.title(),
                late.colour(),
                late.reason(),
                late.source(),
                recipient);
    }

    private void insert(
            String key,
            UUID campaignId,
            Subject subjectType,
            UUID subjectId,
            String subject,
            Colour colour,
            String reason,
            String source,
            Recipient recipient) {
        jdbc.sql("""
                insert into reminder (id, once_key, campaign_id, subject_type, subject_id, subject, colour, reason, source,
                  person_id, role, scope_id, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (once_key) do nothing
                """)
                .params(
                        Ids.next(),
                        key,
                        campaignId,
                        subjectType.name(),
                        subjectId,
                        subject,
                        colour.name(),
                        reason,
                        source,
                        recipient.personId(),
                        recipient.role(),
                        recipient.scopeId(),
                        Timestamp.from(clock.now()))
                .update();
    }

    /** What the current person was reminded of and has not put away, newest first. */
    @Transactional(readOnly = true)
    public List<Reminder> mine(int limit) {
        return find("seen_at is null and (" + mineCondition() + ") order by id desc limit " + limit, mineParams());
    }

    /** Every reminder about one subject, oldest first. The caller checks rights. */
    @Transactional(readOnly = true)
    public List<Reminder> about(UUID subjectId) {
        return find("subject_id = ? order by id", List.of(subjectId));
    }

    /** Puts a reminder away. */
    public void seen(UUID id) {
        var params = new ArrayList<Object>(
                List.of(Timestamp.from(clock.now()), Actors.current().id(), id));
        params.addAll(mineParams());
        var done = jdbc.sql("update reminder set seen_at = ?, seen_by = ? where id = ? and (" + mineCondition() + ")")
                .params(params)
                .update();
        if (done == 0) {
            throw UserError.forbidden();
        }
        audit.record(Actors.currentId(), "reminder.seen", "REMINDER", id, Map.of());
    }

    private static String mineCondition() {
        return "person_id = ?"
                + " or (role = ? and scope_id = ?)"
                        .repeat(Actors.current().grants().size());
    }

    private static List<Object> mineParams() {
        var actor = Actors.current();
        var params = new ArrayList<Object>();
        params.add(actor.id());
        for (var grant : actor.grants()) {
            params.add(grant.role().code());
            params.add(grant.scopeId());
        }
        return params;
    }

    private List<Reminder> find(String where, List<? extends @Nullable Object> params) {
        return jdbc.sql("select * from reminder where " + where)
                .params(params)
                .query((row, number) -> new Reminder(
                        row.getObject("id", UUID.class),
                        Subject.valueOf(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class),
                        row.getString("subject"),
                        Colour.valueOf(row.getString("colour")),
                        row.getString("reason"),
                        row.getString("source"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}

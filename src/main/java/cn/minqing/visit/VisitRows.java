package cn.minqing.visit;

import cn.minqing.obligation.Work;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What is only ever added about a file: visits, answers, promises, requests and checks. */
@Component
class VisitRows {
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    VisitRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record NewVisit(
            UUID id,
            HouseholdFile file,
            UUID submissionKey,
            UUID personId,
            LocalDate visitedOn,
            Instant enteredAt,
            VisitKind kind,
            VisitResult result,
            String metWith,
            String diary,
            @Nullable LocalDate nextOn) {
        boolean late() {
            return LocalDate.ofInstant(enteredAt, AppClock.ZONE).isAfter(visitedOn);
        }

        /** What obligations may count it as. */
        Work work() {
            return new Work(
                    file.campaignId(),
                    kind.work(),
                    id,
                    visitedOn,
                    late(),
                    personId,
                    file.unitId(),
                    file.groupCode(),
                    file.householdId(),
                    null,
                    null);
        }
    }

    record Answered(
            UUID fileId,
            String formId,
            Map<String, Object> answers,
            boolean complete,
            LocalDate answeredOn,
            String answeredBy) {}

    void addVisit(NewVisit visit) {
        jdbc.sql("""
                insert into visit (id, file_id, household_id, submission_key, person_id, visited_on, entered_at, late, kind,
                  result, met_with, diary, next_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        visit.id(),
                        visit.file().id(),
                        visit.file().householdId(),
                        visit.submissionKey(),
                        visit.personId(),
                        visit.visitedOn(),
                        Timestamp.from(visit.enteredAt()),
                        visit.late(),
                        visit.kind().name(),
                        visit.result().name(),
                        visit.metWith(),
                        visit.diary(),
                        visit.nextOn())
                .update();
    }

    void finishVisit(UUID visitId, boolean fileComplete, List<String> stillOpen, List<UUID> issues) {
        jdbc.sql("update visit set file_complete = ?, still_open = ?, issue_ids = ? where id = ?")
                .params(fileComplete, stillOpen.toArray(String[]::new), issues.toArray(UUID[]::new), visitId)
                .update();
    }

    /** What came of the sheet with that key, if this person handed it in. */
    Optional<VisitSheet.Submitted> submitted(UUID submissionKey, UUID personId) {
        return jdbc.sql("""
                select id, file_complete, still_open, issue_ids from visit where submission_key = ? and person_id = ?
                """)
                .params(submissionKey, personId)
                .query((row, number) -> new VisitSheet.Submitted(
                        row.getObject("id", UUID.class),
                        row.getBoolean("file_complete"),
                        List.of((String[]) row.getArray("still_open").getArray()),
                        List.of((UUID[]) row.getArray("issue_ids").getArray()),
                        true))
                .optional();
    }

    List<VisitSheet.Visited> ofHousehold(UUID householdId) {
        return jdbc.sql("""
                select v.*, p.name,
                  array(select o.obligation_id from obligation_met o where o.visit_id = v.id order by o.id) as obligations
                from visit v join person p on p.id = v.person_id where v.household_id = ? order by v.visited_on desc, v.id desc
                """)
                .param(householdId)
                .query((row, number) -> new VisitSheet.Visited(
                        row.getObject("id", UUID.class),
                        row.getObject("visited_on", LocalDate.class),
                        LocalDate.ofInstant(row.getTimestamp("entered_at").toInstant(), AppClock.ZONE),
                        row.getBoolean("late"),
                        VisitKind.valueOf(row.getString("kind")),
                        VisitResult.valueOf(row.getString("result")),
                        row.getString("name"),
                        row.getString("met_with"),
                        row.getString("diary"),
                        row.getObject("next_on", LocalDate.class),
                        Set.of((String[]) row.getArray("obligations").getArray())))
                .list();
    }

    /** The newest answers of the household, by form. */
    Map<String, Answered> lastAnswers(UUID householdId) {
        var found = new HashMap<String, Answered>();
        jdbc.sql("""
                select distinct on (a.form_id) a.*, p.name from form_answer a join person p on p.id = a.person_id
                where a.household_id = ? order by a.form_id, a.id desc
                """).param(householdId).query(row -> {
            found.put(
                    row.getString("form_id"),
                    new Answered(
                            row.getObject("file_id", UUID.class),
                            row.getString("form_id"),
                            json.readValue(row.getString("answers"), ANSWERS),
                            row.getBoolean("complete"),
                            row.getObject("answered_on", LocalDate.class),
                            row.getString("name")));
        });
        return found;
    }

    void addAnswers(NewVisit visit, String formId, String formVersion, Map<String, Object> answers, boolean complete) {
        jdbc.sql("""
                insert into form_answer (id, household_id, file_id, visit_id, form_id, form_version, answers, complete,
                  answered_on, person_id)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        visit.file().householdId(),
                        visit.file().id(),
                        visit.id(),
                        formId,
                        formVersion,
                        json.writeValueAsString(answers),
                        complete,
                        visit.visitedOn(),
                        visit.personId())
                .update();
    }

    /** Replaces the measures of a form: what is not answered any more no longer counts. */
    void setMeasures(UUID fileId, Set<String> ofForm, Map<String, BigDecimal> measures) {
        jdbc.sql("delete from file_measure where file_id = ? and measure = any(?)")
                .params(fileId, ofForm.toArray(String[]::new))
                .update();
        measures.forEach(
                (measure, amount) -> jdbc.sql("insert into file_measure (file_id, measure, amount) values (?, ?, ?)")
                        .params(fileId, measure, amount)
                        .update());
    }

    List<VisitSheet.Promise> openPromises(UUID householdId) {
        return jdbc.sql("""
                select c.id, c.text, c.due_on, c.made_on, p.name from commitment c join person p on p.id = c.person_id
                where c.household_id = ? and c.kept_on is null order by c.id
                """)
                .param(householdId)
                .query((row, number) -> new VisitSheet.Promise(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("made_on", LocalDate.class),
                        row.getString("name")))
                .list();
    }

    UUID addPromise(NewVisit visit, String text, LocalDate due) {
        var id = Ids.next();
        jdbc.sql("""
                insert into commitment (id, campaign_id, unit_id, household_id, file_id, visit_id, text, due_on, made_on,
                  person_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        visit.file().campaignId(),
                        visit.file().unitId(),
                        visit.file().householdId(),
                        visit.file().id(),
                        visit.id(),
                        text.strip(),
                        due,
                        visit.visitedOn(),
                        visit.personId())
                .update();
        return id;
    }

    /** Those of the promises that were open and are kept now. */
    List<UUID> keepPromises(NewVisit visit, Set<UUID> promises) {
        return jdbc.sql("""
                update commitment set kept_visit_id = ?, kept_on = ?, kept_by = ?
                where id = any(?) and household_id = ? and kept_on is null returning id
                """)
                .params(
                        visit.id(),
                        visit.visitedOn(),
                        visit.personId(),
                        promises.toArray(UUID[]::new),
                        visit.file().householdId())
                .query(UUID.class)
                .list();
    }

    void addStrikeOffRequest(NewVisit visit, String reason, String note) {
        jdbc.sql("""
                insert into strike_off_request (id, file_id, visit_id, reason, note, requested_by, requested_on)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Ids.next(), visit.file().id(), visit.id(), reason, note, visit.personId(), visit.visitedOn())
                .update();
    }

    Optional<UUID> strikeOffRequestedBy(UUID fileId) {
        return jdbc.sql("select requested_by from strike_off_request where file_id = ? and approved is null")
                .param(fileId)
                .query(UUID.class)
                .optional();
    }

    Optional<VisitSheet.StrikeOff> openStrikeOff(UUID fileId) {
        return jdbc.sql("""
                select r.reason, r.note, p.name, r.requested_on from strike_off_request r join person p on p.id = r.requested_by
                where r.file_id = ? and r.approved is null
                """)
                .param(fileId)
                .query((row, number) -> new VisitSheet.StrikeOff(
                        row.getString("reason"),
                        row.getString("note"),
                        row.getString("name"),
                        row.getObject("requested_on", LocalDate.class)))
                .optional();
    }

    void decideStrikeOff(UUID fileId, boolean approved, String reason, UUID by, Instant at) {
        jdbc.sql("""
                update strike_off_request set approved = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                where file_id = ? and approved is null
                """).params(approved, reason, by, Timestamp.from(at), fileId).update();
    }

    /** A request nobody decides any more counts as refused, by nobody. */
    void dropStrikeOffRequest(UUID fileId, Instant at) {
        jdbc.sql(
                        "update strike_off_request set approved = false, decided_at = ? where file_id = ? and approved is null")
                .params(Timestamp.from(at), fileId)
                .update();
    }

    String approvedStrikeOff(UUID fileId) {
        return jdbc.sql("select reason from strike_off_request where file_id = ? and approved order by id desc limit 1")
                .param(fileId)
                .query(String.class)
                .single();
    }

    void addSpotCheck(UUID fileId, UUID by, LocalDate on, boolean confirmed, String note, Set<String> disputed) {
        jdbc.sql("""
                insert into spot_check (id, file_id, person_id, checked_on, confirmed, note, disputed)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Ids.next(), fileId, by, on, confirmed, note, new ArrayList<>(disputed).toArray(String[]::new))
                .update();
    }

    Optional<VisitSheet.SpotCheck> lastSpotCheck(UUID fileId) {
        return jdbc.sql("""
                select s.checked_on, p.name, s.confirmed, s.note, s.disputed from spot_check s
                join person p on p.id = s.person_id where s.file_id = ? order by s.id desc limit 1
                """)
                .param(fileId)
                .query((row, number) -> new VisitSheet.SpotCheck(
                        row.getObject("checked_on", LocalDate.class),
                        row.getString("name"),
                        row.getBoolean("confirmed"),
                        row.getString("note"),
                        Set.of((String[]) row.getArray("disputed").getArray())))
                .optional();
    }

    boolean visitedBy(UUID fileId, UUID personId) {
        return jdbc.sql("select exists (select from visit where file_id = ? and person_id = ?)")
                .params(fileId, personId)
                .query(Boolean.class)
                .single();
    }
}

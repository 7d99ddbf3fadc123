package cn.minqing.assessment;

import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A unit's summary: written by the unit, reviewed by the office, never by who wrote it. */
@Entity
@Table(name = "unit_summary")
@NullUnmarked
class UnitSummary {
    @Id
    private UUID id;

    private UUID campaignId;
    private int period;
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private SummaryState state;

    private int round;
    private LocalDate dueOn;
    private String figures;
    private String practice = "";
    private String outcome = "";
    private String problems = "";
    private String nextSteps = "";
    private UUID writtenBy;
    private Instant submittedAt;
    private UUID reviewedBy;
    private Instant reviewedAt;
    private String returnedReason = "";

    @Version
    private Integer version;

    protected UnitSummary() {}

    UnitSummary(UUID campaignId, int period, UUID unitId, LocalDate due, SummaryTexts prefilled) {
        this.id = Ids.next();
        this.campaignId = campaignId;
        this.period = period;
        this.unitId = unitId;
        this.state = SummaryState.DRAFT;
        this.round = 1;
        this.dueOn = due;
        write(prefilled);
    }

    /** Opens it again for a remedial round; the text stays as the starting point. */
    void reopen(LocalDate due) {
        state = SummaryState.DRAFT;
        round++;
        dueOn = due;
        returnedReason = "";
    }

    void draft(SummaryTexts texts) {
        requireWritable();
        write(texts);
    }

    void submit(SummaryTexts texts, String frozenFigures, UUID person, Instant now) {
        requireWritable();
        write(texts);
        figures = frozenFigures;
        state = SummaryState.SUBMITTED;
        writtenBy = person;
        submittedAt = now;
    }

    void approve(UUID person, Instant now) {
        review(SummaryState.APPROVED, person, now);
        returnedReason = "";
    }

    void sendBack(String reason, LocalDate due, UUID person, Instant now) {
        review(SummaryState.RETURNED, person, now);
        returnedReason = reason;
        dueOn = due;
    }

    private void review(SummaryState result, UUID person, Instant now) {
        if (state != SummaryState.SUBMITTED) {
            throw new UserError("summary.notSubmitted");
        }
        if (person.equals(writtenBy)) {
            throw new UserError("summary.ownReview");
        }
        state = result;
        reviewedBy = person;
        reviewedAt = now;
    }

    private void requireWritable() {
        if (state != SummaryState.DRAFT && state != SummaryState.RETURNED) {
            throw new UserError("summary.handedIn");
        }
    }

    private void write(SummaryTexts texts) {
        practice = texts.practice();
        outcome = texts.outcome();
        problems = texts.problems();
        nextSteps = texts.nextSteps();
    }

    boolean isBeingWritten() {
        return state == SummaryState.DRAFT || state == SummaryState.RETURNED;
    }

    UUID id() {
        return id;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID unitId() {
        return unitId;
    }

    SummaryState state() {
        return state;
    }

    int round() {
        return round;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** JSON of the figures handed in last; null before. */
    String figures() {
        return figures;
    }

    SummaryTexts texts() {
        return new SummaryTexts(practice, outcome, problems, nextSteps);
    }

    /** Who handed it in last; null before. */
    UUID writtenBy() {
        return writtenBy;
    }

    /** When it was handed in last; null before. */
    Instant submittedAt() {
        return submittedAt;
    }

    String returnedReason() {
        return returnedReason;
    }
}

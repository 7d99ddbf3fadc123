package cn.minqing.document;

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

/** One document: written by whoever owes it, reviewed by somebody else. Rows are made in bulk by {@link DocumentKickoff}. */
@Entity
@Table(name = "document")
@NullUnmarked
class Document {
    @Id
    private UUID id;

    private UUID campaignId;
    private String kind;
    private String name;
    private int period;
    private UUID unitId;
    private UUID personId;
    private String byRole;
    private String reviewRole;
    private String form;
    private String source;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    private LocalDate dueOn;
    private String title;
    private String body;
    private String answers;
    private UUID handedInBy;
    private Instant handedInAt;
    private boolean late;
    private UUID reviewedBy;
    private Instant reviewedAt;
    private String reason;
    private boolean featured;

    @Version
    private Integer version;

    protected Document() {}

    /** Late is late once: a version written after a return does not make it later. */
    void handIn(String newTitle, String newBody, String newAnswers, UUID person, LocalDate today, Instant now) {
        if (!state.isBeingWritten()) {
            throw new UserError("document.handedIn");
        }
        title = newTitle;
        body = newBody;
        answers = newAnswers;
        if (handedInAt == null) {
            late = today.isAfter(dueOn);
        }
        handedInBy = person;
        handedInAt = now;
        reviewedBy = null;
        reviewedAt = null;
        reason = "";
        state = DocumentState.HANDED_IN;
    }

    void accept(boolean inFull, UUID person, Instant now) {
        review(DocumentState.ACCEPTED, person, now);
        featured = inFull;
    }

    void sendBack(String because, UUID person, Instant now) {
        review(DocumentState.RETURNED, person, now);
        reason = because;
    }

    private void review(DocumentState result, UUID person, Instant now) {
        if (state != DocumentState.HANDED_IN) {
            throw new UserError("document.notHandedIn");
        }
        if (person.equals(handedInBy) || person.equals(personId)) {
            throw new UserError("document.ownReview");
        }
        state = result;
        reviewedBy = person;
        reviewedAt = now;
    }

    void excuse(String because) {
        if (state.isOver()) {
            throw new UserError("document.over");
        }
        state = DocumentState.EXCUSED;
        reason = because;
    }

    UUID id() {
        return id;
    }

    UUID campaignId() {
        return campaignId;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    UUID unitId() {
        return unitId;
    }

    /** Null where a role of the unit owes it. */
    UUID personId() {
        return personId;
    }

    String byRole() {
        return byRole;
    }

    String reviewRole() {
        return reviewRole;
    }

    String form() {
        return form;
    }

    String source() {
        return source;
    }

    DocumentState state() {
        return state;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    String answers() {
        return answers;
    }

    /** Null before it is handed in. */
    UUID handedInBy() {
        return handedInBy;
    }

    /** Null before it is handed in. */
    Instant handedInAt() {
        return handedInAt;
    }

    boolean late() {
        return late;
    }

    /** Null before it is reviewed. */
    Instant reviewedAt() {
        return reviewedAt;
    }

    /** Null before it is reviewed. */
    UUID reviewedBy() {
        return reviewedBy;
    }

    String reason() {
        return reason;
    }

    boolean featured() {
        return featured;
    }
}

package cn.minqing.visit;

import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file of one household in a campaign (S1.6): which obligations are met, and whether that is all. */
@Entity
@Table(name = "household_file")
class HouseholdFile {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID contactId;
    private UUID campaignId;
    private UUID unitId;
    private UUID householdId;
    private String groupCode;
    private UUID batchId;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private FileState state = FileState.OPEN;

    private int visits;
    private @Nullable LocalDate lastVisitOn;
    private @Nullable LocalDate completedOn;
    private LocalDate openedOn;
    private @Nullable Integer closedPeriod;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "file_id", nullable = false, updatable = false)
    private List<ObligationMet> obligations = new ArrayList<>();

    protected HouseholdFile() {}

    HouseholdFile(
            UUID contactId,
            UUID campaignId,
            UUID unitId,
            UUID householdId,
            String groupCode,
            UUID batchId,
            LocalDate due,
            LocalDate today) {
        id = Ids.next();
        this.contactId = contactId;
        this.campaignId = campaignId;
        this.unitId = unitId;
        this.householdId = householdId;
        this.groupCode = groupCode;
        this.batchId = batchId;
        dueOn = due;
        openedOn = today;
    }

    UUID id() {
        return id;
    }

    UUID contactId() {
        return contactId;
    }

    UUID campaignId() {
        return campaignId;
    }

    UUID unitId() {
        return unitId;
    }

    UUID householdId() {
        return householdId;
    }

    String groupCode() {
        return groupCode;
    }

    FileState state() {
        return state;
    }

    int visits() {
        return visits;
    }

    @Nullable
    LocalDate lastVisitOn() {
        return lastVisitOn;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }

    /** The first day on which a visit could be made: implementation begins, or the file was opened before that. */
    LocalDate firstDay(LocalDate implementationStart) {
        return openedOn.isBefore(implementationStart) ? openedOn : implementationStart;
    }

    Optional<ObligationMet> met(String obligationId) {
        return obligations.stream()
                .filter(met -> met.counts() && met.obligationId().equals(obligationId))
                .findFirst();
    }

    /** Somebody of the household was met; also when the file is complete already. */
    void visited(LocalDate on) {
        if (state != FileState.COMPLETE && state != FileState.CHECKED) {
            require(FileState.OPEN);
        }
        visits++;
        if (lastVisitOn == null || on.isAfter(lastVisitOn)) {
            lastVisitOn = on;
        }
    }

    /** Notes an obligation as met; what is met already stays as it is. */
    void meet(String obligationId, String evidence, UUID visitId, LocalDate on) {
        require(FileState.OPEN);
        if (met(obligationId).isEmpty()) {
            obligations.add(new ObligationMet(obligationId, evidence, visitId, on));
        }
    }

    /** Which of the obligations are not met yet, in the order given. */
    List<String> open(Collection<String> all) {
        return all.stream().filter(obligation -> met(obligation).isEmpty()).toList();
    }

    void complete(LocalDate today) {
        require(FileState.OPEN);
        state = FileState.COMPLETE;
        completedOn = today;
    }

    void confirm() {
        require(FileState.COMPLETE);
        state = FileState.CHECKED;
    }

    /** The second visit did not find it so: those obligations, and the file, are open again. */
    void reopen(Collection<String> disputed, Instant at) {
        require(FileState.COMPLETE);
        state = FileState.OPEN;
        completedOn = null;
        disputed.forEach(obligation -> met(obligation).ifPresent(met -> met.withdraw(at)));
    }

    void strikeOff() {
        require(FileState.OPEN);
        state = FileState.STRUCK_OFF;
    }

    /** Stops what is not finished; a finished file stays. */
    void cancel() {
        if (state == FileState.OPEN) {
            state = FileState.CANCELLED;
        }
    }

    private void require(FileState wanted) {
        if (state != wanted) {
            throw new UserError("visit.fileState");
        }
    }
}

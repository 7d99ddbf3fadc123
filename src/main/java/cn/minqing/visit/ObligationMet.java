package cn.minqing.visit;

import cn.minqing.platform.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One obligation, done for a household in a visit, with its evidence in words (S1.4). */
@Entity
@Table(name = "obligation_met")
class ObligationMet {
    @Id
    private UUID id;

    private String obligationId;
    private String evidence;
    private UUID visitId;
    private LocalDate metOn;
    private @Nullable Instant withdrawnAt;

    protected ObligationMet() {}

    ObligationMet(String obligationId, String evidence, UUID visitId, LocalDate on) {
        id = Ids.next();
        this.obligationId = obligationId;
        this.evidence = evidence;
        this.visitId = visitId;
        metOn = on;
    }

    String obligationId() {
        return obligationId;
    }

    String evidence() {
        return evidence;
    }

    LocalDate metOn() {
        return metOn;
    }

    boolean counts() {
        return withdrawnAt == null;
    }

    void withdraw(Instant at) {
        withdrawnAt = at;
    }
}

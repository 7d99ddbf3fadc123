package cn.minqing.issue;

import cn.minqing.platform.UserError;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Several issues that are alike and get one answer (共性问题, R9). */
@Entity
class CommonProblem implements Persistable<UUID> {
    @Id
    private UUID id;

    @Version
    private int version;

    @Transient
    private boolean stored;

    String number;
    UUID clientKey;
    UUID campaignId;
    UUID hostUnitId;
    String areaCode;
    String category;
    String title;

    @Enumerated(EnumType.STRING)
    CommonProblems.State state = CommonProblems.State.OPEN;

    UUID ownerId;
    UUID createdBy;
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    IssueResult result;

    String answer = "";
    String evidence = "";

    @Nullable
    UUID answeredBy;

    @Nullable
    Instant answeredAt;

    protected CommonProblem() {}

    CommonProblem(UUID id, String number, UUID clientKey, String title, UUID by, Instant at) {
        this.id = id;
        this.number = number;
        this.clientKey = clientKey;
        this.title = title.strip();
        ownerId = by;
        createdBy = by;
        createdAt = at;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void stored() {
        stored = true;
    }

    void answer(IssueResult outcome, String words, String shown, UUID by, Instant at) {
        requireOpen();
        result = outcome;
        answer = words.strip();
        evidence = shown.strip();
        answeredBy = by;
        answeredAt = at;
        state = CommonProblems.State.ANSWERED;
    }

    void requireOpen() {
        if (state != CommonProblems.State.OPEN) {
            throw new UserError("common.answered", number);
        }
    }
}

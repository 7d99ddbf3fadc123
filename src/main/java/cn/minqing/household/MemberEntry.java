package cn.minqing.household;

import cn.minqing.platform.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody entered about a member, until somebody entered something else. */
@Entity
@Table(name = "household_member")
class MemberEntry {
    @Id
    private UUID id;

    private UUID memberId;
    private int sortOrder;
    private String name;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    private @Nullable Integer birthYear;
    private String idNumber;
    private String health;
    private String disability;
    private boolean worksAway;
    private Instant enteredAt;
    private @Nullable UUID enteredBy;
    private @Nullable Instant endedAt;
    private @Nullable UUID endedBy;
    private @Nullable String endReason;

    protected MemberEntry() {}

    MemberEntry(UUID memberId, int sortOrder, MemberInput input, @Nullable UUID by, Instant at) {
        id = Ids.next();
        this.memberId = memberId;
        this.sortOrder = sortOrder;
        var data = tidy(input);
        name = data.name();
        relation = data.relation();
        sex = data.sex();
        birthYear = data.birthYear();
        idNumber = data.idNumber();
        health = data.health();
        disability = data.disability();
        worksAway = data.worksAway();
        enteredAt = at;
        enteredBy = by;
    }

    UUID memberId() {
        return memberId;
    }

    int sortOrder() {
        return sortOrder;
    }

    boolean isCurrent() {
        return endedAt == null;
    }

    void end(@Nullable UUID by, Instant at, String reason) {
        endedAt = at;
        endedBy = by;
        endReason = reason;
    }

    boolean says(MemberInput other) {
        return toInput().equals(tidy(other));
    }

    MemberInput toInput() {
        return new MemberInput(name, relation, sex, birthYear, idNumber, health, disability, worksAway);
    }

    private static MemberInput tidy(MemberInput input) {
        return new MemberInput(
                input.name().strip(),
                input.relation(),
                input.sex(),
                input.birthYear(),
                MemberRules.idNumber(input.idNumber()),
                input.health().strip(),
                input.disability().strip(),
                input.worksAway());
    }
}

package cn.minqing.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One correction of who lives in a household. Nothing is overwritten: a correction is a new entry (R10).
 *
 * @param memberId whom it concerns; null for ADD
 * @param data what is right; null for REMOVE
 * @param reason why somebody is removed (moved out, married, died …); empty otherwise
 */
public record MemberChange(
        Kind kind, @Nullable UUID memberId, @Nullable MemberInput data, String reason) {

    public enum Kind {
        ADD,
        CORRECT,
        REMOVE
    }

    public static MemberChange add(MemberInput data) {
        return new MemberChange(Kind.ADD, null, data, "");
    }

    public static MemberChange correct(UUID memberId, MemberInput data) {
        return new MemberChange(Kind.CORRECT, memberId, data, "");
    }

    public static MemberChange remove(UUID memberId, String reason) {
        return new MemberChange(Kind.REMOVE, memberId, null, reason);
    }
}

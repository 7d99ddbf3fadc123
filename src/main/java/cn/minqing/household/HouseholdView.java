package cn.minqing.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household as the current person may see it.
 *
 * @param phone as far as {@code masking} lets it through; empty when unknown
 * @param struckOffReason MOVED_AWAY or DECEASED; null while it is in the register
 * @param membersConfirmedOn when the contact last went through the members; null for never
 */
public record HouseholdView(
        UUID id,
        String number,
        String headName,
        String groupCode,
        String place,
        String phone,
        @Nullable String struckOffReason,
        @Nullable LocalDate struckOffOn,
        Set<String> vulnerabilities,
        List<Member> members,
        @Nullable LocalDate membersConfirmedOn,
        Masking masking) {

    /**
     * @param id stays the same over corrections
     * @param idNumber masked like {@code health} and {@code disability}; empty when unknown, never masked then
     */
    public record Member(
            UUID id,
            String name,
            Relation relation,
            @Nullable Sex sex,
            @Nullable Integer birthYear,
            String idNumber,
            String health,
            String disability,
            boolean worksAway) {

        /** The same as input, to correct it; only the contact gets unmasked fields. */
        public MemberInput toInput() {
            return new MemberInput(name, relation, sex, birthYear, idNumber, health, disability, worksAway);
        }
    }

    /** Whether the current person may correct what stands here: the contact does. */
    public boolean editable() {
        return masking == Masking.NONE && struckOffOn == null;
    }
}

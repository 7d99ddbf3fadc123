package cn.minqing.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says about one household; whatever it does not say stays as the register has it.
 *
 * @param groupCode code of the villagers' group, or of the village where there are none
 * @param phone empty when the list does not say
 */
public record HouseholdEntry(
        String groupCode,
        String number,
        String headName,
        String phone,
        List<Member> members,
        List<Category> categories) {

    /** A member as a list gives it; null or empty for what it does not say. */
    public record Member(
            String name,
            @Nullable Relation relation,
            @Nullable Sex sex,
            @Nullable Integer birthYear,
            String idNumber,
            String health,
            String disability,
            @Nullable Boolean worksAway) {

        /** This over what is known; for somebody new what is missing is unknown. */
        MemberInput over(@Nullable MemberInput known) {
            return new MemberInput(
                    name,
                    relation != null ? relation : known != null ? known.relation() : Relation.OTHER,
                    sex != null ? sex : known != null ? known.sex() : null,
                    birthYear != null ? birthYear : known != null ? known.birthYear() : null,
                    or(MemberRules.idNumber(idNumber), known == null ? "" : known.idNumber()),
                    or(health, known == null ? "" : known.health()),
                    or(disability, known == null ? "" : known.disability()),
                    worksAway != null ? worksAway : known != null && known.worksAway());
        }

        private static String or(String said, String known) {
            return said.isEmpty() ? known : said;
        }
    }

    /**
     * A vulnerable group the household belongs to (S1.7, S2.5).
     *
     * @param from null where the list does not say
     * @param endsOn the first day on which it no longer holds; null for no end in sight
     */
    public record Category(
            String code, @Nullable LocalDate from, @Nullable LocalDate endsOn) {}

    String villageCode() {
        return groupCode.substring(0, Math.min(12, groupCode.length()));
    }

    String key() {
        return villageCode() + "/" + number;
    }
}

package cn.minqing.household;

import org.jspecify.annotations.Nullable;

/**
 * What is said about a member of a household.
 *
 * @param sex null when unknown
 * @param birthYear null when unknown
 * @param idNumber of the resident identity card, 18 places; empty when unknown
 * @param health illness in words; empty for none
 * @param disability kind and level in words; empty for none
 * @param worksAway lives elsewhere for work most of the year
 */
public record MemberInput(
        String name,
        Relation relation,
        @Nullable Sex sex,
        @Nullable Integer birthYear,
        String idNumber,
        String health,
        String disability,
        boolean worksAway) {

    public MemberInput(String name, Relation relation, @Nullable Sex sex, @Nullable Integer birthYear) {
        this(name, relation, sex, birthYear, "", "", "", false);
    }
}

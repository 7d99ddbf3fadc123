package cn.minqing.campaign;

import java.util.List;
import java.util.Set;

/** What the decision tables of a template say about who takes how many households and places (S1.2, S3.1, S7.6, S9.1). */
public interface ContactQuota {

    /**
     * The households of a rank.
     *
     * @param decision id of the decision table
     * @param templateId id of the template
     * @param rank code of the rank
     */
    Quota of(String decision, String templateId, String rank);

    /** Of which categories these have to be; none where the table says nothing about the rank. */
    List<Mix> mix(String decision, String templateId, String rank);

    /**
     * The places a unit, team or person of some rank is linked with; none where the table names none.
     *
     * @param taker {@code unit}, {@code team} or {@code person}
     * @param level name of the {@code AreaLevel} of the area the unit belongs to
     */
    List<PointRule> points(String decision, String templateId, String taker, String level, String rank);

    /**
     * {@code least} to {@code most} households in all, at most so many of them rural or urban; {@code source} names where
     * the table has it from.
     */
    record Quota(int least, int most, int ruralHouseholds, int urbanHouseholds, String source) {}

    /**
     * Of the households of {@code parent}, or of all where that is empty, {@code least} to {@code most} must be of one of
     * these categories; no categories stand for all that no other row takes.
     */
    record Mix(String id, String name, Set<String> categories, String parent, int least, int most, String source) {}

    /**
     * So many places of one of these kinds.
     *
     * @param within id of an earlier rule whose place contains these (省挂县包乡, S3.3); empty for anywhere
     */
    record PointRule(
            String id, Set<ContactPoint.Kind> kinds, int number, String within, String purpose, String source) {}
}

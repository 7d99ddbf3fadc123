package cn.minqing.campaign;

/** How many contacts a cadre of some rank takes at most; the decision table of the template knows (S1.2, S9.1). */
public interface ContactQuota {

    /**
     * @param decision id of the decision table
     * @param templateId id of the template
     * @param rank code of the rank
     */
    Quota of(String decision, String templateId, String rank);

    /** {@code source} names where the table has it from. */
    record Quota(int villages, int ruralHouseholds, int communities, int urbanHouseholds, String source) {}
}

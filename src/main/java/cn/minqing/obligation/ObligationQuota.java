package cn.minqing.obligation;

/** How many are due of somebody of some rank; the decision table the obligation names knows (S3.2, S7.1). */
public interface ObligationQuota {

    /**
     * @param decision id of the decision table
     * @param rank code of the rank; empty for who has none
     */
    Quota of(String decision, String templateId, String obligationId, String rank);

    /** @param source where the table has it from */
    record Quota(int least, String source) {}
}

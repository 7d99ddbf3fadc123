package cn.minqing.process.disciplinebreach;

/** Names the model {@code discipline-breach} uses. */
public final class DisciplineBreachProcess {
    public static final String ID = "discipline-breach";

    public static final String BREACH_ID = "breachId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String ANSWER_DUE = "answerDue";
    public static final String DECISION_DUE = "decisionDue";

    private DisciplineBreachProcess() {}
}

package cn.minqing.process.issueescalation;

/** Names the model {@code issue-escalation} uses beside those of {@code issue-handling}. */
public final class IssueEscalationProcess {
    public static final String ID = "issue-escalation";

    public static final String LEVEL_ROLE = "levelRole";
    public static final String ACCEPTANCE_DUE = "acceptanceDue";
    public static final String LEVEL_DUE = "levelDue";
    public static final String LEVEL_DECISION = "levelDecision";
    public static final String ESCALATION_OUTCOME = "escalationOutcome";

    /** When the clock of the level rings, as the engine writes repeating times. */
    public static final String LEVEL_DUE_CYCLE = "levelDueCycle";

    public static final String CO_UNIT_IDS = "coUnitIds";
    public static final String CO_UNIT_ID = "coUnitId";

    public static final String CO_HANDLERS_NAMED = "minqing.coHandlersNamed";

    private IssueEscalationProcess() {}
}

package cn.minqing.process.issueescalation;

/** Names the model {@code issue-escalation} uses beside those of {@code issue-handling}. */
public final class IssueEscalationProcess {
    public static final String ID = "issue-escalation";

    public static final String LEVEL_ROLE = "levelRole";
    public static final String ACCEPTANCE_DUE = "acceptanceDue";
    public static final String LEVEL_DUE = "levelDue";
    public static final String LEVEL_DECISION = "levelDecision";
    public static final String ESCALATION_OUTCOME = "escalationOutcome";

    private IssueEscalationProcess() {}
}

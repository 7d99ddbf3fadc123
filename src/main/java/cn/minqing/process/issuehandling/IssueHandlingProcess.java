package cn.minqing.process.issuehandling;

/** Names the model {@code issue-handling} uses. */
public final class IssueHandlingProcess {
    public static final String ID = "issue-handling";

    public static final String ISSUE_ID = "issueId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String HOUSEHOLD_ID = "householdId";
    public static final String FIRST_VISITOR_ID = "firstVisitorId";
    public static final String URGENT = "urgent";
    public static final String SOLVABLE = "solvable";
    public static final String CATEGORY = "category";
    public static final String VULNERABLE = "vulnerable";
    public static final String ROUTE = "route";
    public static final String TRIAGE_CONFIRMED = "triageConfirmed";
    public static final String TRIAGE_DUE = "triageDue";
    public static final String HANDLER_ID = "handlerId";
    public static final String HANDLER_ROLE = "handlerRole";
    public static final String ISSUE_DUE = "issueDue";
    public static final String ISSUE_DUE_SOON = "issueDueSoon";
    public static final String ISSUE_LEVEL = "issueLevel";
    public static final String HANDLING_OUTCOME = "handlingOutcome";
    public static final String FEEDBACK_DUE = "feedbackDue";
    public static final String SATISFACTION_DUE = "satisfactionDue";
    public static final String SATISFIED = "satisfied";
    public static final String CLOSING_ROLE = "closingRole";
    public static final String CLOSING_DUE = "closingDue";
    public static final String CLOSURE_GRANTED = "closureGranted";
    public static final String REOPENED_TWICE = "reopenedTwice";

    /** When the clocks of the handling ring, as the engine writes repeating times. */
    public static final String ISSUE_DUE_CYCLE = "issueDueCycle";

    public static final String ISSUE_DUE_SOON_CYCLE = "issueDueSoonCycle";
    public static final String APPROVER_ROLE = "approverRole";
    public static final String APPROVAL_DUE = "approvalDue";
    public static final String EXTENSION_APPROVED = "extensionApproved";
    public static final String PARKING_APPROVED = "parkingApproved";
    public static final String PARKING_CONTINUES = "parkingContinues";
    public static final String PARKING_APPROVER_ROLE = "parkingApproverRole";
    public static final String REVIEW_FROM = "reviewFrom";
    public static final String REVIEW_DUE = "reviewDue";
    public static final String TELL_PARKING_DUE = "tellParkingDue";

    public static final String EXTENSION_REQUESTED = "minqing.extensionRequested";
    public static final String PARKING_REQUESTED = "minqing.parkingRequested";
    public static final String PARKING_LIFTED = "minqing.parkingLifted";
    public static final String REQUEST_LAPSED = "minqing.requestLapsed";
    public static final String ISSUE_WITHDRAWN = "minqing.issueWithdrawn";

    /** One answer for a common problem is this issue's too (R9). */
    public static final String ANSWERED_TOGETHER = "minqing.answeredTogether";

    /** Late for too long: the level above takes it over; caught here or by {@code issue-escalation} (R6). */
    public static final String HANDLING_RAISED = "minqing.handlingRaised";

    /** The message that another issue answers for this one (R9). */
    public static final String ISSUE_MERGED = "minqing.issueMerged";

    private IssueHandlingProcess() {}
}

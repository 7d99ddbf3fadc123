package cn.minqing.process.project;

/** Names the model {@code project} uses. */
public final class ProjectModel {
    public static final String ID = "project";

    public static final String PROJECT_ID = "projectId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String APPROVE_DUE = "approveDue";
    public static final String PROJECT_APPROVED = "projectApproved";
    public static final String PROJECT_DUE = "projectDue";
    public static final String CHECK_DUE = "checkDue";
    public static final String PROJECT_DONE = "projectDone";

    private ProjectModel() {}
}

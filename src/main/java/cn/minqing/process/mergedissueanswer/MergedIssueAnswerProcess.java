package cn.minqing.process.mergedissueanswer;

/** Names the model {@code merged-issue-answer} uses; its variables are those of {@code issue-handling}. */
public final class MergedIssueAnswerProcess {
    public static final String ID = "merged-issue-answer";

    private MergedIssueAnswerProcess() {}
}

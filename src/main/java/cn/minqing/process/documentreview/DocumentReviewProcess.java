package cn.minqing.process.documentreview;

/** Names the model {@code document-review} uses. */
public final class DocumentReviewProcess {
    public static final String ID = "document-review";

    public static final String DOCUMENT_ID = "documentId";
    public static final String CAMPAIGN_ID = "campaignId";
    public static final String WRITER_ID = "writerId";
    public static final String WRITER_ROLE = "writerRole";
    public static final String DOCUMENT_DUE = "documentDue";
    public static final String REVIEWER_ROLE = "reviewerRole";
    public static final String REVIEW_DUE = "reviewDue";
    public static final String DOCUMENT_ACCEPTED = "documentAccepted";
    public static final String WITHDRAWN = "minqing.documentWithdrawn";

    private DocumentReviewProcess() {}
}

package cn.minqing.issue;

/** What came of an issue (R7): 已解决, 部分解决, 已解释, 无法解决. */
public enum IssueResult {
    RESOLVED,
    PARTLY_RESOLVED,
    EXPLAINED,
    UNRESOLVABLE
}

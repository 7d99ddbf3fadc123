package cn.minqing.project;

/** Where money comes from. */
public enum FundSource {
    /** 财政资金 */
    FINANCE,
    /** 部门资金 */
    DEPARTMENT,
    /** 社会捐赠 */
    DONATION,
    /** 村级自筹 */
    VILLAGE,
    /** 贷款 */
    LOAN
}

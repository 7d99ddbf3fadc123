package cn.minqing.issue;

/** The ways an issue may take (S5.3): 当场解决, 限期解决, 逐级上报, 政策解释. */
public enum Route {
    ON_THE_SPOT,
    WITHIN_DEADLINE,
    ESCALATED,
    POLICY_EXPLANATION
}

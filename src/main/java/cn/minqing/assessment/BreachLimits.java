package cn.minqing.assessment;

/** How long hearing and deciding a breach of discipline may take (S3.8); the decision table {@code breach-limits} answers. */
public interface BreachLimits {

    /** Workdays: for the unit to answer from the day it was recorded, and from there for the leading group to decide. */
    record Limit(int answerDays, int decisionDays) {}

    Limit of(String templateId);
}

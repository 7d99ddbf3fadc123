package cn.minqing.assessment;

/** What a unit writes in its own words: 做法, 成效, 问题, 打算. */
public record SummaryTexts(String practice, String outcome, String problems, String nextSteps) {}

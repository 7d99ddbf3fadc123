package cn.minqing.assessment;

/** What the office writes in the report: 文号 (may be empty), 基本情况, 做法, 成效, 问题, 打算. */
public record ReportTexts(
        String number, String overview, String practice, String outcome, String problems, String nextSteps) {}

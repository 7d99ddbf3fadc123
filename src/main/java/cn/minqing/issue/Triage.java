package cn.minqing.issue;

import java.util.List;

/** Proposes a route; the decision table {@code issue-triage} answers. */
public interface Triage {

    /**
     * @param solvable what the visitor thinks: now, cadre, above, policy
     * @param category code of the template's issue categories
     */
    record Facts(boolean urgent, String solvable, String category, boolean vulnerable) {}

    /**
     * @param level where an escalation begins, name of {@code AreaLevel}; empty for the other routes
     * @param owner code of the role that handles it
     * @param days of the deadline: workdays, or calendar days when {@code calendarDays}
     * @param reason Chinese sentence of the rule row
     * @param source ids of the rules the row rests on
     */
    record Proposal(
            Route route, String level, String owner, int days, boolean calendarDays, String reason, String source) {}

    /** One row of the table as it stands now. */
    record Rule(String id, Route route, String reason, String source) {}

    /** The rows in their order. */
    List<Rule> rules();

    Proposal propose(Facts facts);
}

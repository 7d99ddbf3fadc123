package cn.minqing.campaign;

import java.util.List;
import java.util.Map;

/**
 * What a kind of campaign consists of, as written in {@code processes/templates/<id>.yaml}; the README there documents
 * each field. A running campaign keeps the version it was launched with.
 */
public record CampaignTemplate(
        String id,
        int version,
        String name,
        String source,
        List<PhasePlan> phases,
        List<Obligation> obligations,
        Assignment assignment,
        List<Choice> issueCategories,
        List<Choice> vulnerabilities,
        Escalation escalation,
        Limits limits,
        SpotCheck spotCheck,
        List<AssessmentItem> assessment) {

    /** One phase: how it is worded here, how many days it lasts by default, and its work in words. */
    public record PhasePlan(Phase phase, String name, int days, List<String> work) {}

    /**
     * Something due once for each household (S1.4).
     *
     * @param form id of the form that must be complete for it, empty for none
     */
    public record Obligation(String id, String name, String evidence, String form, String source) {}

    /** {@code rule} names the way contacts are assigned, {@code decision} the table that gives each rank its quota. */
    public record Assignment(String rule, String decision) {}

    public record Choice(String code, String name) {}

    /** Levels an issue may climb, lowest first, as names of {@code AreaLevel}. */
    public record Escalation(List<String> levels) {}

    /** Workdays for each step that has no date of its own. Keys: acceptance, feedback, satisfaction, closing, strikeOff, summary, triage, spotCheck. */
    public record Limits(Map<String, Integer> workdays) {
        public int of(String step) {
            var days = workdays.get(step);
            if (days == null) {
                throw new IllegalArgumentException("The template sets no limit for " + step);
            }
            return days;
        }
    }

    /** Share of the finished files that an inspector visits again, 0 to 100. */
    public record SpotCheck(int percent) {}

    /** One line of the assessment; {@code measure} names what is computed: coverage, files, obligations, answered, satisfaction. */
    public record AssessmentItem(String id, String name, String measure, String source) {}
}

package cn.minqing.campaign;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of campaign consists of, as written in {@code processes/templates/<id>.yaml}; the README there documents
 * each field. A running campaign keeps the version it was launched with.
 *
 * @param sourceName the document behind it as people call it; null to show only {@code source}
 * @param obligationsName how people call the obligations together (六个一); null when they have no name of their own
 */
public record CampaignTemplate(
        String id,
        int version,
        String name,
        String source,
        @Nullable String sourceName,
        List<PhasePlan> phases,
        @Nullable String obligationsName,
        List<Obligation> obligations,
        Assignment assignment,
        List<Choice> issueCategories,
        List<Choice> vulnerabilities,
        Escalation escalation,
        Limits limits,
        SpotCheck spotCheck,
        List<AssessmentItem> assessment,
        @Nullable Ledger ledger) {

    /** Workdays for sorting and publishing a month's ledger where a template says nothing. */
    private static final int LEDGER_WORKDAYS = 3;

    /** The classes of the ledger; a template from before there were any has one for each category of issues. */
    public List<LedgerClass> ledgerClasses() {
        return ledger != null
                ? ledger.classes()
                : issueCategories.stream()
                        .map(choice -> new LedgerClass(choice.code(), choice.name(), List.of(choice.code()), "S7.8"))
                        .toList();
    }

    /** How many workdays sorting and publishing a month's ledger may take together. */
    public int ledgerWorkdays() {
        return ledger != null ? ledger.workdays() : LEDGER_WORKDAYS;
    }

    /** How this kind of campaign words the phase, how long it lasts and what is done in it. */
    public PhasePlan phase(Phase wanted) {
        return phases.stream()
                .filter(plan -> plan.phase() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no phase " + wanted));
    }

    /** One phase: how it is worded here, how many days it lasts by default, and its work in words. */
    public record PhasePlan(Phase phase, String name, int days, List<String> work) {}

    /**
     * Something due once for each household (S1.4).
     *
     * @param form id of the form that must be complete for it, empty for none
     * @param issueSolved whether an issue of the household must be solved for it, or that there is none be written
     */
    public record Obligation(
            String id, String name, String evidence, String form, boolean issueSolved, String source) {}

    /** {@code rule} names the way contacts are assigned, {@code decision} the table that gives each rank its quota. */
    public record Assignment(String rule, String decision) {}

    public record Choice(String code, String name) {}

    /**
     * @param levels levels an issue may climb, lowest first, as names of {@code AreaLevel}
     * @param closing for each level the code of the role that closes what ended there
     */
    public record Escalation(List<String> levels, Map<String, String> closing) {}

    /** Workdays for each step that has no date of its own; the keys are {@link CampaignTemplates#LIMITS}. */
    public record Limits(Map<String, Integer> workdays) {
        public int of(String step) {
            var days = workdays.get(step);
            if (days == null) {
                throw new IllegalArgumentException("The template sets no limit for " + step);
            }
            return days;
        }
    }

    /**
     * How the ledger is divided (S2.2, S7.8, S8.4) and how many workdays a month's ledger may take from the day it is
     * due until it is published.
     */
    public record Ledger(int workdays, List<LedgerClass> classes) {}

    /** One class of the ledger, and the categories of issues that go into it unless an office sorts otherwise. */
    public record LedgerClass(String code, String name, List<String> categories, String source) {}

    /** Share of the finished files that an inspector visits again, 0 to 100. */
    public record SpotCheck(int percent) {}

    /** One line of the assessment; {@code measure} names what is computed: coverage, files, obligations, answered, satisfaction. */
    public record AssessmentItem(String id, String name, String measure, String source) {}
}

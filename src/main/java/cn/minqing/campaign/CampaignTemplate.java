package cn.minqing.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<Category> vulnerabilities,
        Escalation escalation,
        Limits limits,
        SpotCheck spotCheck,
        List<AssessmentItem> assessment,
        @Nullable Ledger ledger,
        @Nullable List<ActivityKind> activities,
        @Nullable List<Document> documents,
        @Nullable Duty duty,
        @Nullable Standing standing,
        @Nullable Poll poll,
        @Nullable Discipline discipline,
        @Nullable Map<String, String> words) {

    /** Workdays for sorting and publishing a month's ledger where a template says nothing. */
    private static final int LEDGER_WORKDAYS = 3;

    /** Documents that tasks of {@code campaign} and {@code unit-summary} produce: nobody is asked for them twice. */
    private static final Set<String> OWN_TASKS = Set.of("campaign-plan", "unit-summary", "summary-report");

    /** What is due once for each household and stands on the visit sheet. */
    public List<Obligation> householdObligations() {
        return obligations.stream()
                .filter(obligation -> obligation.owedBy() == Per.HOUSEHOLD)
                .toList();
    }

    /** What cadres, units, teams, villages, enterprises or the campaign owe, counted from the records of their work. */
    public List<Obligation> countedObligations() {
        return obligations.stream()
                .filter(obligation -> obligation.owedBy() != Per.HOUSEHOLD)
                .toList();
    }

    /** The kinds of other work that can be recorded; none where the template names none. */
    public List<ActivityKind> activityKinds() {
        return activities == null ? List.of() : activities;
    }

    /** The documents to hand in; none where the template names none. */
    public List<Document> documentsDue() {
        return documents == null ? List.of() : documents;
    }

    /** The documents that are handed in and reviewed one by one; the others have tasks of their own. */
    public List<Document> documentsToReview() {
        return documentsDue().stream()
                .filter(document -> !OWN_TASKS.contains(document.id()))
                .toList();
    }

    /**
     * How people call something in this kind of campaign.
     *
     * @param key one of {@link CampaignTemplates#WORDS}
     * @param usual what it is called where the template says nothing
     */
    public String word(String key, String usual) {
        return words == null ? usual : words.getOrDefault(key, usual);
    }

    /** Whether a household of these categories comes first: one that a template does not know counts as in need. */
    public boolean comesFirst(Collection<String> categories) {
        return categories.stream()
                .anyMatch(code -> vulnerabilities.stream()
                        .filter(category -> category.code().equals(code))
                        .allMatch(Category::comesFirst));
    }

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

    /** Who owes an obligation; a team is a unit set up for one campaign. */
    public enum Per {
        HOUSEHOLD,
        CADRE,
        UNIT,
        TEAM,
        VILLAGE,
        ENTERPRISE,
        CAMPAIGN
    }

    /** How often an obligation falls due: once in each of these. */
    public enum Every {
        MONTH,
        QUARTER,
        YEAR,
        CAMPAIGN
    }

    /** What is counted towards an obligation; never a quota of problems found. */
    public enum Count {
        /** Visits that found somebody at home. */
        VISITS,
        /** The least number of visits any of the own households has had (S9.3: each is visited twice). */
        VISITS_EACH,
        /** Different days with a visit, a duty or an activity of one of the kinds; a stay counts each of its days. */
        DAYS,
        /** Activities of the kinds. */
        ACTIVITIES,
        /** Different households reached by activities of the kinds, {@code leastEach} yuan for each where it is given. */
        HOUSEHOLDS,
        /** Yuan given or raised in activities of the kinds. */
        AMOUNT,
        /** Documents of the kinds, accepted. */
        DOCUMENTS
    }

    /**
     * Something due: once for each household on the visit sheet (S1.4), or counted from the records of somebody's work
     * (S2.1, S3.2, S4.3, S7.1, S7.12, S8.3, S9.3), never typed in.
     *
     * @param form id of the form that must be complete for it, empty for none; for households only
     * @param issueSolved whether an issue of the household must be solved for it, or that there is none be written
     * @param per who owes it; null for each household
     * @param every how often; null for once in the campaign
     * @param count what is counted; null for a household's, which the visit sheet knows
     * @param kinds codes of the activity kinds, documents or visit kinds that count; null or empty for all
     * @param least how many are due; 0 when {@code decision} says it by rank
     * @param leastEach yuan each household must have got to count; null for any
     * @param decision id of the table that gives the number by rank; null when {@code least} does
     */
    public record Obligation(
            String id,
            String name,
            String evidence,
            String form,
            boolean issueSolved,
            String source,
            @Nullable Per per,
            @Nullable Every every,
            @Nullable Count count,
            @Nullable List<String> kinds,
            int least,
            @Nullable Integer leastEach,
            @Nullable String decision) {

        public Per owedBy() {
            return per == null ? Per.HOUSEHOLD : per;
        }

        public Every due() {
            return every == null ? Every.CAMPAIGN : every;
        }

        public List<String> countedKinds() {
            return kinds == null ? List.of() : kinds;
        }
    }

    /** What the record of a kind of activity asks for beside title, day and words. */
    public enum Ask {
        /** The households it reached; with AMOUNT or GOODS what each got. */
        HOUSEHOLDS,
        /** How many people took part. */
        PARTICIPANTS,
        /** Yuan. */
        AMOUNT,
        /** What was given, in words. */
        GOODS,
        /** From the first to the last day. */
        DAYS,
        /** Who of the cadres took part. */
        CADRES,
        /** The enterprise it was about. */
        ENTERPRISE,
        /** Who gave it who is no cadre (S9.10). */
        VOLUNTEERS,
        /** The leader of the village confirms that it is there, before it counts (S7.12). */
        CONFIRMATION
    }

    /**
     * A kind of other work (S3.2, S4.3, S7.12, S8.2, S9.3): lectures, trainings, joint activities, stays, good deeds,
     * condolence goods.
     *
     * @param by who records it: cadre, unit-leader, campaign-office or village-leader
     * @param asks what its record needs beside title, day, place and words
     */
    public record ActivityKind(String code, String name, List<String> by, List<Ask> asks, String source) {}

    /**
     * A document to hand in and have reviewed (S1.9, S6.1, S8.5).
     *
     * @param per campaign, unit, team or cadre
     * @param phase by the end of which it is due
     * @param by code of the role that hands it in
     * @param review code of the role that accepts or returns it; nobody reviews their own
     * @param form id of the form it is written in; null or empty for title and text
     */
    public record Document(
            String id,
            String name,
            String per,
            Phase phase,
            String by,
            String review,
            @Nullable String form,
            String source) {}

    /**
     * The duty roster (S7.5), generated for the length of the campaign; holidays are skipped.
     *
     * @param per VILLAGE or UNIT: which of the places each has its duty
     * @param weekdays names of {@code java.time.DayOfWeek}
     * @param leaderWeekday the weekday on which the leader sits, in odd weeks of the year; null for none
     */
    public record Duty(
            Per per, List<String> weekdays, @Nullable String leaderWeekday, String source) {}

    /** A campaign that stays: it closes a period at a time and goes on (S3, S8.9, S9). */
    public record Standing(Every period, String source) {}

    /**
     * The satisfaction poll at acceptance (S7.13).
     *
     * @param percent share of the households that are asked, 1 to 100
     * @param least the least number asked of each unit
     * @param form id of the form with the questions
     */
    public record Poll(int percent, int least, String form, String source) {}

    /**
     * What nobody may do in the field (S3.8 六不, S8.8 三不准).
     *
     * @param name how people call the lines together
     * @param veto whether a breach that was proved keeps a unit from the best grade
     */
    public record Discipline(String name, boolean veto, List<String> lines, String source) {}

    /** Where the households of a cadre lie. */
    public enum Near {
        ANYWHERE,
        /** In the places the cadre or the unit is linked with, as far as there are enough. */
        PREFERRED,
        /** Only there; who is linked with no place may take them anywhere. */
        ONLY
    }

    /**
     * How contacts and contact points are assigned.
     *
     * @param rule {@code balanced-by-unit}: every household gets somebody; {@code up-to-quota}: everybody takes as many as
     *     allowed; {@code as-required}: everybody takes what is demanded
     * @param decision id of the table that says how many households a rank takes
     * @param purposes what a unit or person may be linked to a place for (S2.6, S3.1); null for no difference
     * @param mix id of the table that says of which categories these must be; null for any
     * @param points id of the table that says who is linked with which kind of place; null for nobody
     * @param within where the households lie; null for anywhere
     * @param rotation in how many years everybody serves in the team that goes out (S3.9); null for no rotation
     * @param quotas how many households a rank takes, instead of the table
     */
    public record Assignment(
            String rule,
            String decision,
            @Nullable List<String> purposes,
            @Nullable String mix,
            @Nullable String points,
            @Nullable Near within,
            @Nullable Integer rotation,
            @Nullable List<RankQuota> quotas) {

        /** What this template itself says of a rank; its table is asked where it says nothing. */
        public Optional<RankQuota> own(String rank) {
            return quotas == null
                    ? Optional.empty()
                    : quotas.stream()
                            .filter(one -> one.ranks().isEmpty() || one.ranks().contains(rank))
                            .findFirst();
        }

        public Near near() {
            return within == null ? Near.ANYWHERE : within;
        }
    }

    /** {@code least} to {@code most} households for these ranks, or for all where none is named. */
    public record RankQuota(List<String> ranks, @Nullable Integer least, int most) {}

    public record Choice(String code, String name) {}

    /**
     * A group of households.
     *
     * @param vulnerable whether it comes first in visits and in handling (S1.7, S2.5); null for yes. Party members and
     *     able persons, who are only to be told apart (S7.1, S7.6), do not
     */
    public record Category(
            String code, String name, @Nullable Boolean vulnerable) {
        public boolean comesFirst() {
            return !Boolean.FALSE.equals(vulnerable);
        }
    }

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

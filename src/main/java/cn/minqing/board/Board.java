package cn.minqing.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A campaign within one area. Units and people are never compared here.
 *
 * @param path from the widest area one may see down to this one
 * @param parts the areas directly below, by code; empty for a group
 * @param asOf when coverage and income were counted; issues and obligations are of now
 */
public record Board(
        List<Place> path,
        Coverage whole,
        List<Coverage> parts,
        Issues issues,
        List<Income> income,
        List<Duty> obligations,
        List<Outcome> outcomes,
        Instant asOf) {

    public record Place(String code, String name) {}

    /**
     * How far the visits have come (S1.2).
     *
     * @param registered households of the register that are not struck off
     * @param inContact of them those somebody is in contact with
     */
    public record Coverage(
            String code, String name, boolean divided, int registered, int inContact, int visited, int complete) {}

    /**
     * The issues (S4.4): what was raised, and how it stands.
     *
     * @param byState by the states of an issue
     * @param byClass by code of the ledger class its category goes into
     * @param coordinated being handled above the first visitor
     * @param suggestions opinions of meetings taken as suggestions; of the whole campaign
     */
    public record Issues(
            int registered,
            int solved,
            int coordinated,
            int overdue,
            int suggestions,
            Map<String, Integer> byState,
            Map<String, Integer> byClass) {}

    /**
     * Yearly income of one kind (S1.5), yuan, summed over the households that told it.
     *
     * @param households how many told this year's
     */
    public record Income(String kind, int households, BigDecimal thisYear, BigDecimal planned) {}

    /**
     * What has come of it for the households (S9.5).
     *
     * @param id of a measure {@code outcome.<group>.<item>}, of its group for those with all of it, or {@link #AVERAGE}
     * @param labels what the form calls it; for a group the headings of its items
     * @param households how many told it
     */
    public record Outcome(String id, List<String> labels, int households, int fulfilled) {
        /** Households whose income per person reaches the average of the area. */
        public static final String AVERAGE = "average";

        public boolean isGroup() {
            return id.indexOf('.') == id.lastIndexOf('.') && id.indexOf('.') > 0;
        }
    }

    /** How many have done enough of what they owe; of the whole campaign. */
    public record Duty(String id, String name, int due, int met) {}
}

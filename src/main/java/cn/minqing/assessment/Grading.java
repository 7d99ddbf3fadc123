package cn.minqing.assessment;

import org.jspecify.annotations.Nullable;

/** Grades a rate; the decision table {@code assessment-score} answers. */
public interface Grading {

    /**
     * @param grade good, fair or poor
     * @param reason Chinese sentence of the rule row
     * @param source ids of the rules the row rests on
     */
    record Grade(String grade, String reason, String source) {}

    /**
     * @param item id of the template's assessment item
     * @param measure as the template writes it; the table sees what stands before the colon
     * @param rate 0 to 1, null when there is nothing to divide by
     */
    Grade grade(String item, String measure, @Nullable Double rate);

    /**
     * The grade of a unit as a whole; the decision table {@code assessment-overall} answers.
     *
     * @param goodShare share of the lines that are good, null for none at all
     * @param poor how many lines are poor
     * @param breaches how many breaches of discipline were proved (S3.8 一票否决)
     */
    Grade overall(@Nullable Double goodShare, int poor, int breaches);
}

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
     * @param rate 0 to 1, null when there is nothing to divide by
     */
    Grade grade(String item, @Nullable Double rate);
}

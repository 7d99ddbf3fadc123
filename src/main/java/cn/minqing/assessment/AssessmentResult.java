package cn.minqing.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the assessment: a figure, what it is made of, and its grade.
 *
 * @param period of the campaign; 1 unless it is a standing one
 * @param unitId null for the whole campaign
 * @param unitName empty for the whole campaign
 * @param measure as the template writes it, e.g. coverage, {@code obligation:<id>}, {@code zero:<category>}: tells what
 *     numerator and denominator count
 * @param rate numerator by denominator, null when there is nothing to divide by
 * @param grade good, fair or poor
 * @param reason Chinese sentence of the rule row that decided
 * @param source ids of the rules the row rests on
 * @param against how many records speak against a full mark; {@link Assessments#recordsBehind} has them
 */
public record AssessmentResult(
        UUID id,
        int period,
        @Nullable UUID unitId,
        String unitName,
        String item,
        String itemName,
        String measure,
        int numerator,
        int denominator,
        @Nullable Double rate,
        String grade,
        String reason,
        String source,
        int against) {

    /** The kind of measure: what stands before the colon. */
    public String measureKind() {
        var colon = measure.indexOf(':');
        return colon < 0 ? measure : measure.substring(0, colon);
    }
}

package cn.minqing.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a measure comes to for a campaign and each of its units.
 *
 * @param units by unit; a unit that is missing has nothing to measure
 */
record Measured(Part whole, Map<UUID, Part> units) {
    private static final Part NOTHING = new Part(0, 0, null, List.of());

    /**
     * @param rate 0 to 1; null when there is nothing to divide by
     * @param against the records that speak against a full mark
     */
    record Part(int numerator, int denominator, @Nullable Double rate, List<Assessments.Behind> against) {
        static Part share(int numerator, int denominator, List<Assessments.Behind> against) {
            return new Part(
                    numerator, denominator, denominator == 0 ? null : (double) numerator / denominator, against);
        }

        /** Something that must not occur: the full mark for none at all. */
        static Part none(List<Assessments.Behind> occurred) {
            return new Part(occurred.size(), occurred.size(), occurred.isEmpty() ? 1.0 : 0.0, occurred);
        }
    }

    /** The campaign's share is that of its units together. */
    static Measured shares(Map<UUID, Part> units) {
        var numerator = units.values().stream().mapToInt(Part::numerator).sum();
        var denominator = units.values().stream().mapToInt(Part::denominator).sum();
        return new Measured(Part.share(numerator, denominator, List.of()), units);
    }

    /** Something that must not occur in any unit; every one of {@code unitIds} gets its line. */
    static Measured none(Collection<UUID> unitIds, List<Assessments.Behind> occurred) {
        var units = new HashMap<UUID, Part>();
        for (var unit : unitIds) {
            units.put(
                    unit,
                    Part.none(occurred.stream()
                            .filter(one -> one.unitId().equals(unit))
                            .toList()));
        }
        return new Measured(Part.none(occurred), units);
    }

    Part of(@Nullable UUID unitId) {
        return unitId == null ? whole : units.getOrDefault(unitId, NOTHING);
    }
}

package cn.minqing.issue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One issue in a list.
 *
 * @param number what a resident is told: readable and unique
 * @param householdId null for a matter of the whole village
 */
public record IssueSummary(
        UUID id,
        String number,
        @Nullable UUID householdId,
        String title,
        String category,
        Route route,
        String state,
        @Nullable LocalDate deadline,
        LocalDate registeredOn) {}

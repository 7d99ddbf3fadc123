package cn.minqing.issue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One issue in a list. {@code number} is what a resident is told: readable and unique. */
public record IssueSummary(
        UUID id,
        String number,
        UUID householdId,
        String title,
        String category,
        Route route,
        String state,
        @Nullable LocalDate deadline,
        LocalDate registeredOn) {}

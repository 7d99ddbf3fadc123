package cn.minqing.obligation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record behind a figure.
 *
 * @param id for going on after it
 * @param kind as in {@link Work#kind()}
 * @param titled whether the record has a title of its own, and so a page
 * @param title of the record, where it has one; else the household's head
 * @param place in words; empty where there is none
 * @param personName who did it; empty where nobody is named
 */
public record WorkRecord(
        UUID id,
        String kind,
        UUID sourceId,
        LocalDate day,
        boolean late,
        boolean titled,
        String title,
        String place,
        String personName,
        @Nullable UUID householdId,
        @Nullable BigDecimal amount) {}

package cn.minqing.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the visits of one contact have come.
 *
 * @param visits how often somebody was met
 * @param lastVisit null while nobody was
 */
public record FileStatus(
        UUID contactId,
        FileState state,
        int visits,
        int obligationsMet,
        @Nullable LocalDate lastVisit,
        @Nullable LocalDate completedOn) {}

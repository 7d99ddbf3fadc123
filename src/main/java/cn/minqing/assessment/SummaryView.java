package cn.minqing.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit's summary.
 *
 * @param round 1, and one more for each remedial round
 * @param figures as handed in; while it is being written, as they are now
 * @param writer name of who handed it in, empty before
 * @param returnedReason why the office sent it back last, empty if it did not
 */
public record SummaryView(
        UUID id,
        UUID campaignId,
        UUID unitId,
        String unitName,
        SummaryState state,
        int round,
        LocalDate due,
        SummaryTexts texts,
        Figures figures,
        String writer,
        @Nullable Instant submittedAt,
        String returnedReason) {}

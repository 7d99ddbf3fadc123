package cn.minqing.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report of a campaign as it is being worked on.
 *
 * @param figures as they are now
 * @param units the same for each unit
 * @param compiler name of who compiled it last, empty before
 * @param fileHash SHA-256 of the filed PDF, empty before it is filed
 */
public record ReportView(
        UUID campaignId,
        ReportTexts texts,
        Figures figures,
        List<UnitFigures> units,
        String compiler,
        @Nullable Instant compiledAt,
        String fileHash) {}

package cn.minqing.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One project.
 *
 * @param unit the unit in charge
 * @param issueId the issue it came out of; null for none
 * @param reason why it was refused, or is not accepted as done yet; empty otherwise
 * @param planned and {@code arrived}: yuan, over all sources
 */
public record ProjectView(
        UUID id,
        UUID campaignId,
        String campaign,
        UUID hostUnitId,
        UUID unitId,
        String unit,
        String areaCode,
        String place,
        String name,
        String content,
        Projects.Origin origin,
        @Nullable UUID issueId,
        ProjectState state,
        LocalDate due,
        String result,
        String reason,
        UUID proposedBy,
        @Nullable UUID reportedBy,
        BigDecimal planned,
        BigDecimal arrived,
        List<Fund> funds) {

    public boolean overdue(LocalDate today) {
        return state == ProjectState.RUNNING && today.isAfter(due);
    }
}

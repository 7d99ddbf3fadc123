package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit or a person linked to a place (联系点; S2.6, S3.1, S3.3, S4.1, S7.6, S8.1, S9.1). Exactly one of {@code areaId}
 * and {@code enterpriseId} is there.
 *
 * @param unitId the unit, or the unit for which the person acts
 * @param personId null where the unit itself is linked
 * @param purpose what the link is for, as the table of the template names it; may be empty
 * @param until the first day on which it no longer lasts; null while it lasts
 */
public record ContactPoint(
        UUID id,
        UUID campaignId,
        Kind kind,
        UUID unitId,
        @Nullable UUID personId,
        @Nullable UUID areaId,
        @Nullable UUID enterpriseId,
        String purpose,
        LocalDate from,
        @Nullable LocalDate until) {

    /** What a link can lead to. */
    public enum Kind {
        VILLAGE,
        COMMUNITY,
        ENTERPRISE,
        TOWN,
        COUNTY,
        GROUP
    }

    /** The id of the area or of the enterprise. */
    public UUID placeId() {
        var place = areaId == null ? enterpriseId : areaId;
        if (place == null) {
            throw new IllegalStateException("A contact point without a place: " + id);
        }
        return place;
    }
}

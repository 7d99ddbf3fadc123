package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cadre in contact with a household, from a date until they hand over.
 *
 * @param cardCode what stands on the contact card and in its QR code
 * @param until null while it lasts
 */
public record Contact(
        UUID id,
        UUID campaignId,
        UUID householdId,
        UUID personId,
        UUID unitId,
        LocalDate from,
        @Nullable LocalDate until,
        String cardCode) {}

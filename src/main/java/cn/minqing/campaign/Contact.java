package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cadre in contact with a household, from a date until they hand over.
 *
 * @param id names the running contact of the household and stays the same when a successor takes over
 * @param until the first day on which it no longer lasts; null while it lasts
 * @param cardCode what stands on the contact card and in its QR code; empty until the cards are issued
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

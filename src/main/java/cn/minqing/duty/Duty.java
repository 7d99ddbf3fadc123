package cn.minqing.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of duty as pages show it.
 *
 * @param place the village in words, from the town down
 * @param leader whether it is the leader's turn
 * @param visitors how many people came; null until it is recorded
 * @param words what the record says, or why the turn was not held
 * @param late recorded after its day
 * @param missed its day went by without a record
 */
public record Duty(
        UUID id,
        UUID campaignId,
        UUID areaId,
        String areaCode,
        String place,
        UUID unitId,
        String unit,
        UUID personId,
        String person,
        LocalDate day,
        boolean leader,
        DutyState state,
        @Nullable Integer visitors,
        String words,
        boolean late,
        boolean missed) {}

package cn.minqing.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as pages show it.
 *
 * @param village in words, from the town down
 * @param place where in the village
 * @param invited who is invited, in words
 * @param cadres who holds it beside the holder
 * @param attendance how many residents came; null until it was held
 * @param minutes what was said, or why it was cancelled
 * @param open opinions nobody has settled yet
 * @param readable whether the current person reads the minutes and opinions
 */
public record Meeting(
        UUID id,
        UUID campaignId,
        MeetingKind kind,
        String title,
        UUID areaId,
        String areaCode,
        String village,
        UUID unitId,
        String unit,
        UUID holderId,
        String holder,
        LocalDate day,
        @Nullable LocalTime begins,
        String place,
        String invited,
        MeetingState state,
        List<String> cadres,
        @Nullable Integer attendance,
        String minutes,
        boolean late,
        int opinions,
        int open,
        boolean readable) {}

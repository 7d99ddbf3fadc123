package cn.minqing.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is planned.
 *
 * @param key makes planning repeatable
 * @param day may lie in the past for a meeting that was held already; it is then marked late
 * @param cadres who holds it beside the current person
 */
public record NewMeeting(
        UUID key,
        UUID campaignId,
        @Nullable MeetingKind kind,
        String title,
        @Nullable UUID areaId,
        @Nullable LocalDate day,
        @Nullable LocalTime begins,
        String place,
        String invited,
        List<UUID> cadres) {}

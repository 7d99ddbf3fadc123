package cn.minqing.supervision;

import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervision notice.
 *
 * @param failures how often the recheck was not passed
 * @param automatic whether the ladder ordered it
 * @param barred the current person rectified it and may not recheck
 */
public record NoticeView(
        UUID id,
        String number,
        UUID campaignId,
        NoticeSubject subjectType,
        UUID subjectId,
        String subject,
        String unit,
        String rectifierRole,
        NoticeState state,
        boolean automatic,
        String reason,
        String requirement,
        @Nullable LocalDate due,
        @Nullable String requestedBy,
        Instant requestedAt,
        String rectification,
        int failures,
        boolean barred,
        List<Entry> entries,
        List<WorkItem> mine) {

    /** {@code kind}: REQUESTED, ORDERED, DROPPED, RECTIFIED, PASSED, FAILED, REMINDED, CIRCULATED; no person: the system. */
    public record Entry(Instant at, @Nullable String person, String kind, String text) {}
}

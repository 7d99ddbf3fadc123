package cn.minqing.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be supervised.
 *
 * @param subjectId an issue, a unit, or the contact whose household file it is
 * @param requirement what has to be done; may be left to who orders it
 * @param due until when; null for 5 workdays
 */
public record NewNotice(
        UUID campaignId,
        NoticeSubject subjectType,
        UUID subjectId,
        String reason,
        String requirement,
        @Nullable LocalDate due) {}

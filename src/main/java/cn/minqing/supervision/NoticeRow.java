package cn.minqing.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the list of notices. */
public record NoticeRow(
        UUID id,
        String number,
        NoticeSubject subjectType,
        String subject,
        String unit,
        NoticeState state,
        String reason,
        @Nullable LocalDate due,
        int failures,
        Instant requestedAt) {}

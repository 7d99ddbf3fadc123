package cn.minqing.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A circular about a unit. {@code issuedBy} is null when the ladder issued it. */
public record Circular(
        UUID id,
        String number,
        UUID campaignId,
        CircularKind kind,
        String unit,
        String title,
        String text,
        @Nullable UUID issueId,
        @Nullable UUID noticeId,
        @Nullable String issuedBy,
        Instant issuedAt) {}

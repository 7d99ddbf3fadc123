package cn.minqing.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bulletin.
 *
 * @param number within the campaign; 0 until it is published
 * @param reason why it was returned; empty otherwise
 */
public record Bulletin(
        UUID id,
        UUID campaignId,
        String campaign,
        String host,
        UUID hostUnitId,
        int number,
        BulletinState state,
        LocalDate from,
        LocalDate to,
        String title,
        String body,
        UUID writtenBy,
        String writer,
        String signer,
        String reason,
        @Nullable Instant publishedAt) {}

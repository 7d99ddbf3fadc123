package cn.minqing.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document with everything that was handed in before.
 *
 * @param kind its id in the template
 * @param form id of the form it is written in; empty for title and text
 * @param late handed in after the day it was due
 * @param reason why it was returned or is not wanted any more; empty otherwise
 * @param featured printed in full in the summary report
 * @param earlier versions that were returned, newest first
 */
public record DocumentView(
        UUID id,
        UUID campaignId,
        String campaignName,
        String kind,
        String name,
        UUID unitId,
        String unitName,
        @Nullable UUID personId,
        String personName,
        String form,
        String source,
        DocumentState state,
        LocalDate due,
        DocumentContent content,
        String writer,
        @Nullable Instant handedInAt,
        boolean late,
        String reviewer,
        String reason,
        boolean featured,
        List<Earlier> earlier) {

    /** A version that was returned. */
    public record Earlier(DocumentContent content, String writer, Instant at, String reviewer, String reason) {}
}

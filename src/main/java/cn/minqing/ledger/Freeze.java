package cn.minqing.ledger;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen ledger (封存).
 *
 * @param number counts from 1 within the ledger
 * @param serial what stands on the paper, unique: TZ-2013-000012
 * @param last whether it is the one made when the campaign was archived
 * @param onTheSpot what was answered on the spot since the freeze before: counted, not listed (S7.8)
 * @param sha256 over a canonical rendering of everything in it and of the hash before
 * @param previousSha256 empty for the first
 */
public record Freeze(
        UUID id,
        UUID ledgerId,
        UUID campaignId,
        String campaignName,
        String areaName,
        int number,
        String serial,
        YearMonth month,
        boolean last,
        Instant frozenAt,
        int onTheSpot,
        int rows,
        String sha256,
        String previousSha256) {

    /** One line as it stood; the applicant with the surname only. */
    public record Row(
            UUID issueId,
            String number,
            String classCode,
            String applicant,
            String place,
            String title,
            String responsible,
            LocalDate deadline,
            IssueState state,
            @Nullable IssueResult result,
            String answer,
            boolean deed) {}

    /** What a change is. */
    public enum ChangeKind {
        ADDED,
        CHANGED,
        CLOSED,
        /** The line left the ledger because the issue was merged; {@code after} is the number it went into. */
        MERGED,
        /** The line left the ledger because the resident took it back. */
        WITHDRAWN,
        REMOVED
    }

    /**
     * One difference to the freeze before.
     *
     * @param field {@code class, title, responsible, deadline, state, result, answer}; empty for a whole line
     * @param before codes where the field has codes; empty when there was nothing
     */
    public record Change(
            UUID issueId, String number, String title, ChangeKind kind, String field, String before, String after) {}

    /**
     * Whether what is stored is what was frozen.
     *
     * @param intact the rows still give the hash
     * @param chained the freeze before still has the hash this one was built on
     * @param computed the hash that the rows give now
     */
    public record Verification(boolean intact, boolean chained, String computed) {
        public boolean good() {
            return intact && chained;
        }
    }

    /** Everything of one freeze. */
    public record Whole(Freeze freeze, List<Row> rows, List<Change> changes, Verification verification) {}
}

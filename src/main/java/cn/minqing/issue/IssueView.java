package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of one issue, as far as the current person may see it.
 *
 * @param level name of the {@code AreaLevel} it reached last; null while it never left the first visitor
 * @param clock null when the household has its answer and nothing is due any more
 * @param waiting the open work items about it, whoever's they are
 * @param mine those of them the current person may work on
 */
public record IssueView(
        UUID id,
        String number,
        UUID campaignId,
        String campaignName,
        HouseholdRef household,
        String title,
        String description,
        String category,
        String categoryName,
        boolean urgent,
        String solvable,
        IssueState state,
        @Nullable Route route,
        @Nullable String level,
        WorkItem.Colour colour,
        Instant registeredAt,
        String firstVisitor,
        String unit,
        Charged charged,
        @Nullable Clock clock,
        Proposal proposal,
        @Nullable IssueResult result,
        String answer,
        String evidence,
        int reopened,
        @Nullable Told told,
        @Nullable Satisfaction satisfaction,
        @Nullable Closed closed,
        List<Entry> entries,
        List<Level> levels,
        List<IssueSummary> related,
        List<WorkItem> waiting,
        List<WorkItem> mine,
        Intake intake) {

    /**
     * How it came in, and what it belongs to.
     *
     * @param registeredBy who wrote it down; for {@link Channel#CARD} the contact in whose name the resident did
     */
    public record Intake(
            Channel channel,
            String registeredBy,
            List<Related> related,
            @Nullable Common common) {}

    /**
     * Another issue that belongs to this one.
     *
     * @param id null when the viewer may not open it
     * @param kind RELATED, AGAIN (it was closed and this one brings it up again), CAME_AGAIN (the other way round),
     *     MERGED_INTO (it answers for this one), MERGED_HERE
     */
    public record Related(
            @Nullable UUID id, String number, String title, IssueState state, LocalDate registeredOn, String kind) {}

    /** The common problem whose answer is its answer (R9). */
    public record Common(UUID id, String number, String title) {}

    private static final Set<EntryKind> CLAIMS = EnumSet.of(
            EntryKind.HANDLED,
            EntryKind.EXPLAINED,
            EntryKind.TOLD,
            EntryKind.SATISFIED,
            EntryKind.DISSATISFIED,
            EntryKind.CLOSED,
            EntryKind.CLOSURE_REFUSED);

    /** The same for somebody who must not know yet what came of it. */
    public IssueView withoutResult() {
        return new IssueView(
                id,
                number,
                campaignId,
                campaignName,
                household,
                title,
                description,
                category,
                categoryName,
                urgent,
                solvable,
                state,
                route,
                level,
                colour,
                registeredAt,
                firstVisitor,
                unit,
                charged,
                clock,
                proposal,
                null,
                "",
                "",
                reopened,
                null,
                null,
                null,
                entries.stream().filter(entry -> !CLAIMS.contains(entry.kind())).toList(),
                levels,
                related,
                waiting,
                mine,
                new Intake(intake.channel(), intake.registeredBy(), List.of(), null));
    }

    /** {@code id} is null when the viewer may not open the household; name and place are masked the more then. */
    public record HouseholdRef(@Nullable UUID id, String name, String place) {}

    /** Who is charged with it: code of the role, and the person, department or area in words. */
    public record Charged(String role, String name) {}

    /**
     * How the deadline came about (R2).
     *
     * @param left days until then, counted as the deadline is; negative when it has passed
     */
    public record Clock(LocalDate from, int days, boolean calendarDays, LocalDate deadline, int left) {}

    public record Proposal(Route route, String reason, String source, String overrideReason) {}

    /** {@code how}: IN_PERSON, PHONE, MESSAGE, LETTER. */
    public record Told(Instant at, String how) {}

    /** {@code from}: HEAD, MEMBER, PROXY, RESIDENT, RESIDENT_PROXY, INSPECTOR; {@code askedBy} is empty when nobody asked. */
    public record Satisfaction(boolean satisfied, String words, String from, Instant at, String askedBy) {}

    public record Closed(Instant at, String by) {}

    /** {@code person} is null when the system itself acted. */
    public record Entry(
            Instant at,
            @Nullable String person,
            EntryKind kind,
            @Nullable String level,
            String text,
            String detail) {}

    public record Level(
            String level,
            String area,
            Instant receivedAt,
            LocalDate acceptanceDue,
            LocalDate due,
            @Nullable String decision,
            boolean silent,
            String basis,
            @Nullable String department,
            @Nullable String decidedBy,
            @Nullable String outcome) {}
}

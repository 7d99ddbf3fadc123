package cn.minqing.visit;

import cn.minqing.household.MemberChange;
import cn.minqing.issue.NewIssue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filled visit sheet. Faults name their field: {@code visitedOn}, {@code metWith}, {@code diary}, {@code nextDate},
 * {@code phone}, {@code members[i].name}, {@code <form id>.<path>}, {@code obligations.<id>}, {@code issues[i].title},
 * {@code promises[i].text}.
 *
 * @param submissionKey made when the sheet is opened: the same key is taken once, however often it is sent
 * @param visitedOn required, not in the future; earlier than today is marked late, never refused (减负)
 * @param metWith who was talked to
 * @param membersConfirmed whether the members were gone through
 * @param phone null when unchanged
 * @param answers by form id, whole forms; only those touched. A form is stored incomplete as long as its obligation is
 *     not claimed
 * @param obligations evidence by obligation id for what was done; evidence may be empty for an obligation with a form
 *     and for one an issue counts for
 * @param issues registered in this visit; campaign and household are set by the service
 * @param keptPromises ids of earlier promises that are kept now
 * @param unusualConfirmed the person has seen what {@link VisitSheet.Check#unusual} tells and says it is right
 */
public record SheetInput(
        UUID submissionKey,
        @Nullable LocalDate visitedOn,
        VisitKind kind,
        String metWith,
        boolean membersConfirmed,
        List<MemberChange> memberChanges,
        @Nullable String phone,
        Map<String, Map<String, Object>> answers,
        Map<String, String> obligations,
        List<NewIssue> issues,
        List<NewPromise> promises,
        Set<UUID> keptPromises,
        String diary,
        @Nullable LocalDate nextDate,
        boolean unusualConfirmed) {

    /** @param due null when no day was named */
    public record NewPromise(String text, @Nullable LocalDate due) {}

    /** Nothing on the sheet says that somebody was there: a thumb on the button by mistake. */
    public boolean isBlank() {
        return metWith.isBlank()
                && !membersConfirmed
                && memberChanges.isEmpty()
                && answers.isEmpty()
                && obligations.isEmpty()
                && issues.isEmpty()
                && promises.isEmpty()
                && keptPromises.isEmpty()
                && diary.isBlank();
    }

    /** A sheet on which only the day and the kind stand. */
    public static SheetInput empty(UUID submissionKey, LocalDate visitedOn) {
        return new SheetInput(
                submissionKey,
                visitedOn,
                VisitKind.HOME,
                "",
                false,
                List.of(),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                "",
                null,
                false);
    }
}

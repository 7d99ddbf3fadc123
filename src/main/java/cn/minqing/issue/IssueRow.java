package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the issues list.
 *
 * @param household name of the head, masked as far as the viewer may not know it
 * @param left days until the deadline, negative when it has passed; null when the clock has stopped
 */
public record IssueRow(
        UUID id,
        String number,
        String title,
        String category,
        @Nullable Route route,
        IssueState state,
        @Nullable String level,
        WorkItem.Colour colour,
        boolean urgent,
        String household,
        String place,
        String firstVisitor,
        LocalDate registeredOn,
        LocalDate deadline,
        @Nullable Integer left,
        boolean calendarDays,
        @Nullable IssueResult result,
        @Nullable Boolean satisfied,
        int reopened) {

    /** The same for somebody who must not know yet what came of it. */
    public IssueRow withoutResult() {
        return new IssueRow(
                id,
                number,
                title,
                category,
                route,
                state,
                level,
                colour,
                urgent,
                household,
                place,
                firstVisitor,
                registeredOn,
                deadline,
                left,
                calendarDays,
                null,
                null,
                reopened);
    }
}

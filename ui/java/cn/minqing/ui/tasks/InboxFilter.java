package cn.minqing.ui.tasks;

import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to. It stands in the address, so that a board can link to the tasks it counts and the
 * browser's back button works.
 *
 * @param kind id of a user task; empty for all
 */
record InboxFilter(Due due, List<WorkItem.Colour> colours, String kind, String text) {
    static final InboxFilter ALL = new InboxFilter(Due.ANY, List.of(), "", "");

    /** By when something is due. */
    enum Due {
        ANY,
        OVERDUE,
        TODAY,
        WEEK
    }

    boolean isAll() {
        return equals(ALL);
    }

    InboxFilter withDue(Due wanted) {
        return new InboxFilter(wanted, colours, kind, text);
    }

    InboxFilter withKind(String wanted) {
        return new InboxFilter(due, colours, wanted, text);
    }

    InboxFilter withText(String wanted) {
        return new InboxFilter(due, colours, kind, wanted);
    }

    InboxFilter toggled(WorkItem.Colour colour) {
        var wanted = colours.contains(colour)
                ? colours.stream().filter(other -> other != colour).toList()
                : java.util.stream.Stream.concat(colours.stream(), java.util.stream.Stream.of(colour))
                        .sorted()
                        .toList();
        return new InboxFilter(due, wanted, kind, text);
    }

    static InboxFilter of(QueryParameters query) {
        return new InboxFilter(
                first(query, "due").flatMap(InboxFilter::due).orElse(Due.ANY),
                first(query, "colour").map(InboxFilter::colours).orElse(List.of()),
                first(query, "kind").orElse(""),
                first(query, "q").orElse(""));
    }

    QueryParameters query() {
        var query = new LinkedHashMap<String, List<String>>();
        if (due != Due.ANY) {
            query.put("due", List.of(due.name().toLowerCase(Locale.ROOT)));
        }
        if (!colours.isEmpty()) {
            query.put(
                    "colour",
                    List.of(String.join(
                            ",",
                            colours.stream()
                                    .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                                    .toList())));
        }
        if (!kind.isEmpty()) {
            query.put("kind", List.of(kind));
        }
        if (!text.isBlank()) {
            query.put("q", List.of(text));
        }
        return new QueryParameters(Map.copyOf(query));
    }

    WorkItems.Filter in(Role role, LocalDate today) {
        return new WorkItems.Filter(
                role, null, kind.isEmpty() ? null : kind, "", colours, text, dueFrom(today), dueBefore(today));
    }

    /** The first moment that is no longer wanted. What is due at midnight is due at the end of the day before. */
    private @Nullable Instant dueBefore(LocalDate today) {
        return switch (due) {
            case ANY -> null;
            case OVERDUE -> after(today);
            case TODAY -> after(today.plusDays(1));
            case WEEK -> after(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
    }

    private @Nullable Instant dueFrom(LocalDate today) {
        return due == Due.TODAY || due == Due.WEEK ? after(today) : null;
    }

    private static Instant after(LocalDate day) {
        return day.atStartOfDay(AppClock.ZONE).toInstant().plusMillis(1);
    }

    private static Optional<String> first(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(value -> !value.isBlank());
    }

    private static Optional<Due> due(String value) {
        return Arrays.stream(Due.values())
                .filter(due -> due.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private static List<WorkItem.Colour> colours(String value) {
        var wanted = List.of(value.toUpperCase(Locale.ROOT).split(","));
        return Arrays.stream(WorkItem.Colour.values())
                .filter(colour -> wanted.contains(colour.name()))
                .toList();
    }
}

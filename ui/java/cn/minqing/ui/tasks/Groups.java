package cn.minqing.ui.tasks;

import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Role;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Bundles;
import cn.minqing.ui.shell.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the list in groups: by household for a cadre, by due date for everybody else. */
@Component
class Groups {
    private final Households households;
    private final Bundles texts;

    Groups(Households households, Bundles texts) {
        this.households = households;
        this.texts = texts;
    }

    /**
     * Some items under one heading.
     *
     * @param what what a line names besides the kind of task; empty when the heading says it
     * @param where its second line
     */
    record Group(
            String title, List<WorkItem> items, Function<WorkItem, String> what, Function<WorkItem, String> where) {}

    List<Group> of(List<WorkItem> items, Role role, LocalDate today, Locale locale) {
        return role == Role.CADRE ? byHousehold(items, locale) : byDue(items, today, locale);
    }

    private List<Group> byHousehold(List<WorkItem> items, Locale locale) {
        var summaries = households.summaries(items.stream()
                .map(WorkItem::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return grouped(
                items,
                item -> heading(item, summaries, locale),
                item -> {
                    var household = summary(item, summaries);
                    return household != null && household.headName().equals(item.subject()) ? "" : item.subject();
                },
                item -> summary(item, summaries) == null ? item.place() : "");
    }

    private String heading(WorkItem item, Map<UUID, HouseholdSummary> summaries, Locale locale) {
        var household = summary(item, summaries);
        return household == null
                ? texts.getTranslation("inbox.group.other", locale)
                : texts.getTranslation("inbox.group.household", locale, household.place(), household.headName());
    }

    private static @org.jspecify.annotations.Nullable HouseholdSummary summary(
            WorkItem item, Map<UUID, HouseholdSummary> summaries) {
        return item.householdId() == null ? null : summaries.get(item.householdId());
    }

    private List<Group> byDue(List<WorkItem> items, LocalDate today, Locale locale) {
        var nextWeek = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return grouped(
                items,
                item -> texts.getTranslation("inbox.group." + due(item, today, nextWeek), locale),
                WorkItem::subject,
                WorkItem::place);
    }

    private static String due(WorkItem item, LocalDate today, LocalDate nextWeek) {
        if (!item.hasDue()) {
            return "noDue";
        }
        var day = Dates.dayOf(item.due());
        if (day.isBefore(today)) {
            return "overdue";
        }
        return day.equals(today) ? "today" : day.isBefore(nextWeek) ? "week" : "later";
    }

    private static List<Group> grouped(
            List<WorkItem> items,
            Function<WorkItem, String> heading,
            Function<WorkItem, String> what,
            Function<WorkItem, String> where) {
        return items.stream()
                .collect(Collectors.groupingBy(heading, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue(), what, where))
                .toList();
    }
}

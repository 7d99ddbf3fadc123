package cn.minqing.ui.tasks;

import cn.minqing.organization.Role;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.shell.Bundles;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Languages;
import cn.minqing.ui.shell.TaskPages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How tasks are worded. */
@Component
class TaskTexts {
    private final Bundles texts;
    private final Dates dates;
    private final TaskPages pages;

    TaskTexts(Bundles texts, Dates dates, TaskPages pages) {
        this.texts = texts;
        this.dates = dates;
        this.pages = pages;
    }

    /** What is to be done: the name in the model for readers of Chinese, its translation for others. */
    String kind(WorkItem item, Locale locale) {
        var key = "task." + item.element();
        return locale.equals(Languages.SIMPLIFIED) || !texts.has(key)
                ? item.title()
                : texts.getTranslation(key, locale);
    }

    /** The kinds of tasks that wait for the role, with how many. */
    Map<String, String> kinds(WorkItems workItems, Role role, Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        workItems
                .counts(WorkItems.Filter.ALL.withRole(role), pages.elementIds())
                .forEach((element, number) -> {
                    if (number > 0) {
                        kinds.put(element, texts.getTranslation("task." + element, locale));
                    }
                });
        return kinds;
    }

    String due(WorkItem item, Locale locale) {
        return dates.due(item.due(), locale);
    }

    String shortDue(WorkItem item, Locale locale) {
        return dates.shortDue(item.due(), locale);
    }

    String colour(WorkItem.Colour colour, Locale locale) {
        return texts.getTranslation("inbox.colour." + colour.name().toLowerCase(Locale.ROOT), locale);
    }

    /** The list as a sheet. */
    List<Excel.Column<WorkItem>> columns(Locale locale) {
        return List.of(
                Excel.Column.of(text("inbox.column.task", locale), 20, item -> kind(item, locale)),
                Excel.Column.of(text("inbox.column.subject", locale), 28, WorkItem::subject),
                Excel.Column.of(text("inbox.column.place", locale), 28, WorkItem::place),
                Excel.Column.of(
                        text("inbox.column.due", locale), 14, item -> item.hasDue() ? Dates.dayOf(item.due()) : null),
                Excel.Column.of(text("inbox.column.left", locale), 28, item -> due(item, locale)),
                Excel.Column.of(text("inbox.column.colour", locale), 12, item -> colour(item.colour(), locale)),
                Excel.Column.of(text("inbox.column.since", locale), 18, WorkItem::createdAt));
    }

    private String text(String key, Locale locale) {
        return texts.getTranslation(key, locale);
    }
}

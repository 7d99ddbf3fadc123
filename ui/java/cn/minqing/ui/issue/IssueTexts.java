package cn.minqing.ui.issue;

import cn.minqing.issue.IssueClocks;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.IssueView;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said about an issue in the same words on every page. */
final class IssueTexts {
    private IssueTexts() {}

    static String text(String key, Object... args) {
        return I18NProvider.translate(locale(), key, args);
    }

    static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    static String state(IssueState state) {
        return text("issue.state." + state);
    }

    /** The mark of the ladder with what it means here; nothing while it is in time. */
    static @Nullable Component mark(WorkItem.Colour colour, boolean onTheClock) {
        return colour == WorkItem.Colour.NONE || !onTheClock
                ? null
                : new LadderMark(LadderMark.Colour.valueOf(colour.name()), text("issue.mark." + colour));
    }

    /** How many days are left, in the days the deadline is counted in, and the day itself. */
    static String left(Dates dates, LocalDate deadline, int left, boolean calendarDays) {
        var day = dates.day(deadline, locale());
        if (left < 0) {
            return text("issue.clock.late", -left, day);
        }
        if (left == 0) {
            return text("issue.clock.today", day);
        }
        return text(calendarDays ? "issue.clock.daysLeft" : "issue.clock.workdaysLeft", left, day);
    }

    /** The same in short, for lists. */
    static String left(int left, boolean calendarDays) {
        if (left < 0) {
            return text("issue.left.late", -left);
        }
        return left == 0
                ? text("issue.left.today")
                : text(calendarDays ? "issue.left.days" : "issue.left.workdays", left);
    }

    /** The sentence that explains the clock, and how much is left. */
    static String clock(Dates dates, IssueView.Clock clock, IssueClocks.Explained explained) {
        var parts = explained.parts().stream()
                .map(part -> text(part.key(), part.args().toArray()))
                .collect(Collectors.joining(text("clock.comma")));
        return explained.parked()
                ? text("clock.sentence", parts)
                : text("clock.sentenceLeft", parts, left(dates, clock.deadline(), clock.left(), clock.calendarDays()));
    }

    static String level(@Nullable String level) {
        return level == null ? "" : text("issue.level." + level);
    }

    static void fact(DescriptionList list, String key, String value) {
        if (!value.isBlank()) {
            fact(list, key, new Span(value));
        }
    }

    static void fact(DescriptionList list, String key, Component value) {
        list.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
    }

    static Div note(String style, String sentence) {
        var note = new Div(new Span(sentence));
        note.addClassName(style);
        return note;
    }
}

package cn.minqing.ui.tasks;

import cn.minqing.issue.WorkCalendar;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.supervision.Reminders;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.SupervisionNavigation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.stream.Collectors;

/** What stands above the inbox: who reminded the current person of what (R6), and what the administrator has to mend. */
class InboxNotes extends Div {
    private static final int SHOWN = 5;

    private final transient Reminders reminders;
    private final transient WorkCalendar calendar;
    private final transient Dates dates;

    private InboxNotes(Reminders reminders, WorkCalendar calendar, Dates dates) {
        this.reminders = reminders;
        this.calendar = calendar;
        this.dates = dates;
        addClassName("inbox-notes");
        show();
    }

    /** Makes them for the current person. */
    @SpringComponent
    static class Factory {
        private final Reminders reminders;
        private final WorkCalendar calendar;
        private final Dates dates;

        Factory(Reminders reminders, WorkCalendar calendar, Dates dates) {
            this.reminders = reminders;
            this.calendar = calendar;
            this.dates = dates;
        }

        InboxNotes create() {
            return new InboxNotes(reminders, calendar, dates);
        }
    }

    private void show() {
        removeAll();
        if (Actors.current().has(Role.ADMINISTRATOR)) {
            var missing = calendar.missingYears();
            if (!missing.isEmpty()) {
                var years = missing.stream().map(String::valueOf).collect(Collectors.joining("、"));
                var note = new Div(
                        new Span(getTranslation("calendar.missing", years)),
                        new Anchor("admin/calendar", getTranslation("calendar.title")));
                note.addClassName("warn-note");
                add(note);
            }
        }
        var found = reminders.mine(SHOWN + 1);
        if (found.isEmpty()) {
            return;
        }
        var lines = new Div();
        lines.addClassName("inbox");
        found.stream().limit(SHOWN).forEach(reminder -> lines.add(line(reminder)));
        add(new H2(getTranslation("inbox.reminders")), lines);
        if (found.size() > SHOWN) {
            add(new Anchor("supervision", getTranslation("inbox.reminders.all")));
        }
    }

    private Component line(Reminders.Reminder reminder) {
        var what = new Div(new Anchor(SupervisionNavigation.target(reminder), reminder.subject()));
        what.addClassName("what");
        var words = reminder.reason().endsWith(".overdue")
                ? getTranslation("reminder." + reminder.reason())
                : reminder.reason();
        var where = new Div(new Span(words + " · " + dates.when(reminder.at(), getLocale())));
        where.addClassName("where");
        var seen = new Button(getTranslation("supervision.seen"), e -> {
            if (Notices.attempt(() -> reminders.seen(reminder.id()))) {
                show();
            }
        });
        seen.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        seen.setAriaLabel(getTranslation("supervision.seenOf", reminder.subject()));
        var due = new Div(
                new LadderMark(LadderMark.Colour.valueOf(reminder.colour().name())), seen);
        due.addClassName("due");
        var line = new Div(what, where, due);
        line.addClassName("inbox-row");
        return line;
    }
}

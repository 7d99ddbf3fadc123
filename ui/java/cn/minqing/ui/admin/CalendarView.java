package cn.minqing.ui.admin;

import cn.minqing.issue.WorkCalendar;
import cn.minqing.platform.AppClock;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;

/** The calendar of workdays: a year at a glance; any day can be set, and open deadlines follow. */
@Route(value = "admin/calendar", layout = MainLayout.class)
@Menu(title = "calendar.title", order = 94, icon = "vaadin:calendar")
@RolesAllowed("ADMINISTRATOR")
@StyleSheet("context://styles/calendar.css")
class CalendarView extends Div implements HasDynamicTitle {
    private final transient WorkCalendar calendar;
    private final Div content = new Div();
    private final Span shown = new Span();
    private int year;

    CalendarView(WorkCalendar calendar, AppClock clock) {
        this.calendar = calendar;
        year = clock.today().getYear();
        addClassName("page");
        var before = new Button(VaadinIcon.ANGLE_LEFT.create(), e -> turn(-1));
        before.setAriaLabel(getTranslation("calendar.before"));
        var after = new Button(VaadinIcon.ANGLE_RIGHT.create(), e -> turn(1));
        after.setAriaLabel(getTranslation("calendar.after"));
        shown.addClassName("calendar-year");
        shown.getElement().setAttribute("role", "status");
        var actions = new Div(before, shown, after);
        actions.addClassName("page-actions");
        var header = new Div(new H1(getTranslation("calendar.title")), actions);
        header.addClassName("page-header");
        add(header, new Paragraph(getTranslation("calendar.explanation")), content);
        show();
    }

    private void turn(int by) {
        year += by;
        show();
    }

    private void show() {
        var days = calendar.year(year);
        shown.setText(String.valueOf(year));
        content.removeAll();
        for (var missing : calendar.missingYears()) {
            var note = new Div(new Span(getTranslation("calendar.missing", String.valueOf(missing))));
            note.addClassName("warn-note");
            content.add(note);
        }
        if (!days.covered()) {
            var note = new Div(new Span(getTranslation("calendar.notCovered", String.valueOf(year))));
            note.addClassName("warn-note");
            content.add(note);
        }
        var months = new Div();
        months.addClassName("calendar-months");
        days.days().stream().collect(Collectors.groupingBy(day -> day.date().getMonth())).entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(month -> months.add(month(month.getKey(), month.getValue())));
        content.add(months, changes(days));
    }

    private Div month(Month month, List<WorkCalendar.Day> days) {
        var grid = new Div();
        grid.addClassName("calendar-days");
        for (var day : DayOfWeek.values()) {
            var head = new Span(day.getDisplayName(TextStyle.NARROW, getLocale()));
            head.addClassName("calendar-head");
            head.getElement().setAttribute("aria-hidden", "true");
            grid.add(head);
        }
        for (var gap = days.getFirst().date().getDayOfWeek().getValue(); gap > 1; gap--) {
            grid.add(new Span());
        }
        days.forEach(day -> grid.add(day(day)));
        var box = new Div(new H2(month.getDisplayName(TextStyle.FULL_STANDALONE, getLocale())), grid);
        box.addClassName("calendar-month");
        return box;
    }

    private NativeButton day(WorkCalendar.Day day) {
        var button = new NativeButton(
                String.valueOf(day.date().getDayOfMonth()),
                e -> new CalendarDayDialog(calendar, day, this::show).open());
        button.addClassName("calendar-day");
        var weekend =
                day.date().getDayOfWeek() == DayOfWeek.SATURDAY || day.date().getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!day.workday()) {
            button.addClassName(weekend && day.name().isEmpty() ? "weekend" : "holiday");
        } else if (weekend) {
            button.addClassName("make-up");
        }
        if (day.set()) {
            button.addClassName("set");
        }
        var words = getTranslation(
                "calendar.day",
                Dates.date(day.date(), getLocale()),
                getTranslation(day.workday() ? "calendar.workday" : "calendar.holiday"),
                day.name());
        button.setTitle(words);
        button.getElement().setAttribute("aria-label", words);
        return button;
    }

    private Div changes(WorkCalendar.Year days) {
        var list = new UnorderedList();
        days.changes()
                .forEach(change -> list.add(new ListItem(getTranslation(
                        "calendar.change",
                        Dates.date(change.date(), getLocale()),
                        getTranslation(change.workday() ? "calendar.workday" : "calendar.holiday"),
                        change.name(),
                        change.source(),
                        change.changedBy()))));
        var section = new Div(new H2(getTranslation("calendar.changes")));
        section.addClassName("section");
        section.add(days.changes().isEmpty() ? new Paragraph(getTranslation("calendar.noChanges")) : list);
        return section;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.title") + " · " + getTranslation("shell.product");
    }
}

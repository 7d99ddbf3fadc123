package cn.minqing.ui.admin;

import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.Timers;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clock of the demo: what time it is, what waits for a later time, and how to get there. */
@Route(value = "admin/clock", layout = MainLayout.class)
@Menu(title = "admin.clock", order = 90, icon = "vaadin:clock")
@RolesAllowed("ADMINISTRATOR")
class ClockView extends Div implements HasDynamicTitle {
    private static final int POLL_MILLIS = 1000;
    private static final int SHOWN = 12;

    private final transient AppClock clock;
    private final transient Timers timers;
    private final Span now = new Span();
    private final Span due = new Span();
    private final Paragraph failed = new Paragraph();
    private final UnorderedList next = new UnorderedList();
    private final DateTimePicker target = new DateTimePicker();
    private @Nullable Registration polling;

    ClockView(AppClock clock, Timers timers) {
        this.clock = clock;
        this.timers = timers;
        addClassNames("page", "page-form");
        add(new H1(getTranslation("admin.clock")));
        if (!clock.movable()) {
            var note = new Paragraph(getTranslation("error.clock.fixed"));
            note.addClassName("info-note");
            add(note);
        }
        add(time(), waiting());
        show();
    }

    private Div time() {
        var figure = new Div(now);
        figure.addClassNames("headline", "clock-now");
        now.addClassName("figure");
        var section = new Div(new H2(getTranslation("admin.clock.now")), figure);
        section.addClassName("section");
        if (clock.movable()) {
            var steps = new Div(
                    step("admin.clock.hour", Duration.ofHours(1)),
                    step("admin.clock.day", Duration.ofDays(1)),
                    step("admin.clock.week", Duration.ofDays(7)));
            steps.addClassName("page-actions");
            target.setLabel(getTranslation("admin.clock.target"));
            target.setHelperText(getTranslation("admin.clock.targetHint"));
            target.setLocale(getLocale());
            Calendars.translate(target);
            target.setStep(Duration.ofMinutes(30));
            var go = new Button(getTranslation("admin.clock.go"), e -> moveToTarget());
            go.addThemeNames("primary");
            var form = new Div(target, go);
            form.addClassName("clock-form");
            section.add(steps, form);
        }
        return section;
    }

    private Div waiting() {
        next.addClassNames("bars", "clock-next");
        failed.addClassName("warn-note");
        var section = new Div(
                new H2(getTranslation("admin.clock.timers")),
                due,
                failed,
                new Span(getTranslation("admin.clock.next")),
                next);
        section.addClassName("section");
        return section;
    }

    private Button step(String label, Duration by) {
        return new Button(getTranslation(label), e -> {
            if (Notices.attempt(() -> timers.moveClock(by))) {
                moved();
            }
        });
    }

    private void moveToTarget() {
        Map<String, HasValidation> fields = Map.of("target", target);
        Notices.clear(fields);
        var wanted = target.getValue();
        if (wanted == null) {
            target.setErrorMessage(getTranslation("admin.clock.targetMissing"));
            target.setInvalid(true);
            target.focus();
            return;
        }
        if (Notices.attempt(
                fields, () -> timers.moveClock(wanted.atZone(AppClock.ZONE).toInstant()))) {
            moved();
        }
    }

    private void moved() {
        Notices.success("admin.clock.moved", Dates.moment(clock.now(), getLocale()));
        MainLayout.refresh();
        show();
    }

    private void show() {
        now.setText(Dates.moment(clock.now(), getLocale()));
        var number = timers.due();
        due.setText(getTranslation(number == 0 ? "admin.clock.dueNone" : "admin.clock.due", number));
        var stuck = timers.failed();
        failed.setVisible(stuck > 0);
        failed.setText(getTranslation("admin.clock.failed", stuck));
        next.removeAll();
        for (var timer : timers.next(SHOWN)) {
            var name = new Span(timer.processName());
            name.addClassName("name");
            var when = new Span(Dates.moment(timer.due(), getLocale()));
            when.addClassName("figure");
            next.add(new ListItem(name, when));
        }
        if (next.getChildren().findAny().isEmpty()) {
            next.add(new ListItem(getTranslation("admin.clock.nextNone")));
        }
    }

    /** Timers fire beside the page; it looks again while it is open. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var ui = event.getUI();
        ui.setPollInterval(POLL_MILLIS);
        polling = ui.addPollListener(e -> show());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
        super.onDetach(event);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.clock") + " · " + getTranslation("shell.product");
    }
}

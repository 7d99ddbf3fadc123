package cn.minqing.ui.meeting;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.meeting.AgendaItem;
import cn.minqing.meeting.Meeting;
import cn.minqing.meeting.MeetingKind;
import cn.minqing.meeting.MeetingState;
import cn.minqing.meeting.Meetings;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting: what was planned, the agenda of a council day, the opinions, and the minutes. */
@StyleSheet("context://styles/duty.css")
final class MeetingPanel extends Div {
    private final MeetingServices services;
    private final Meeting meeting;
    private final @Nullable UUID workItem;
    private final Runnable done;
    private final String draftKey;
    private final DatePicker heldOn = new DatePicker(text("meeting.field.heldOn"));
    private final IntegerField attendance = new IntegerField(text("meeting.field.attendance"));
    private final TextArea minutes = PageParts.area("meeting.field.minutes", Meetings.MINUTES);

    /** What is kept while one types. */
    record Typed(@Nullable Integer attendance, String minutes) {}

    /** @param workItem the open task about it, of the current person; null for none */
    MeetingPanel(MeetingServices services, UUID meetingId, @Nullable UUID workItem, Runnable done) {
        this.services = services;
        this.meeting = services.meetings().view(meetingId);
        this.workItem = workItem;
        this.done = done;
        this.draftKey = "meeting/" + meetingId;
        addClassNames("page", "page-form", "duty");
        add(PageParts.header(
                meeting.title(),
                text("meeting.kind." + meeting.kind()) + " · " + MeetingsView.state(meeting),
                new DownloadButton(
                        text("meeting.print"),
                        Pdf.download(meeting.title(), () -> services.paper().pdf(meetingId)))));
        add(facts());
        if (meeting.kind() == MeetingKind.COUNCIL_DAY) {
            add(agenda());
        }
        if (!meeting.readable()) {
            return;
        }
        if (meeting.state() != MeetingState.CANCELLED) {
            add(new OpinionList(services, meeting, this::settled));
        }
        if (meeting.state() == MeetingState.PLANNED && workItem != null) {
            record();
        } else if (!meeting.minutes().isEmpty()) {
            add(PageParts.section("meeting.field.minutes", new Paragraph(meeting.minutes())));
        }
    }

    /** The last opinion settled ends the task; the list shows the rest itself. */
    private void settled() {
        var now = services.meetings().view(meeting.id());
        if (meeting.state() == MeetingState.HELD && now.open() == 0) {
            Notices.success("meeting.allSettled");
            done.run();
        }
    }

    private DescriptionList facts() {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        var begins = meeting.begins();
        PageParts.fact(
                facts,
                "meeting.field.day",
                services.dates().day(meeting.day(), PageParts.locale()) + (begins == null ? "" : " " + begins));
        PageParts.fact(facts, "meeting.field.where", meeting.village() + meeting.place());
        PageParts.fact(facts, "meeting.field.invited", meeting.invited());
        PageParts.fact(facts, "meeting.holder", meeting.holder() + " · " + meeting.unit());
        PageParts.fact(facts, "meeting.field.cadres", String.join(" ", meeting.cadres()));
        PageParts.fact(
                facts,
                "meeting.field.attendance",
                meeting.attendance() == null ? "" : meeting.attendance().toString());
        return facts;
    }

    private com.vaadin.flow.component.Component agenda() {
        var section = PageParts.section("meeting.agenda");
        var items = services.meetings().agenda(meeting.id());
        for (var part : AgendaItem.Section.values()) {
            var lines = new UnorderedList();
            items.stream()
                    .filter(item -> item.section() == part)
                    .forEach(item -> lines.add(new ListItem(item.number() + " " + item.words())));
            section.add(new H3(text("meeting.agenda." + part)));
            section.add(lines.getComponentCount() == 0 ? new Paragraph(text("meeting.agenda.none")) : lines);
        }
        if (meeting.state() == MeetingState.PLANNED && workItem != null) {
            var again = new Button(text("meeting.agenda.again"), event -> {
                if (Notices.attempt(() -> services.meetings().compileAgenda(meeting.id()))) {
                    getUI().ifPresent(ui -> ui.getPage().reload());
                }
            });
            section.add(again);
        }
        return section;
    }

    private void record() {
        heldOn.setLocale(PageParts.locale());
        heldOn.setManualValidation(true);
        heldOn.setValue(meeting.day());
        attendance.setManualValidation(true);
        attendance.setMin(1);
        attendance.setStepButtonsVisible(true);
        minutes.setValueChangeMode(ValueChangeMode.LAZY);
        minutes.setHelperText(text("meeting.field.minutes.help"));
        services.drafts().load(draftKey).ifPresent(draft -> {
            var typed = services.json().readValue(draft.json(), Typed.class);
            attendance.setValue(typed.attendance());
            minutes.setValue(typed.minutes());
        });
        attendance.addValueChangeListener(event -> keep());
        minutes.addValueChangeListener(event -> keep());
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("day", heldOn);
        fields.put("attendance", attendance);
        fields.put("minutes", minutes);
        add(PageParts.section("meeting.record", heldOn, attendance, minutes));
        var bar = new Div(
                button(
                        "meeting.cancel",
                        false,
                        fields,
                        id -> services.meetings().cancel(id, minutes.getValue())),
                button(
                        "meeting.held",
                        true,
                        fields,
                        id -> services.meetings()
                                .record(id, heldOn.getValue(), attendance.getValue(), minutes.getValue())));
        bar.addClassName("action-bar");
        add(bar);
    }

    private void keep() {
        services.drafts()
                .save(
                        draftKey,
                        services.json().writeValueAsString(new Typed(attendance.getValue(), minutes.getValue())));
    }

    private Button button(
            String key,
            boolean primary,
            LinkedHashMap<String, HasValidation> fields,
            java.util.function.Consumer<UUID> command) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        var item = workItem;
        button.addClickListener(event -> {
            if (item != null && Notices.attempt(fields, () -> command.accept(item))) {
                services.drafts().clear(draftKey);
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}

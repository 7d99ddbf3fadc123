package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Plans;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** 记录动员会: when, where, how many came, what was said. Contacts are assigned by rule right after. */
@Component
class RecordMeetingTask implements TaskPage {
    private final Campaigns campaigns;
    private final Plans plans;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;
    private final AppClock clock;

    RecordMeetingTask(Campaigns campaigns, Plans plans, Drafts drafts, ObjectMapper json, Dates dates, AppClock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_recordKickoffMeeting");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    /** What is typed so far; a field may still be empty. */
    record Typed(
            @Nullable LocalDate heldOn,
            String place,
            @Nullable Integer attendees,
            String minutes) {}

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        private final DatePicker heldOn = Calendars.translate(new DatePicker(getTranslation("campaigns.meeting.date")));
        private final TextField place = new TextField(getTranslation("campaigns.meeting.place"));
        private final IntegerField attendees = new IntegerField(getTranslation("campaigns.meeting.attendees"));
        private final TextArea minutes = new TextArea(getTranslation("campaigns.meeting.minutes"));

        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "page-form", "campaign-task");
            setId("task-record-meeting");
            var campaign = campaigns.view(item.subjectId());
            heldOn.setId("meeting-date");
            heldOn.setMin(campaign.mobilizationStart());
            heldOn.setMax(clock.today());
            place.setId("meeting-place");
            place.setMaxLength(100);
            place.setWidthFull();
            attendees.setId("meeting-attendees");
            attendees.setMin(1);
            attendees.setStepButtonsVisible(true);
            attendees.setSuffixComponent(new Span(getTranslation("campaigns.people")));
            attendees.setHelperText(getTranslation("campaigns.meeting.attendees.help"));
            minutes.setId("meeting-minutes");
            minutes.setMaxLength(10_000);
            minutes.setMinRows(6);
            minutes.setMaxRows(18);
            minutes.setWidthFull();
            minutes.setHelperText(getTranslation("campaigns.meeting.minutes.help"));

            var autosave = new Autosave<>(
                    drafts, json, dates, Autosave.key("kickoff-meeting", campaign.id()), Typed.class, this::typed);
            autosave.stored()
                    .ifPresentOrElse(
                            this::fill,
                            () -> heldOn.setValue(
                                    clock.today().isBefore(campaign.mobilizationStart()) ? null : clock.today()));
            autosave.watch("heldOn", heldOn);
            autosave.watch("place", place);
            autosave.watch("attendees", attendees);
            autosave.watch("minutes", minutes);

            var row = new Div(heldOn, attendees);
            row.addClassName("campaign-steps");
            add(Pieces.sectionWith(getTranslation("campaigns.meeting.heading"), autosave, row, place, minutes));

            Map<String, HasValidation> fields = new LinkedHashMap<>();
            fields.put("heldOn", heldOn);
            fields.put("attendees", attendees);
            fields.put("place", place);
            fields.put("minutes", minutes);
            var submit = new Button(getTranslation("campaigns.meeting.submit"), event -> {
                if (Notices.attempt(fields, () -> plans.recordMeeting(item.id(), meeting()))) {
                    autosave.clear();
                    Notices.success("campaigns.meeting.done");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            submit.setId("meeting-submit");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setDisableOnClick(true);
            var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.meeting.next")), submit);
            bar.addClassName("action-bar");
            add(bar);
        }

        private void fill(Typed typed) {
            heldOn.setValue(typed.heldOn());
            place.setValue(typed.place());
            attendees.setValue(typed.attendees());
            minutes.setValue(typed.minutes());
        }

        private Typed typed() {
            return new Typed(heldOn.getValue(), place.getValue(), attendees.getValue(), minutes.getValue());
        }

        private Plans.Meeting meeting() {
            var typed = typed();
            if (typed.heldOn() == null) {
                throw UserError.invalid(Map.of("heldOn", Message.of("campaigns.dateMissing")));
            }
            return new Plans.Meeting(
                    typed.heldOn(), typed.place(), typed.attendees() == null ? 0 : typed.attendees(), typed.minutes());
        }
    }
}

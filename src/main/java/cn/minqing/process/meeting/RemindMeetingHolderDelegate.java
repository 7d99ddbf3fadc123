package cn.minqing.process.meeting;

import cn.minqing.meeting.Meetings;
import cn.minqing.supervision.Reminders;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒召集人: the meeting is not written down, or opinions wait. Said once for each of the two. */
@Component
class RemindMeetingHolderDelegate implements JavaDelegate {
    private final Meetings meetings;
    private final Reminders reminders;

    RemindMeetingHolderDelegate(Meetings meetings, Reminders reminders) {
        this.meetings = meetings;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var meetingId = UUID.fromString(execution.getProcessBusinessKey());
        var held = Boolean.TRUE.equals(execution.getVariable(MeetingModel.MEETING_HELD));
        var facts = meetings.facts(meetingId);
        var reason = held ? "meeting.opinionsOverdue" : "meeting.recordOverdue";
        reminders.tell(new Reminders.Word(
                reason + "/" + meetingId,
                facts.campaignId(),
                Reminders.Subject.MEETING,
                meetingId,
                facts.subject(),
                reason,
                "S5.2",
                facts.holderId()));
    }
}

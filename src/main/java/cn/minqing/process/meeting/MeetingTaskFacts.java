package cn.minqing.process.meeting;

import cn.minqing.meeting.Meetings;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code meeting}. */
@Component
class MeetingTaskFacts implements WorkItemFacts {
    private final ObjectProvider<Meetings> meetings;

    MeetingTaskFacts(ObjectProvider<Meetings> meetings) {
        this.meetings = meetings;
    }

    @Override
    public String process() {
        return MeetingModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var meetingId = UUID.fromString(task.businessKey());
        var facts = meetings.getObject().facts(meetingId);
        return new Facts(
                null, facts.campaignId(), null, facts.areaCode(), "MEETING", meetingId, facts.subject(), facts.place());
    }
}

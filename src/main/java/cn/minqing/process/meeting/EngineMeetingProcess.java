package cn.minqing.process.meeting;

import static cn.minqing.process.meeting.MeetingModel.*;

import cn.minqing.meeting.MeetingProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code meeting}. */
@Component
class EngineMeetingProcess implements MeetingProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineMeetingProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(Start start) {
        runtime.startProcessInstanceByKey(
                ID,
                start.meetingId().toString(),
                Map.of(
                        MEETING_ID, start.meetingId().toString(),
                        CAMPAIGN_ID, start.campaignId().toString(),
                        HOLDER_ID, start.holderId().toString(),
                        MEETING_DUE, EndOfDay.of(start.due())));
    }

    @Override
    public void held(OpenItem item, boolean opinionsOpen, LocalDate due) {
        workItems.complete(
                item, Map.of(MEETING_HELD, true, OPINIONS_OPEN, opinionsOpen, OPINIONS_DUE, EndOfDay.of(due)));
    }

    @Override
    public void cancelled(OpenItem item) {
        workItems.complete(item, Map.of(MEETING_HELD, false));
    }

    @Override
    public void settled(OpenItem item) {
        workItems.complete(item, Map.of());
    }
}

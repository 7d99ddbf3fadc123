package cn.minqing.ui.meeting;

import cn.minqing.meeting.Meetings;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Works on the tasks of {@code meeting}. */
@Component
class MeetingTaskPage implements TaskPage {
    private final MeetingServices services;

    MeetingTaskPage(MeetingServices services) {
        this.services = services;
    }

    @Override
    public Set<String> elements() {
        return Set.of("meeting." + Meetings.RECORD, "meeting." + Meetings.SETTLE);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        try {
            return new MeetingPanel(services, item.subjectId(), item.id(), done);
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            return empty;
        }
    }
}

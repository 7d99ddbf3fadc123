package cn.minqing.ui.assessment;

import cn.minqing.assessment.Polls;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import java.util.Set;

/** The page of {@code satisfaction-poll.userTask_askResidents}. */
@org.springframework.stereotype.Component
class PollTask implements TaskPage {
    private final Polls polls;
    private final AppClock clock;

    PollTask(Polls polls, AppClock clock) {
        this.polls = polls;
        this.clock = clock;
    }

    @Override
    public Set<String> elements() {
        return Set.of("satisfaction-poll." + Polls.ASK);
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        return new PollPanel(polls, clock, item, done);
    }
}

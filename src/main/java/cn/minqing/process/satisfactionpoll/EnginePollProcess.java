package cn.minqing.process.satisfactionpoll;

import cn.minqing.assessment.PollProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes {@code satisfaction-poll} on. */
@Component
class EnginePollProcess implements PollProcess {
    private final WorkItems workItems;

    EnginePollProcess(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void finished(OpenItem item) {
        workItems.complete(item, Map.of());
    }
}

package cn.minqing.process.campaign;

import cn.minqing.assessment.ReportProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes {@code campaign} on when its report is compiled. */
@Component
class EngineReportProcess implements ReportProcess {
    private final WorkItems workItems;

    EngineReportProcess(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void compiled(OpenItem item) {
        workItems.complete(item, Map.of());
    }
}

package cn.minqing.process.project;

import static cn.minqing.process.project.ProjectModel.*;

import cn.minqing.process.EndOfDay;
import cn.minqing.project.ProjectProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code project}. */
@Component
class EngineProjectProcess implements ProjectProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineProjectProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(UUID projectId, UUID campaignId, LocalDate approveDue, LocalDate due) {
        runtime.startProcessInstanceByKey(
                ID,
                projectId.toString(),
                Map.of(
                        PROJECT_ID, projectId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        APPROVE_DUE, EndOfDay.of(approveDue),
                        PROJECT_DUE, EndOfDay.of(due)));
    }

    @Override
    public void decided(OpenItem item, boolean approved) {
        workItems.complete(item, Map.of(PROJECT_APPROVED, approved));
    }

    @Override
    public void reported(OpenItem item, LocalDate checkDue) {
        workItems.complete(item, Map.of(CHECK_DUE, EndOfDay.of(checkDue)));
    }

    @Override
    public void checked(OpenItem item, boolean done, LocalDate due) {
        workItems.complete(item, Map.of(PROJECT_DONE, done, PROJECT_DUE, EndOfDay.of(due)));
    }
}

package cn.minqing.process.activityconfirmation;

import static cn.minqing.process.activityconfirmation.ActivityConfirmationModel.*;

import cn.minqing.activity.ActivityProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code activity-confirmation}. */
@Component
class EngineActivityProcess implements ActivityProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineActivityProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(UUID activityId, UUID campaignId, String role, LocalDate due) {
        runtime.startProcessInstanceByKey(
                ID,
                activityId.toString(),
                Map.of(
                        ACTIVITY_ID,
                        activityId.toString(),
                        CAMPAIGN_ID,
                        campaignId.toString(),
                        CONFIRM_ROLE,
                        role,
                        CONFIRM_DUE,
                        EndOfDay.of(due)));
    }

    @Override
    public void confirmed(OpenItem item, boolean really) {
        workItems.complete(item, Map.of(ACTIVITY_CONFIRMED, really));
    }

    @Override
    public void withdrawn(UUID activityId) {
        runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(activityId.toString())
                .correlate();
    }
}

package cn.minqing.process.dutyday;

import static cn.minqing.process.dutyday.DutyDayProcess.*;

import cn.minqing.duty.DutyProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Drives {@code duty-day}. */
@Component
class EngineDutyProcess implements DutyProcess {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkItems workItems;

    EngineDutyProcess(RuntimeService runtime, TaskService tasks, WorkItems workItems) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.workItems = workItems;
    }

    @Override
    public void start(Start start) {
        runtime.startProcessInstanceByKey(
                ID,
                start.dutyId().toString(),
                Map.of(
                        DUTY_ID, start.dutyId().toString(),
                        CAMPAIGN_ID, start.campaignId().toString(),
                        SITTER_ID, start.personId().toString(),
                        DUTY_DUE, EndOfDay.of(start.day()),
                        DUTY_OVER, EndOfDay.over(start.day())));
    }

    @Override
    public void reassign(UUID dutyId, UUID personId) {
        tasks.createTaskQuery()
                .processDefinitionKey(ID)
                .processInstanceBusinessKey(dutyId.toString())
                .list()
                .forEach(task -> {
                    runtime.setVariable(task.getProcessInstanceId(), SITTER_ID, personId.toString());
                    tasks.setAssignee(task.getId(), personId.toString());
                });
    }

    @Override
    public void recorded(OpenItem item, boolean held) {
        workItems.complete(item, Map.of(DUTY_HELD, held));
    }

    @Override
    public void end(List<UUID> dutyIds) {
        for (var duty : dutyIds) {
            runtime.createExecutionQuery()
                    .processDefinitionKey(ID)
                    .processInstanceBusinessKey(duty.toString())
                    .messageEventSubscriptionName(DUTY_WITHDRAWN)
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived(DUTY_WITHDRAWN, waiting.getId()));
        }
    }
}

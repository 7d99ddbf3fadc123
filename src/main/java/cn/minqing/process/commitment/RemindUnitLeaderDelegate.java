package cn.minqing.process.commitment;

import cn.minqing.supervision.Reminders;
import cn.minqing.visit.Commitments;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒单位负责人: the date of the promise has passed. */
@Component
class RemindUnitLeaderDelegate implements JavaDelegate {
    private final Commitments commitments;
    private final Reminders reminders;

    RemindUnitLeaderDelegate(Commitments commitments, Reminders reminders) {
        this.commitments = commitments;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var late = commitments.overdue(UUID.fromString(execution.getProcessBusinessKey()));
        reminders.commitmentOverdue(
                late.key(), late.campaignId(), late.id(), late.words(), late.leaderRole(), late.leaderScopeId());
    }
}

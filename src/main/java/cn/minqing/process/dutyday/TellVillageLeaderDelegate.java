package cn.minqing.process.dutyday;

import cn.minqing.duty.Duties;
import cn.minqing.supervision.Reminders;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 告知村负责人: the day of duty went by without a record, or nobody sat. Nothing else follows from it. */
@Component
class TellVillageLeaderDelegate implements JavaDelegate {
    private final Duties duties;
    private final Reminders reminders;

    TellVillageLeaderDelegate(Duties duties, Reminders reminders) {
        this.duties = duties;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var missed = duties.missed(UUID.fromString(execution.getProcessBusinessKey()));
        reminders.tell(new Reminders.Word(
                missed.key(),
                missed.campaignId(),
                Reminders.Subject.DUTY,
                missed.dutyId(),
                missed.words(),
                "duty.missed",
                "S7.5",
                null,
                missed.role(),
                missed.scopeId()));
    }
}

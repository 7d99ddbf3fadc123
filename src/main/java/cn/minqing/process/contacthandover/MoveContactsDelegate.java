package cn.minqing.process.contacthandover;

import cn.minqing.campaign.Handovers;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 移交联系户和未办事项 */
@Component
class MoveContactsDelegate implements JavaDelegate {
    private final Handovers handovers;
    private final OpenWork openWork;

    MoveContactsDelegate(Handovers handovers, OpenWork openWork) {
        this.handovers = handovers;
        this.openWork = openWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var handoverId = UUID.fromString(execution.getProcessBusinessKey());
        openWork.follow(handovers.move(handoverId));
        execution.setVariable(ContactHandoverProcess.TELL_DUE, EndOfDay.of(handovers.tellBy(handoverId)));
    }
}

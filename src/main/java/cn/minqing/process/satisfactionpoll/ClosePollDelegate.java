package cn.minqing.process.satisfactionpoll;

import static cn.minqing.process.satisfactionpoll.SatisfactionPollProcess.*;

import cn.minqing.assessment.Polls;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 截止测评 */
@Component
class ClosePollDelegate implements JavaDelegate {
    private final Polls polls;

    ClosePollDelegate(Polls polls) {
        this.polls = polls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        polls.close(UUID.fromString((String) execution.getVariable(POLL_ID)));
    }
}

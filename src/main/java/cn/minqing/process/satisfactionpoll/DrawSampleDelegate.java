package cn.minqing.process.satisfactionpoll;

import static cn.minqing.process.satisfactionpoll.SatisfactionPollProcess.*;

import cn.minqing.assessment.Polls;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 抽取样本 */
@Component
class DrawSampleDelegate implements JavaDelegate {
    private final Polls polls;

    DrawSampleDelegate(Polls polls) {
        this.polls = polls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var drawn = polls.draw(UUID.fromString((String) execution.getVariable(CAMPAIGN_ID)));
        execution.setVariable(POLL_ID, drawn.pollId().toString());
        execution.setVariable(POLL_END, EndOfDay.of(drawn.due()));
    }
}

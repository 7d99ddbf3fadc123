package cn.minqing.process.campaign;

import cn.minqing.campaign.Batches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 启动补访 */
@Component
class StartRemedialVisitsDelegate implements JavaDelegate {
    private final Batches batches;

    StartRemedialVisitsDelegate(Batches batches) {
        this.batches = batches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        batches.startRemedialVisits(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

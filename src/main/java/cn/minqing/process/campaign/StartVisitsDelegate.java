package cn.minqing.process.campaign;

import cn.minqing.campaign.Batches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 启动本批走访: the visits themselves start in chunks after this transaction. */
@Component
class StartVisitsDelegate implements JavaDelegate {
    private final Batches batches;

    StartVisitsDelegate(Batches batches) {
        this.batches = batches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        batches.startVisits(UUID.fromString((String) execution.getVariable(CampaignProcess.BATCH_ID)));
    }
}

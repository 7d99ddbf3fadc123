package cn.minqing.process.campaign;

import cn.minqing.campaign.Batches;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 读取批次 */
@Component
class ReadBatchDelegate implements JavaDelegate {
    private final Batches batches;

    ReadBatchDelegate(Batches batches) {
        this.batches = batches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var batchId = UUID.fromString((String) execution.getVariable(CampaignProcess.BATCH_ID));
        execution.setVariable(CampaignProcess.BATCH_START, MorningOf.date(batches.startOf(batchId)));
    }
}

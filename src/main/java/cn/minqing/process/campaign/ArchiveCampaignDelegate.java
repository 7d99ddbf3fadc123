package cn.minqing.process.campaign;

import cn.minqing.campaign.Acceptance;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 归档活动 */
@Component
class ArchiveCampaignDelegate implements JavaDelegate {
    private final Acceptance acceptance;

    ArchiveCampaignDelegate(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public void execute(DelegateExecution execution) {
        acceptance.archive(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

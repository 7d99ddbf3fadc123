package cn.minqing.process.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒活动办公室: 验收到期未完成 */
@Component
class RemindAcceptanceDelegate implements JavaDelegate {
    private final Campaigns campaigns;

    RemindAcceptanceDelegate(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.remind(UUID.fromString(execution.getProcessBusinessKey()), Phase.ACCEPTANCE);
    }
}

package cn.minqing.process.campaign;

import static cn.minqing.process.campaign.CampaignProcess.*;

import cn.minqing.campaign.Periods;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 转入下一期 */
@Component
class OpenNextPeriodDelegate implements JavaDelegate {
    private final Periods periods;

    OpenNextPeriodDelegate(Periods periods) {
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var opened = periods.openNext(UUID.fromString(execution.getProcessBusinessKey()));
        var campaign = opened.campaign();
        execution.setVariables(EngineCampaignSteps.dates(campaign));
        execution.setVariable(IMPLEMENTATION_START, MorningOf.date(campaign.implementationStart()));
        execution.setVariable(UNIT_IDS, EngineCampaignSteps.texts(opened.unitIds()));
        execution.setVariable(REMEDIAL, false);
        execution.setVariable(POLLED, campaign.template().poll() != null);
    }
}

package cn.minqing.process.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The campaign moves with its process: called when the sub-process of a phase begins. */
@Component
class EnterPhaseDelegate implements JavaDelegate {
    private static final Map<String, Phase> PHASES = Map.of(
            "subProcess_mobilization", Phase.MOBILIZATION,
            "subProcess_implementation", Phase.IMPLEMENTATION,
            "subProcess_acceptance", Phase.ACCEPTANCE);

    private final Campaigns campaigns;

    EnterPhaseDelegate(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var phase = PHASES.get(execution.getCurrentActivityId());
        campaigns.enterPhase(UUID.fromString(execution.getProcessBusinessKey()), phase);
    }
}

package cn.minqing.process.campaign;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Running campaigns ask the unit that goes on, and no closed one, for what each unit has to hand in (S9.6). */
@Component
@Order(9)
class CampaignsOfUnit implements UnitFollower {
    private final RuntimeService runtime;

    CampaignsOfUnit(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public String what() {
        return "campaigns";
    }

    @Override
    public int count(UnitMove move) {
        return with(move).size();
    }

    @Override
    public void follow(UnitMove move) {
        for (var instance : with(move)) {
            var units = new ArrayList<>(units(instance));
            if (move.whole()) {
                units.remove(move.from().toString());
            }
            if (!units.contains(move.to().toString())) {
                units.add(move.to().toString());
            }
            runtime.setVariable(instance.getId(), CampaignProcess.UNIT_IDS, units);
        }
    }

    private List<ProcessInstance> with(UnitMove move) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(CampaignProcess.ID).unlimitedList().stream()
                .filter(instance -> units(instance).contains(move.from().toString()))
                .toList();
    }

    private List<String> units(ProcessInstance instance) {
        return runtime.getVariable(instance.getId(), CampaignProcess.UNIT_IDS) instanceof List<?> units
                ? units.stream().map(String::valueOf).toList()
                : List.of();
    }
}

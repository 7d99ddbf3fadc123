package cn.minqing.process.householdvisit;

import cn.minqing.visit.HouseholdFiles;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 销户: takes the household out of the register and ends the contact. */
@Component
class StrikeOffHouseholdDelegate implements JavaDelegate {
    private final HouseholdFiles files;

    StrikeOffHouseholdDelegate(HouseholdFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.strikeOff(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

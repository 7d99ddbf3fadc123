package cn.minqing.process.householdvisit;

import cn.minqing.visit.HouseholdFiles;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 走访停止: notes in the file that the visit was called off. */
@Component
class CancelVisitDelegate implements JavaDelegate {
    private final HouseholdFiles files;

    CancelVisitDelegate(HouseholdFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.cancel(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

package cn.minqing.process.householdvisit;

import cn.minqing.process.EndOfDay;
import cn.minqing.visit.HouseholdFiles;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 退回补访: opens the file again and gives the visit a new date. */
@Component
class ReopenFileDelegate implements JavaDelegate {
    private final HouseholdFiles files;

    ReopenFileDelegate(HouseholdFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = files.reopen(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(HouseholdVisitProcess.VISIT_DUE, EndOfDay.of(due));
    }
}

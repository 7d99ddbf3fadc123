package cn.minqing.process.householdvisit;

import static cn.minqing.process.householdvisit.HouseholdVisitProcess.SPOT_CHECK_DRAWN;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.SPOT_CHECK_DUE;

import cn.minqing.process.EndOfDay;
import cn.minqing.visit.HouseholdFiles;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 建成帮扶档案: closes the file and draws whether an inspector visits again. */
@Component
class CompleteFileDelegate implements JavaDelegate {
    private final HouseholdFiles files;

    CompleteFileDelegate(HouseholdFiles files) {
        this.files = files;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var completion = files.complete(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(SPOT_CHECK_DRAWN, completion.drawn());
        if (completion.spotCheckDue() != null) {
            execution.setVariable(SPOT_CHECK_DUE, EndOfDay.of(completion.spotCheckDue()));
        }
    }
}

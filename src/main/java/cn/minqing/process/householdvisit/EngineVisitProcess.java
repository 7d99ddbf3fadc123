package cn.minqing.process.householdvisit;

import static cn.minqing.process.householdvisit.HouseholdVisitProcess.NEXT_ATTEMPT;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.NOT_AT_HOME;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.OBLIGATIONS_MET;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.STRIKE_OFF;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.STRIKE_OFF_APPROVED;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.STRIKE_OFF_DUE;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.VISITED;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.VISIT_CONFIRMED;
import static cn.minqing.process.householdvisit.HouseholdVisitProcess.VISIT_RESULT;

import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.VisitProcess;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Drives {@code household-visit}. */
@Component
class EngineVisitProcess implements VisitProcess {
    private final WorkItems workItems;

    EngineVisitProcess(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void visited(OpenItem item, boolean obligationsMet) {
        workItems.complete(item, Map.of(VISIT_RESULT, VISITED, OBLIGATIONS_MET, obligationsMet));
    }

    @Override
    public void notAtHome(OpenItem item, LocalDate nextAttempt) {
        workItems.complete(item, Map.of(VISIT_RESULT, NOT_AT_HOME, NEXT_ATTEMPT, EndOfDay.startOf(nextAttempt)));
    }

    @Override
    public void strikeOffRequested(OpenItem item, LocalDate decisionDue) {
        workItems.complete(item, Map.of(VISIT_RESULT, STRIKE_OFF, STRIKE_OFF_DUE, EndOfDay.of(decisionDue)));
    }

    @Override
    public void strikeOffDecided(OpenItem item, boolean approved) {
        workItems.complete(item, Map.of(STRIKE_OFF_APPROVED, approved));
    }

    @Override
    public void spotChecked(OpenItem item, boolean confirmed) {
        workItems.complete(item, Map.of(VISIT_CONFIRMED, confirmed));
    }
}

package cn.minqing.process.unitsummary;

import static cn.minqing.process.unitsummary.UnitSummaryProcess.SUMMARY_APPROVED;
import static cn.minqing.process.unitsummary.UnitSummaryProcess.SUMMARY_DUE;

import cn.minqing.assessment.SummaryProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Drives {@code unit-summary}. */
@Component
class EngineSummaryProcess implements SummaryProcess {
    private final WorkItems workItems;

    EngineSummaryProcess(WorkItems workItems) {
        this.workItems = workItems;
    }

    @Override
    public void submitted(OpenItem item) {
        workItems.complete(item, Map.of());
    }

    @Override
    public void approved(OpenItem item) {
        workItems.complete(item, Map.of(SUMMARY_APPROVED, true));
    }

    @Override
    public void returned(OpenItem item, LocalDate due) {
        workItems.complete(item, Map.of(SUMMARY_APPROVED, false, SUMMARY_DUE, EndOfDay.of(due)));
    }
}

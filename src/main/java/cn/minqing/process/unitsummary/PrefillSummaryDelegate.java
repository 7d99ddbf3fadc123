package cn.minqing.process.unitsummary;

import cn.minqing.assessment.Summaries;
import cn.minqing.process.EndOfDay;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总数据: what is known already is not asked again. */
@Component
class PrefillSummaryDelegate implements JavaDelegate {
    private final Summaries summaries;

    PrefillSummaryDelegate(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var started = summaries.start(
                id(execution, UnitSummaryProcess.CAMPAIGN_ID), id(execution, UnitSummaryProcess.UNIT_ID));
        execution.setVariable(UnitSummaryProcess.SUMMARY_ID, started.summaryId().toString());
        execution.setVariable(UnitSummaryProcess.SUMMARY_DUE, EndOfDay.of(started.due()));
    }

    private static UUID id(DelegateExecution execution, String variable) {
        return UUID.fromString((String) execution.getVariable(variable));
    }
}

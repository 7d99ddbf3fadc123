package cn.minqing.process.unitsummary;

import cn.minqing.assessment.Summaries;
import cn.minqing.tasklist.WorkItemFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code unit-summary}. */
@Component
class UnitSummaryFacts implements WorkItemFacts {
    private final ObjectProvider<Summaries> summaries;

    UnitSummaryFacts(ObjectProvider<Summaries> summaries) {
        this.summaries = summaries;
    }

    @Override
    public String process() {
        return UnitSummaryProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var id = task.id(UnitSummaryProcess.SUMMARY_ID);
        var subject = summaries.getObject().subject(id);
        var scope = task.element().equals("userTask_writeSummary") ? subject.unitId() : subject.hostUnitId();
        return new Facts(
                scope,
                subject.campaignId(),
                null,
                subject.areaCode(),
                "SUMMARY",
                id,
                subject.unitName(),
                subject.campaignName());
    }
}

package cn.minqing.process.revisit;

import static cn.minqing.process.revisit.RevisitModel.*;

import cn.minqing.process.EndOfDay;
import cn.minqing.supervision.RevisitProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code revisit}. */
@Component
class EngineRevisitProcess implements RevisitProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineRevisitProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(UUID revisitId, UUID issueId, UUID campaignId, LocalDate due) {
        runtime.startProcessInstanceByKey(
                ID,
                revisitId.toString(),
                Map.of(
                        REVISIT_ID, revisitId.toString(),
                        ISSUE_ID, issueId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        REVISIT_DUE, EndOfDay.of(due)));
    }

    @Override
    public void answered(OpenItem item, boolean claimConfirmed) {
        workItems.complete(item, Map.of(CLAIM_CONFIRMED, claimConfirmed));
    }
}

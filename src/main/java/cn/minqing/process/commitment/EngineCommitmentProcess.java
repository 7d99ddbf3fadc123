package cn.minqing.process.commitment;

import static cn.minqing.process.commitment.CommitmentModel.*;

import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.CommitmentProcess;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drives {@code commitment}. */
@Component
class EngineCommitmentProcess implements CommitmentProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineCommitmentProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(Start start) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(COMMITMENT_ID, start.commitmentId().toString());
        variables.put(CAMPAIGN_ID, start.campaignId().toString());
        variables.put(
                KEEPER_ID, start.keeperId() == null ? null : start.keeperId().toString());
        variables.put(KEEPER_ROLE, start.keeperRole());
        variables.put(COMMITMENT_DUE, EndOfDay.of(start.due()));
        variables.put(PUBLIC_PROMISE, start.keeperId() == null);
        runtime.startProcessInstanceByKey(ID, start.commitmentId().toString(), variables);
    }

    @Override
    public void kept(OpenItem item, LocalDate confirmDue) {
        workItems.complete(item, Map.of(CONFIRM_DUE, EndOfDay.of(confirmDue)));
    }

    @Override
    public void confirmed(OpenItem item, boolean really, LocalDate due) {
        workItems.complete(item, Map.of(COMMITMENT_KEPT, really, COMMITMENT_DUE, EndOfDay.of(due)));
    }
}

package cn.minqing.process.dutyswap;

import static cn.minqing.process.dutyswap.DutySwapProcess.*;

import cn.minqing.duty.SwapProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code duty-swap}. */
@Component
class EngineSwapProcess implements SwapProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineSwapProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(Start start) {
        runtime.startProcessInstanceByKey(
                ID,
                start.swapId().toString(),
                Map.of(
                        SWAP_ID, start.swapId().toString(),
                        CAMPAIGN_ID, start.campaignId().toString(),
                        ASKED_ID, start.toPerson().toString(),
                        SWAP_DUE, EndOfDay.of(start.until()),
                        SWAP_OVER, EndOfDay.over(start.until())));
    }

    @Override
    public void answered(OpenItem item, boolean accepted) {
        workItems.complete(item, Map.of(SWAP_ACCEPTED, accepted));
    }
}

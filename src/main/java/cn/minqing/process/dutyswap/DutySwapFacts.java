package cn.minqing.process.dutyswap;

import cn.minqing.duty.Swaps;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the task of {@code duty-swap}. */
@Component
class DutySwapFacts implements WorkItemFacts {
    private final ObjectProvider<Swaps> swaps;

    DutySwapFacts(ObjectProvider<Swaps> swaps) {
        this.swaps = swaps;
    }

    @Override
    public String process() {
        return DutySwapProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var swapId = UUID.fromString(task.businessKey());
        var swap = swaps.getObject().get(swapId);
        return new Facts(
                null,
                swap.duty().campaignId(),
                null,
                swap.duty().areaCode(),
                "DUTY_SWAP",
                swapId,
                swap.from() + " " + swap.duty().day(),
                swap.duty().place());
    }
}

package cn.minqing.process.dutyswap;

import cn.minqing.duty.Swaps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 换班并告知 */
@Component
class SwapDutiesDelegate implements JavaDelegate {
    private final Swaps swaps;

    SwapDutiesDelegate(Swaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swaps.exchange(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

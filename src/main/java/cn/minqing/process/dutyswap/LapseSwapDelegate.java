package cn.minqing.process.dutyswap;

import cn.minqing.duty.Swaps;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 告知未换成 */
@Component
class LapseSwapDelegate implements JavaDelegate {
    private final Swaps swaps;

    LapseSwapDelegate(Swaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swaps.lapse(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

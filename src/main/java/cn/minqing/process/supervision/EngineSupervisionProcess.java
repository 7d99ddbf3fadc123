package cn.minqing.process.supervision;

import static cn.minqing.process.supervision.SupervisionModel.*;

import cn.minqing.process.EndOfDay;
import cn.minqing.supervision.SupervisionProcess;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code supervision}. */
@Component
class EngineSupervisionProcess implements SupervisionProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineSupervisionProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(Start start) {
        runtime.startProcessInstanceByKey(
                ID,
                start.noticeId().toString(),
                Map.of(
                        NOTICE_ID, start.noticeId().toString(),
                        CAMPAIGN_ID, start.campaignId().toString(),
                        AUTOMATIC, start.automatic(),
                        ORDER_ROLE, start.orderRole(),
                        RECTIFIER_ROLE, start.rectifierRole(),
                        ORDER_DUE, EndOfDay.of(start.orderDue()),
                        RECTIFY_DUE, EndOfDay.of(start.rectifyDue())));
    }

    @Override
    public void ordered(OpenItem item, LocalDate rectifyDue) {
        workItems.complete(item, Map.of(ORDERED, true, RECTIFY_DUE, EndOfDay.of(rectifyDue)));
    }

    @Override
    public void dropped(OpenItem item) {
        workItems.complete(item, Map.of(ORDERED, false));
    }

    @Override
    public void rectified(OpenItem item, LocalDate recheckDue) {
        workItems.complete(item, Map.of(RECHECK_DUE, EndOfDay.of(recheckDue)));
    }

    @Override
    public void passed(OpenItem item) {
        workItems.complete(item, Map.of(RECTIFIED, true));
    }

    @Override
    public void failed(OpenItem item, boolean secondFailure, LocalDate rectifyDue) {
        workItems.complete(
                item, Map.of(RECTIFIED, false, SECOND_FAILURE, secondFailure, RECTIFY_DUE, EndOfDay.of(rectifyDue)));
    }
}

package cn.minqing.process.bulletin;

import static cn.minqing.process.bulletin.BulletinModel.*;

import cn.minqing.bulletin.BulletinProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Drives {@code bulletin}. */
@Component
class EngineBulletinProcess implements BulletinProcess {
    private final RuntimeService runtime;
    private final WorkItems workItems;

    EngineBulletinProcess(RuntimeService runtime, WorkItems workItems) {
        this.runtime = runtime;
        this.workItems = workItems;
    }

    @Override
    public void start(UUID bulletinId, UUID campaignId, LocalDate signDue) {
        runtime.startProcessInstanceByKey(
                ID,
                bulletinId.toString(),
                Map.of(
                        BULLETIN_ID, bulletinId.toString(),
                        CAMPAIGN_ID, campaignId.toString(),
                        SIGN_DUE, EndOfDay.of(signDue)));
    }

    @Override
    public void signed(OpenItem item) {
        workItems.complete(item, Map.of(BULLETIN_SIGNED, true));
    }

    @Override
    public void returned(OpenItem item, LocalDate reviseDue) {
        workItems.complete(item, Map.of(BULLETIN_SIGNED, false, REVISE_DUE, EndOfDay.of(reviseDue)));
    }

    @Override
    public void revised(OpenItem item, LocalDate signDue) {
        workItems.complete(item, Map.of(BULLETIN_WANTED, true, SIGN_DUE, EndOfDay.of(signDue)));
    }

    @Override
    public void dropped(OpenItem item) {
        workItems.complete(item, Map.of(BULLETIN_WANTED, false));
    }
}

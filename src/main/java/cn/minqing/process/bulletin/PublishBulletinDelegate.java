package cn.minqing.process.bulletin;

import cn.minqing.bulletin.Bulletins;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 编号公布 */
@Component
class PublishBulletinDelegate implements JavaDelegate {
    private final Bulletins bulletins;

    PublishBulletinDelegate(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bulletins.publish(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

package cn.minqing.process.campaign;

import cn.minqing.campaign.Contacts;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 生成民情联系卡 */
@Component
class IssueContactCardsDelegate implements JavaDelegate {
    private final Contacts contacts;

    IssueContactCardsDelegate(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        contacts.issueCards(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

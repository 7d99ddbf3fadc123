package cn.minqing.process.documentreview;

import cn.minqing.document.Documents;
import cn.minqing.supervision.Reminders;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒撰写人、提醒审阅人: the date has passed; the task stays, and late is accepted. */
@Component
class RemindDocumentDelegate implements JavaDelegate {
    private final Documents documents;
    private final Reminders reminders;

    RemindDocumentDelegate(Documents documents, Reminders reminders) {
        this.documents = documents;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var late = documents.overdue(UUID.fromString(execution.getProcessBusinessKey()));
        reminders.documentOverdue(
                late.key(),
                late.campaignId(),
                late.id(),
                late.words(),
                late.source(),
                late.personId(),
                late.role(),
                late.scopeId());
    }
}

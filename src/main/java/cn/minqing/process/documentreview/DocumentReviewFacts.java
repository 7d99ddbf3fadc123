package cn.minqing.process.documentreview;

import cn.minqing.document.Documents;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code document-review}. */
@Component
class DocumentReviewFacts implements WorkItemFacts {
    private final ObjectProvider<Documents> documents;

    DocumentReviewFacts(ObjectProvider<Documents> documents) {
        this.documents = documents;
    }

    @Override
    public String process() {
        return DocumentReviewProcess.ID;
    }

    @Override
    public Facts of(Task task) {
        var id = UUID.fromString(task.businessKey());
        var facts = documents.getObject().taskFacts(id, task.element());
        return new Facts(
                facts.scopeId(),
                facts.campaignId(),
                null,
                facts.areaCode(),
                "DOCUMENT",
                id,
                facts.subject(),
                facts.place());
    }
}

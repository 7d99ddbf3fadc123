package cn.minqing.process.documentreview;

import static cn.minqing.process.documentreview.DocumentReviewProcess.*;

import cn.minqing.document.DocumentProcess;
import cn.minqing.process.EndOfDay;
import cn.minqing.tasklist.OpenItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drives {@code document-review}. */
@Component
class EngineDocumentProcess implements DocumentProcess {
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final WorkItems workItems;
    private final ProcessEngineConfigurationImpl engine;

    EngineDocumentProcess(
            RepositoryService repository, RuntimeService runtime, WorkItems workItems, ProcessEngine engine) {
        this.repository = repository;
        this.runtime = runtime;
        this.workItems = workItems;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public void start(List<Start> starts) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ID)
                .latestVersion()
                .singleResult()
                .getId();
        engine.getCommandExecutorTxRequired().execute(context -> {
            starts.forEach(start -> runtime.startProcessInstanceById(
                    definition, start.documentId().toString(), variables(start)));
            return null;
        });
    }

    private static Map<String, @Nullable Object> variables(Start start) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(DOCUMENT_ID, start.documentId().toString());
        variables.put(CAMPAIGN_ID, start.campaignId().toString());
        variables.put(
                WRITER_ID, start.writerId() == null ? null : start.writerId().toString());
        variables.put(WRITER_ROLE, start.writerRole());
        variables.put(DOCUMENT_DUE, EndOfDay.of(start.due()));
        return variables;
    }

    @Override
    public void handedIn(OpenItem item, String reviewerRole, LocalDate reviewDue) {
        workItems.complete(item, Map.of(REVIEWER_ROLE, reviewerRole, REVIEW_DUE, EndOfDay.of(reviewDue)));
    }

    @Override
    public void accepted(OpenItem item) {
        workItems.complete(item, Map.of(DOCUMENT_ACCEPTED, true));
    }

    @Override
    public void returned(OpenItem item, LocalDate due) {
        workItems.complete(item, Map.of(DOCUMENT_ACCEPTED, false, DOCUMENT_DUE, EndOfDay.of(due)));
    }

    @Override
    public void withdraw(List<UUID> documentIds) {
        for (var id : documentIds) {
            runtime.createMessageCorrelation(WITHDRAWN)
                    .processInstanceBusinessKey(id.toString())
                    .correlateAllWithResult();
        }
    }
}

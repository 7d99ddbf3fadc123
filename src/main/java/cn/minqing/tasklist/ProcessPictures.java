package cn.minqing.tasklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diagram of a case with its tokens, for pages. Whoever asks has checked that the person may see the case. */
@Service
@Transactional(readOnly = true)
public class ProcessPictures {
    private static final int MOST_STEPS = 5_000;

    private final RepositoryService repository;
    private final HistoryService history;

    ProcessPictures(RepositoryService repository, HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    /** The newest case of that process and business key, running or ended; empty where there is none. */
    public Optional<ProcessPicture> of(String process, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(found -> picture(found.getId(), found.getProcessDefinitionId()));
    }

    private ProcessPicture picture(String instanceId, String definitionId) {
        var active = new HashSet<String>();
        var done = new HashSet<String>();
        for (var step : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .listPage(0, MOST_STEPS)) {
            var element = step.getActivityId().replace("#multiInstanceBody", "");
            if (step.getEndTime() == null) {
                active.add(element);
            } else if (!step.isCanceled()) {
                done.add(element);
            }
        }
        done.removeAll(active);
        return new ProcessPicture(xml(definitionId), active, done);
    }

    private String xml(String definitionId) {
        try (var model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

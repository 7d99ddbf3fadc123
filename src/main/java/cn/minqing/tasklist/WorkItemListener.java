package cn.minqing.tasklist;

import cn.minqing.organization.Actors;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps one work item for each task, in the engine's transaction. */
@Component
class WorkItemListener extends AbstractBpmnParseListener implements TaskListener {
    private final ObjectProvider<WorkItemFacts> sources;
    private final WorkItemRows rows;
    private volatile @Nullable Map<String, WorkItemFacts> byProcess;

    WorkItemListener(ObjectProvider<WorkItemFacts> sources, ObjectProvider<WorkItemRows> rows) {
        this.sources = sources;
        this.rows = rows.getObject();
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (var event : List.of(
                EVENTNAME_CREATE, EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE, EVENTNAME_COMPLETE, EVENTNAME_DELETE)) {
            definition.addBuiltInTaskListener(event, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> add(task);
            case EVENTNAME_ASSIGNMENT, EVENTNAME_UPDATE -> rows.assign(task.getId(), person(task), due(task));
            case EVENTNAME_COMPLETE -> rows.end(task.getId(), "DONE", Actors.currentId());
            case EVENTNAME_DELETE -> rows.end(task.getId(), "WITHDRAWN", Actors.currentId());
            default -> throw new IllegalStateException(task.getEventName());
        }
    }

    private void add(DelegateTask task) {
        var process = task.getProcessDefinitionId()
                .substring(0, task.getProcessDefinitionId().indexOf(':'));
        var source = sources().get(process);
        if (source == null) {
            throw new IllegalStateException("Nobody speaks for the tasks of " + process);
        }
        var role = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .findFirst()
                .orElse(null);
        var execution = task.getExecution();
        // Not task::getVariable, which asks the database for variables of the task alone: one select for each task.
        Function<String, @Nullable Object> variable = execution::getVariable;
        var described =
                new WorkItemFacts.Task(task.getTaskDefinitionKey(), execution.getProcessBusinessKey(), role, variable);
        rows.add(task.getId(), process, task.getName(), described, person(task), due(task), source.of(described));
    }

    private static @Nullable UUID person(DelegateTask task) {
        return task.getAssignee() == null ? null : UUID.fromString(task.getAssignee());
    }

    private static @Nullable Timestamp due(DelegateTask task) {
        return task.getDueDate() == null
                ? null
                : new Timestamp(task.getDueDate().getTime());
    }

    private Map<String, WorkItemFacts> sources() {
        var known = byProcess;
        if (known == null) {
            known = sources.stream().collect(Collectors.toMap(WorkItemFacts::process, Function.identity()));
            byProcess = known;
        }
        return known;
    }
}

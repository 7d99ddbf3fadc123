package cn.minqing.ui.issue;

import cn.minqing.issue.IssueTasks;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.BulkAction;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A leader takes on many issues at once. */
@Component
class BulkAccept implements BulkAction {
    private final IssueTasks tasks;

    BulkAccept(IssueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> elements() {
        return Set.of("issue-escalation." + IssueTasks.ACCEPT);
    }

    @Override
    public String label() {
        return "issue.bulk.accept";
    }

    @Override
    public Run start() {
        return new Run() {
            @Override
            public Optional<com.vaadin.flow.component.Component> form() {
                return Optional.empty();
            }

            @Override
            public void apply(WorkItem item) {
                tasks.accept(item.id());
            }
        };
    }
}

package cn.minqing.ui.issue;

import cn.minqing.issue.IssueTasks;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.BulkAction;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A leader closes many numbers at once, with one word for all of them. */
@Component
class BulkClose implements BulkAction {
    private static final int LIMIT = 500;

    private final IssueTasks tasks;

    BulkClose(IssueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> elements() {
        return Set.of("issue-handling." + IssueTasks.CLOSE);
    }

    @Override
    public String label() {
        return "issue.bulk.close";
    }

    @Override
    public Run start() {
        var words = new TextArea(IssueTexts.text("issue.field.closeWords"));
        words.setMaxLength(LIMIT);
        words.setWidthFull();
        return new Run() {
            @Override
            public Optional<com.vaadin.flow.component.Component> form() {
                return Optional.of(words);
            }

            @Override
            public void apply(WorkItem item) {
                tasks.close(item.id(), words.getValue());
            }
        };
    }
}

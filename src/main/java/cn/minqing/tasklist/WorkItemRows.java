package cn.minqing.tasklist;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the rows of the task list within the engine's transaction. New rows wait until the transaction commits or
 * somebody reads, and then go in one batch: a chunk of visits makes a hundred of them.
 */
@Component
class WorkItemRows {
    private static final String INSERT = """
            insert into work_item (id, task_id, process, element, business_key, title, role, scope_id, person_id,
              campaign_id, household_id, area_code, subject_type, subject_id, subject, place, due_at, created_at, colour)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int PERSON = 8;
    private static final int DUE = 16;

    private final JdbcTemplate jdbc;
    private final AppClock clock;

    WorkItemRows(JdbcTemplate jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(
            String taskId,
            String process,
            String title,
            WorkItemFacts.Task task,
            @Nullable UUID personId,
            @Nullable Timestamp due,
            WorkItemFacts.Facts facts) {
        waiting().put(taskId, new Object[] {
            Ids.next(),
            taskId,
            process,
            task.element(),
            task.businessKey(),
            title,
            task.role(),
            facts.scopeId(),
            personId,
            facts.campaignId(),
            facts.householdId(),
            facts.areaCode(),
            facts.subjectType(),
            facts.subjectId(),
            facts.subject(),
            facts.place(),
            due == null ? Timestamp.from(WorkItem.NEVER) : due,
            Timestamp.from(clock.now()),
            facts.colour().name()
        });
    }

    void assign(String taskId, @Nullable UUID personId, @Nullable Timestamp due) {
        var dueAt = due == null ? Timestamp.from(WorkItem.NEVER) : due;
        var waiting = waiting().get(taskId);
        if (waiting != null) {
            waiting[PERSON] = personId;
            waiting[DUE] = dueAt;
            return;
        }
        jdbc.update("update work_item set person_id = ?, due_at = ? where task_id = ?", personId, dueAt, taskId);
    }

    void end(String taskId, String state, @Nullable UUID personId) {
        flush();
        jdbc.update(
                "update work_item set state = ?, ended_at = ?, ended_by = ? where task_id = ? and state = 'OPEN'",
                state,
                Timestamp.from(clock.now()),
                personId,
                taskId);
    }

    void flush() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Buffer buffer && !buffer.rows.isEmpty()) {
            var rows = List.copyOf(buffer.rows.values());
            buffer.rows.clear();
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    private Map<String, Object[]> waiting() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Buffer buffer) {
            return buffer.rows;
        }
        var buffer = new Buffer();
        TransactionSynchronizationManager.bindResource(this, buffer);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(WorkItemRows.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(WorkItemRows.this, buffer);
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                WorkItemRows.this.flush(); // a plain flush() would be the synchronization's own
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(WorkItemRows.this);
            }
        });
        return buffer.rows;
    }

    private static final class Buffer {
        private final Map<String, Object[]> rows = new LinkedHashMap<>();
    }
}

package cn.minqing.tasklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A work item that the current person holds a lock on until the transaction ends. Only {@link WorkItems} makes one. */
public final class OpenItem {
    private final UUID id;
    private final String taskId;
    private final String element;
    private final UUID subjectId;
    private final @Nullable UUID scopeId;
    private final @Nullable UUID campaignId;

    OpenItem(
            UUID id, String taskId, String element, UUID subjectId, @Nullable UUID scopeId, @Nullable UUID campaignId) {
        this.id = id;
        this.taskId = taskId;
        this.element = element;
        this.subjectId = subjectId;
        this.scopeId = scopeId;
        this.campaignId = campaignId;
    }

    public UUID id() {
        return id;
    }

    String taskId() {
        return taskId;
    }

    public String element() {
        return element;
    }

    /** The aggregate the task is about. */
    public UUID subjectId() {
        return subjectId;
    }

    /** Area or unit within which the role is held; null when the task belongs to a person. */
    public @Nullable UUID scopeId() {
        return scopeId;
    }

    public @Nullable UUID campaignId() {
        return campaignId;
    }
}

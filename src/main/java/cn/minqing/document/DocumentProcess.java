package cn.minqing.document;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a document from the one who writes it to the one who reviews it; the process {@code document-review} does it. */
public interface DocumentProcess {

    /** @param writerId the cadre who owes it; null where whoever holds {@code writerRole} in the unit writes it */
    record Start(UUID documentId, UUID campaignId, @Nullable UUID writerId, String writerRole, LocalDate due) {}

    /** Starts the reviews of a chunk, all in one command of the engine. */
    void start(List<Start> starts);

    void handedIn(OpenItem item, String reviewerRole, LocalDate reviewDue);

    void accepted(OpenItem item);

    void returned(OpenItem item, LocalDate due);

    /** Nobody writes or reviews it any more. */
    void withdraw(List<UUID> documentIds);
}

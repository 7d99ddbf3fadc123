package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Starts visits; the visits implement it. */
public interface VisitStarter {

    /**
     * Starts one visit for each contact, in the caller's transaction and in one command of the engine. A contact may
     * have been visited before: a remedial order asks again, and its file is then open again.
     *
     * @param due the last day on which the visits are in time
     */
    void start(List<Contact> contacts, UUID batchId, LocalDate due);
}

package cn.minqing.register;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One list that was uploaded.
 *
 * @param createdBy name of who uploaded it
 * @param added how many entries are new to the register, and so on for the other figures
 * @param written how many of the new and changed entries are in the register by now
 */
public record ImportRun(
        UUID id,
        ImportKind kind,
        String fileName,
        State state,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        int added,
        int changed,
        int same,
        int faulty,
        int written) {

    public enum State {
        READING,
        READY,
        DONE,
        DISCARDED
    }

    /** How many entries accepting it writes. */
    public int toWrite() {
        return added + changed;
    }
}

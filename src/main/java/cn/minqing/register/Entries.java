package cn.minqing.register;

import java.util.List;
import java.util.Set;

/**
 * What a kind of list knows about its entries, for one file: it remembers what it has read of it.
 *
 * @param <T> one entry, as it is kept until the list is accepted
 */
interface Entries<T> {
    /** An entry that was read; {@code value} counts only where no row has a fault. */
    record Read<T>(String key, String label, T value) {}

    /** @param changes bundle keys {@code import.change.…}; {@code fault} a code where it cannot be written after all */
    record Compared(ImportStatus status, Set<String> changes, String fault) {
        static Compared of(boolean known, Set<String> changes) {
            return new Compared(
                    !known ? ImportStatus.ADDED : changes.isEmpty() ? ImportStatus.SAME : ImportStatus.CHANGED,
                    changes,
                    "");
        }
    }

    Class<T> type();

    /** Whether a row goes on with the entry that began above. */
    default boolean continues(Fields first, Fields row) {
        return false;
    }

    /** Reads an entry from its rows and notes faults there. */
    Read<T> read(List<Fields> rows);

    List<Compared> compare(List<T> entries);

    void write(List<T> entries, Acceptance acceptance);

    /** @param passwordHash of new accounts; empty where none are added */
    record Acceptance(String passwordHash) {}
}

package cn.minqing.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes entries of the rows of a file as they come, and hands them on by the thousand. */
final class ListReading<T> implements Consumer<Line> {
    private static final int SEARCHED = 20;

    private final ImportKind kind;
    private final Entries<T> entries;
    private final int chunk;
    private final Consumer<List<ImportStore.Staged>> staged;
    private final List<Line> first = new ArrayList<>();
    private final List<Fields> open = new ArrayList<>();
    private final List<Held<T>> held = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final int[] counts = new int[4];
    private @Nullable Header header;

    private record Held<T>(List<Fields> rows, Entries.Read<T> read) {
        List<ImportItem.Fault> faults() {
            return rows.stream().flatMap(row -> row.faults().stream()).toList();
        }
    }

    ListReading(ImportKind kind, Entries<T> entries, int chunk, Consumer<List<ImportStore.Staged>> staged) {
        this.kind = kind;
        this.entries = entries;
        this.chunk = chunk;
        this.staged = staged;
    }

    @Override
    public void accept(Line line) {
        if (header != null) {
            row(header, line);
        } else {
            first.add(line);
            if (first.size() == SEARCHED) {
                findHeader();
            }
        }
    }

    private Header findHeader() {
        var found = Header.find(kind, first);
        header = found;
        first.subList(found.last() + 1, first.size()).forEach(line -> row(found, line));
        return found;
    }

    private void row(Header heading, Line line) {
        if (heading.repeatedBy(line) || isRemark(line)) {
            return;
        }
        var row = new Fields(line, heading);
        if (!open.isEmpty() && entries.continues(open.getFirst(), row)) {
            open.add(row);
        } else {
            close();
            open.add(row);
        }
    }

    /** Totals and the names of who filled the list in. */
    private static boolean isRemark(Line line) {
        var start = line.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("");
        var text = Words.tidy(start).replace(" ", "");
        return Words.REMARKS.stream().anyMatch(text::startsWith);
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        var rows = List.copyOf(open);
        open.clear();
        var read = entries.read(rows);
        var line = rows.getFirst().line().number();
        var before = keys.putIfAbsent(read.key(), line);
        if (before != null) {
            rows.getFirst().fault("", "import.twice", before);
        }
        held.add(new Held<>(rows, read));
        if (held.size() == chunk) {
            flush();
        }
    }

    private void flush() {
        var good = held.stream().filter(one -> one.faults().isEmpty()).toList();
        var compared =
                entries.compare(good.stream().map(one -> one.read().value()).toList());
        var items = new ArrayList<ImportStore.Staged>();
        for (var i = 0; i < good.size(); i++) {
            var one = good.get(i);
            var result = compared.get(i);
            if (!result.fault().isEmpty()) {
                one.rows().getFirst().fault("", result.fault());
            } else {
                counts[result.status().ordinal()]++;
                if (result.status() != ImportStatus.SAME) {
                    items.add(item(one, result.status(), result.changes()));
                }
            }
        }
        held.stream().filter(one -> !one.faults().isEmpty()).forEach(one -> {
            counts[ImportStatus.FAULTY.ordinal()]++;
            items.add(item(one, ImportStatus.FAULTY, Set.of()));
        });
        held.clear();
        staged.accept(items);
    }

    private ImportStore.Staged item(Held<T> one, ImportStatus status, Set<String> changes) {
        var faulty = status == ImportStatus.FAULTY;
        return new ImportStore.Staged(
                one.rows().getFirst().line().number(),
                one.read().label(),
                status,
                faulty ? Map.of() : one.read().value(),
                List.copyOf(changes),
                faulty ? one.rows().stream().map(row -> numbered(row.line())).toList() : List.of(),
                one.faults());
    }

    private static List<String> numbered(Line line) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(line.number()));
        cells.addAll(line.cells());
        return cells;
    }

    /** To be called after the last row. */
    void end() {
        if (header == null) {
            findHeader();
        }
        close();
        flush();
    }

    List<String> titles() {
        return header == null ? List.of() : header.titles();
    }

    /** How many are new, changed, the same, faulty. */
    int[] counts() {
        return counts;
    }
}

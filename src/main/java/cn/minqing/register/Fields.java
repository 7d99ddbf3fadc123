package cn.minqing.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of a list by field, with what is wrong with it. */
final class Fields {
    private final Line line;
    private final Header header;
    private final Map<String, String> values = new HashMap<>();
    private final List<ImportItem.Fault> faults = new ArrayList<>();

    Fields(Line line, Header header) {
        this.line = line;
        this.header = header;
        header.columns().forEach((field, column) -> {
            var text = line.cell(column);
            if (text.equals(Line.FORMULA)) {
                fault(field, "import.formula");
            } else {
                var tidy = Words.tidy(text);
                values.put(field, tidy.length() > Line.LONGEST_CELL ? tidy.substring(0, Line.LONGEST_CELL) : tidy);
            }
        });
    }

    Line line() {
        return line;
    }

    /** The value of a field; empty where the list says nothing. */
    String get(String field) {
        return values.getOrDefault(field, "");
    }

    boolean has(String field) {
        return !get(field).isEmpty();
    }

    /** Takes over what stands once for several rows. */
    void fill(String field, Fields above) {
        if (!has(field)) {
            values.put(field, above.get(field));
        }
    }

    void fault(String field, String code, Object... args) {
        var column = header.columns().getOrDefault(field, -1);
        faults.add(new ImportItem.Fault(
                line.number(),
                column,
                column < 0 ? "" : Words.tidy(header.titles().get(column)),
                code,
                java.util.Arrays.stream(args).map(String::valueOf).toList()));
    }

    List<ImportItem.Fault> faults() {
        return faults;
    }
}

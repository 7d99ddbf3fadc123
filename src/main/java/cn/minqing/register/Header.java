package cn.minqing.register;

import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The heading of a list.
 *
 * @param last position of its last row among the first rows of the file
 * @param columns position of each field that has a column
 * @param titles as the file writes them, by column
 */
record Header(int last, Map<String, Integer> columns, List<String> titles) {

    /**
     * Finds the row that names most fields; two rows where headings are merged, each below a common one or beside one
     * that spans both.
     *
     * @throws UserError {@code import.noHeader} where a required column has no heading
     */
    static Header find(ImportKind kind, List<Line> lines) {
        var known = Words.get().columns().get(kind);
        Header best = new Header(-1, Map.of(), List.of());
        for (var i = 0; i < lines.size(); i++) {
            best = better(best, match(known, i, lines.get(i).cells()));
            if (i > 0) {
                best = better(best, match(known, i, joined(lines.get(i - 1), lines.get(i), known, false)));
                best = better(best, match(known, i, joined(lines.get(i - 1), lines.get(i), known, true)));
            }
        }
        var found = best;
        var missing = known.stream()
                .filter(column -> column.required() && !found.columns().containsKey(column.field()))
                .map(Words.Column::title)
                .collect(Collectors.joining(Words.get().separators().substring(0, 1)));
        if (!missing.isEmpty()) {
            throw new UserError("import.noHeader", missing);
        }
        return found;
    }

    private static Header better(Header best, Header other) {
        return other.columns().size() > best.columns().size() ? other : best;
    }

    /** @param withAbove whether a heading above belongs to the name: 户主 over 姓名 */
    private static List<String> joined(Line above, Line below, List<Words.Column> known, boolean withAbove) {
        var titles = new ArrayList<String>();
        var common = "";
        var columns = Math.max(above.cells().size(), below.cells().size());
        for (var column = 0; column < columns; column++) {
            common = above.cell(column).isBlank() ? common : above.cell(column);
            var own = below.cell(column);
            var both = Words.heading(common + own);
            if (own.isBlank()) {
                titles.add(above.cell(column));
            } else if (withAbove && known.stream().anyMatch(one -> names(one, both))) {
                titles.add(common + own);
            } else {
                titles.add(own);
            }
        }
        return titles;
    }

    private static Header match(List<Words.Column> known, int position, List<String> titles) {
        var columns = new HashMap<String, Integer>();
        for (var column = 0; column < titles.size(); column++) {
            var heading = Words.heading(titles.get(column));
            if (!heading.isEmpty()) {
                for (var one : known) {
                    if (names(one, heading) && columns.putIfAbsent(one.field(), column) == null) {
                        break;
                    }
                }
            }
        }
        return new Header(position, Map.copyOf(columns), List.copyOf(titles));
    }

    private static boolean names(Words.Column column, String heading) {
        return column.names().stream().anyMatch(name -> Words.heading(name).equals(heading));
    }

    /** Whether a later row says the headings again, as lists of several pages do. */
    boolean repeatedBy(Line line) {
        return columns.values().stream()
                .allMatch(column -> Words.heading(line.cell(column)).equals(Words.heading(titles.get(column))));
    }
}

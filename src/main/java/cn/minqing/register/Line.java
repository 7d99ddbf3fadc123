package cn.minqing.register;

import java.util.List;

/** One row of a file as text; {@code number} is what the program that made the file shows beside it. */
record Line(int number, List<String> cells) {
    /** Stands in a cell that holds a formula: what it would come to is never asked. */
    static final String FORMULA = "\ue000=";

    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 2000;

    Line {
        cells = cells.stream().map(cell -> cell.replace("\0", "")).toList();
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}

package cn.minqing.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A bar chart of a paper: drawn as boxes, so that it is as crisp as the text. Printed by the template {@code _bars}. */
public record Bars(String title, List<Bar> bars) {

    /**
     * @param width of the bar, in hundredths of the longest one or of the whole
     * @param text what stands behind the bar: the value with its unit
     */
    public record Bar(String label, int width, String text) {}

    /**
     * One bar for each row.
     *
     * @param whole what a full bar stands for; 0 for the largest value
     */
    public static <T> Bars of(
            String title,
            List<T> rows,
            Function<T, String> label,
            ToDoubleFunction<T> value,
            double whole,
            Function<T, String> text) {
        var full = whole > 0 ? whole : rows.stream().mapToDouble(value).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var row : rows) {
            var width = full <= 0 ? 0 : (int) Math.round(100 * value.applyAsDouble(row) / full);
            bars.add(new Bar(label.apply(row), Math.clamp(width, 0, 100), text.apply(row)));
        }
        return new Bars(title, List.copyOf(bars));
    }
}

package cn.minqing.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A bar chart of a paper: drawn as boxes, so that it is as crisp as the text. Printed by the template {@code _bars}.
 *
 * @param share whether the bars are parts of a whole
 */
public record Bars(String title, boolean share, List<Bar> bars) {

    /**
     * @param width of the bar, in hundredths of the longest one or of the whole
     * @param text what stands behind the bar: the value with its unit
     * @param value what an axis shows: hundredths of the whole where there is one, or the value itself
     */
    public record Bar(String label, int width, String text, double value) {}

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
            var length = value.applyAsDouble(row);
            var part = full <= 0 ? 0 : 100 * length / full;
            bars.add(new Bar(
                    label.apply(row),
                    Math.clamp(Math.round(part), 0, 100),
                    text.apply(row),
                    whole > 0 ? Math.floor(part * 10) / 10 : length));
        }
        return new Bars(title, whole > 0, List.copyOf(bars));
    }
}

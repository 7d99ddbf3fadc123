package cn.minqing.ui.board;

import cn.minqing.board.Board;
import cn.minqing.ui.component.Chart;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** The charts of a board: lying bars, which stay readable on a phone. */
final class BoardCharts {
    private static final int ROW_PIXELS = 34;
    private static final int FRAME_PIXELS = 60;

    private BoardCharts() {}

    static Chart bars(String label, Map<String, Integer> figures, ObjectMapper json) {
        var chart = chart(label, figures.size());
        chart.setOption(json.writeValueAsString(Map.of(
                "color", List.of("var(--mq-accent)"),
                "title", Map.of("text", label, "textStyle", Map.of("fontSize", 14, "fontWeight", "normal")),
                "tooltip", Map.of("trigger", "axis", "axisPointer", Map.of("type", "shadow")),
                "grid", grid(),
                "xAxis", Map.of("type", "value", "minInterval", 1),
                "yAxis", names(List.copyOf(figures.keySet())),
                "series", List.of(series(label, List.copyOf(figures.values()))))));
        return chart;
    }

    /** This year and the plan side by side, for each kind. */
    static Chart income(Map<String, String> words, String label, Map<String, Board.Income> figures, ObjectMapper json) {
        var chart = chart(label, figures.size() * 2);
        chart.setOption(json.writeValueAsString(Map.of(
                "color", List.of("#8cbcae", "var(--mq-accent)"),
                "legend", Map.of("top", 0, "left", 0, "itemWidth", 14),
                "tooltip", Map.of("trigger", "axis", "axisPointer", Map.of("type", "shadow")),
                "grid", grid(),
                "xAxis", Map.of("type", "value"),
                "yAxis", names(List.copyOf(figures.keySet())),
                "series",
                        List.of(
                                series(
                                        words.get("thisYear"),
                                        figures.values().stream()
                                                .map(Board.Income::thisYear)
                                                .toList()),
                                series(
                                        words.get("planned"),
                                        figures.values().stream()
                                                .map(Board.Income::planned)
                                                .toList())))));
        return chart;
    }

    private static Chart chart(String label, int rows) {
        var chart = new Chart(label);
        chart.setWidthFull();
        chart.setHeight(Math.max(2, rows) * ROW_PIXELS + FRAME_PIXELS + "px");
        return chart;
    }

    private static Map<String, Object> grid() {
        return Map.of("left", 4, "right", 28, "top", 40, "bottom", 4, "containLabel", true);
    }

    private static Map<String, Object> names(List<String> names) {
        return Map.of("type", "category", "inverse", true, "axisTick", Map.of("show", false), "data", names);
    }

    private static Map<String, Object> series(String name, List<?> data) {
        return Map.of("name", name, "type", "bar", "barMaxWidth", 18, "data", data);
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.ui.component.Chart;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectMapper;

/** Households by name of a group or department, in the order these always have: files complete, visited, not visited. */
class CoverageChart extends Chart {
    private static final int ROW_PIXELS = 34;
    private static final int FRAME_PIXELS = 84;

    /** {@code complete} of {@code visited} of {@code households}; {@code route} leads to the households. */
    record Bar(String name, int households, int visited, int complete, String route) {}

    CoverageChart(String label, List<Bar> bars, ObjectMapper json, Consumer<String> open) {
        super(label);
        setWidthFull();
        setHeight(bars.size() * ROW_PIXELS + FRAME_PIXELS + "px");
        setOption(json.writeValueAsString(Map.of(
                "color", List.of("var(--mq-accent)", "#8cbcae", "#d5dcd9"),
                "legend", Map.of("top", 0, "left", 0, "itemWidth", 14),
                "tooltip", Map.of("trigger", "axis", "axisPointer", Map.of("type", "shadow")),
                "grid", Map.of("left", 4, "right", 28, "top", 40, "bottom", 4, "containLabel", true),
                "xAxis", Map.of("type", "value", "minInterval", 1),
                "yAxis",
                        Map.of(
                                "type",
                                "category",
                                "inverse",
                                true,
                                "axisTick",
                                Map.of("show", false),
                                "data",
                                bars.stream().map(Bar::name).toList()),
                "series",
                        List.of(
                                series(
                                        "complete",
                                        bars.stream().map(Bar::complete).toList()),
                                series(
                                        "visited",
                                        bars.stream()
                                                .map(bar -> Math.max(0, bar.visited() - bar.complete()))
                                                .toList()),
                                series(
                                        "open",
                                        bars.stream()
                                                .map(bar -> Math.max(0, bar.households() - bar.visited()))
                                                .toList())))));
        addItemClickListener(event -> {
            if (event.getDataIndex() >= 0 && event.getDataIndex() < bars.size()) {
                open.accept(bars.get(event.getDataIndex()).route());
            }
        });
    }

    private Map<String, Object> series(String key, List<Integer> data) {
        return Map.of(
                "name",
                getTranslation("campaigns.coverage." + key),
                "type",
                "bar",
                "stack",
                "households",
                "barMaxWidth",
                18,
                "data",
                data);
    }
}

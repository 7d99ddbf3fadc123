package cn.minqing.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.JsonNode;

/**
 * A bar, line or pie chart. The option is that of Apache ECharts; colours may be given as {@code var(--ladder-red)}.
 * Screen readers get the same figures as a table.
 */
@Tag("minqing-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./component/chart.ts")
public class Chart extends Component implements HasSize, HasStyle {
    private String option = "";
    private String label;

    /** @param label what the figures mean, read aloud before them */
    public Chart(String label) {
        this.label = label;
        addClassName("chart");
    }

    public void setLabel(String label) {
        this.label = label;
        if (isAttached()) {
            getElement().callJsFunction("setLabel", label);
        }
    }

    public void setOption(String json) {
        option = json;
        if (isAttached()) {
            getElement().callJsFunction("setOption", json);
        }
    }

    public void setOption(JsonNode json) {
        setOption(json.toString());
    }

    public Registration addItemClickListener(ComponentEventListener<ItemClickEvent> listener) {
        return addListener(ItemClickEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().callJsFunction("setLabel", label);
        if (!option.isEmpty()) {
            getElement().callJsFunction("setOption", option);
        }
    }

    /** Somebody clicked a bar, a point or a slice. */
    @DomEvent("item-click")
    public static class ItemClickEvent extends ComponentEvent<Chart> {
        private final String name;
        private final int dataIndex;
        private final int seriesIndex;

        public ItemClickEvent(
                Chart source,
                boolean fromClient,
                @EventData("event.detail.name") String name,
                @EventData("event.detail.index") int dataIndex,
                @EventData("event.detail.series") int seriesIndex) {
            super(source, fromClient);
            this.name = name;
            this.dataIndex = dataIndex;
            this.seriesIndex = seriesIndex;
        }

        /** The category or slice. */
        public String getName() {
            return name;
        }

        public int getDataIndex() {
            return dataIndex;
        }

        public int getSeriesIndex() {
            return seriesIndex;
        }
    }
}

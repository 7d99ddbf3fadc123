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
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A process model, read-only, fitted to the width it gets, with tokens where the work stands and figures where many
 * are. Ids that the model does not have are ignored, so that marks of an older version do no harm. The sentence below
 * the picture says the same in words. The licence of bpmn.io asks that its mark in the corner stays visible.
 */
@Tag("minqing-bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./component/bpmn-diagram.ts")
public class BpmnDiagram extends Component implements HasSize, HasStyle {
    private String xml = "";
    private List<String> active = List.of();
    private List<String> done = List.of();
    private Map<String, Integer> counts = Map.of();

    public BpmnDiagram() {
        addClassName("diagram");
    }

    public BpmnDiagram(String xml) {
        this();
        setXml(xml);
    }

    /** Shows the model; marks and figures set before stay. */
    public void setXml(String xml) {
        this.xml = xml;
        whenAttached(() -> getElement().callJsFunction("setXml", this.xml));
    }

    /** Tokens on the elements in which work stands now; those already passed are tinted. */
    public void mark(Collection<String> activeElementIds, Collection<String> doneElementIds) {
        active = List.copyOf(activeElementIds);
        done = List.copyOf(doneElementIds);
        whenAttached(() -> getElement().callJsFunction("mark", active, done));
    }

    /** A figure at each element, for overviews of many cases; zero is not drawn. */
    public void setCounts(Map<String, Integer> countByElementId) {
        counts = Map.copyOf(countByElementId);
        whenAttached(() -> getElement().callJsFunction("setCounts", counts));
    }

    public Registration addElementClickListener(ComponentEventListener<ElementClickEvent> listener) {
        return addListener(ElementClickEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .callJsFunction(
                        "setTexts",
                        Map.of(
                                "label", getTranslation("component.diagram.label"),
                                "loading", getTranslation("component.diagram.loading"),
                                "failed", getTranslation("component.diagram.failed"),
                                "now", getTranslation("component.diagram.now"),
                                "done", getTranslation("component.diagram.done"),
                                "nothing", getTranslation("component.diagram.nothing")));
        getElement().callJsFunction("mark", active, done);
        getElement().callJsFunction("setCounts", counts);
        if (!xml.isEmpty()) {
            getElement().callJsFunction("setXml", xml);
        }
    }

    private void whenAttached(Runnable call) {
        if (isAttached()) {
            call.run();
        }
    }

    /** Somebody clicked an element of the model. */
    @DomEvent("element-click")
    public static class ElementClickEvent extends ComponentEvent<BpmnDiagram> {
        private final String elementId;

        public ElementClickEvent(
                BpmnDiagram source, boolean fromClient, @EventData("event.detail.id") String elementId) {
            super(source, fromClient);
            this.elementId = elementId;
        }

        public String getElementId() {
            return elementId;
        }
    }
}

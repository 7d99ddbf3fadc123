package cn.minqing.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Remembers which sequence flows of which process the tests have gone along. */
@Component
public class FlowCoverage extends AbstractBpmnParseListener {
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        of(known, process).add(transition.getId());
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> of(taken, process).add(transition.getId()));
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        of(known, process).add(event.getId());
        event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> of(taken, process).add(event.getId()));
    }

    private static Set<String> of(Map<String, Set<String>> map, String process) {
        return map.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet());
    }

    Set<String> processes() {
        return new TreeSet<>(known.keySet());
    }

    /** Flows and boundary events of the process that no test has taken yet. */
    Set<String> untaken(String process) {
        var left = new TreeSet<>(known.getOrDefault(process, Set.of()));
        left.removeAll(taken.getOrDefault(process, Set.of()));
        return left;
    }
}

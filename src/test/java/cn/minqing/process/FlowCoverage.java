package cn.minqing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Writes down which sequence flows and boundary events the models have and which of them the tests have gone along, one
 * file for each JVM of the suite; {@link FlowCoverageTest} reads them all.
 */
@Component
public class FlowCoverage extends AbstractBpmnParseListener {
    static final String KNOWN = "known";
    static final String TAKEN = "taken";
    /** One folder for each run of the build, so that nothing an earlier run has taken counts. */
    static final Path FOLDER = Path.of("target", "flow-coverage", System.getProperty("minqing.run", "none"));
    /** Set by the build when the whole suite runs; single classes cannot cover the models. */
    private static final boolean WANTED = Boolean.getBoolean("minqing.whole-suite");

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        note(known, KNOWN, process, transition.getId());
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> note(taken, TAKEN, process, transition.getId()));
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        note(known, KNOWN, process, event.getId());
        event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> note(taken, TAKEN, process, event.getId()));
    }

    private void note(Map<String, Set<String>> map, String what, String process, String element) {
        if (WANTED && of(map, process).add(element)) {
            write(String.join(" ", what, process, element));
        }
    }

    private synchronized void write(String line) {
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
            Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> of(Map<String, Set<String>> map, String process) {
        return map.computeIfAbsent(process, key -> ConcurrentHashMap.newKeySet());
    }
}

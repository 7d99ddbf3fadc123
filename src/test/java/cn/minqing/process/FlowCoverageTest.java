package cn.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs after the scenario tests, which have gone along every flow and boundary event of every model by then. */
@DisplayName("场景测试走遍每个模型的每条线")
class FlowCoverageTest {
    @Test
    @DisplayName("每条顺序流和每个边界事件至少走过一次")
    void every_flow_and_boundary_event_is_taken() throws IOException {
        assumeTrue(Boolean.getBoolean("minqing.whole-suite"), "only the whole suite covers the models");
        var known = new TreeMap<String, Set<String>>();
        var taken = new TreeMap<String, Set<String>>();
        for (var line : lines()) {
            var words = line.split(" ");
            (words[0].equals(FlowCoverage.KNOWN) ? known : taken)
                    .computeIfAbsent(words[1], process -> new TreeSet<>())
                    .add(words[2]);
        }
        assertThat(known).isNotEmpty();
        assertThat(known).allSatisfy((process, elements) -> {
            assertThat(Path.of("processes", process, process + ".bpmn")).exists();
            assertThat(taken.getOrDefault(process, Set.of())).as(process).containsAll(elements);
        });
    }

    private static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(FlowCoverage.FOLDER)) {
            for (var file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}

package cn.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.minqing.ProductTest;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last: by then the scenario tests have gone along every flow and boundary event of every model. */
@ProductTest
@Order(Integer.MAX_VALUE)
@DisplayName("场景测试走遍每个模型的每条线")
class FlowCoverageTest {
    /** Set by the build when the whole suite runs; a single test class cannot cover the models. */
    private static final boolean WHOLE_SUITE = Boolean.getBoolean("minqing.whole-suite");

    @Autowired
    FlowCoverage coverage;

    @Test
    @DisplayName("每条顺序流和每个边界事件至少走过一次")
    void every_flow_and_boundary_event_is_taken() {
        assumeTrue(WHOLE_SUITE, "only the whole suite covers the models");
        assertThat(coverage.processes()).isNotEmpty();
        assertThat(coverage.processes()).allSatisfy(process -> {
            assertThat(Path.of("processes", process, process + ".bpmn")).exists();
            assertThat(coverage.untaken(process)).as(process).isEmpty();
        });
    }
}

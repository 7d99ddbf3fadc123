package cn.minqing.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.organization.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Stops a model from being shipped that breaks the rules every model follows. */
@ProductTest
@DisplayName("模型的共同规则")
class ProcessModelTests {
    private static final Path MODELS = Path.of("processes");
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z]*_[a-z][A-Za-z0-9]*");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z]*Delegate)}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Autowired
    ListableBeanFactory beans;

    static Stream<Path> models() throws IOException {
        return files(".bpmn");
    }

    static Stream<Path> decisions() throws IOException {
        return files(".dmn");
    }

    private static Stream<Path> files(String kind) throws IOException {
        try (var all = Files.walk(MODELS)) {
            return all.filter(file -> file.toString().endsWith(kind)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("文件夹、文件名和流程编号一致，有保存期限和说明")
    void one_stem_everywhere(Path file) {
        var process = process(file);
        var stem = file.getFileName().toString().replace(".bpmn", "");

        assertThat(process.getId()).isEqualTo(stem);
        assertThat(file.getParent().getFileName()).hasToString(stem);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(file.resolveSibling("README.md")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("元素编号是英文规范名，看得见的名称是中文")
    void ids_are_english_and_names_chinese(Path file) {
        for (var element : elements(file)) {
            assertThat(element.getId()).matches(ID);
            if (element instanceof FlowNode && !isMerge(element)) {
                assertThat(element.getName()).as(element.getId()).containsPattern(CHINESE);
            } else if (element.getName() != null) {
                assertThat(element.getName()).as(element.getId()).containsPattern(CHINESE);
            }
        }
    }

    private static boolean isMerge(FlowElement element) {
        return element instanceof ExclusiveGateway gateway
                && gateway.getOutgoing().size() == 1;
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("服务任务只调用存在的委托，没有脚本和类名")
    void service_tasks_call_known_delegates(Path file) {
        var model = model(file);
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        for (var task : model.getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaClass()).as(task.getId()).isNull();
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
            var matcher = DELEGATE.matcher(String.valueOf(task.getCamundaDelegateExpression()));
            assertThat(matcher.matches()).as(task.getId()).isTrue();
            assertThat(beans.isTypeMatch(matcher.group(1), JavaDelegate.class))
                    .as(matcher.group(1))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("每个人工任务有角色或承办人，也有期限")
    void user_tasks_have_somebody_and_a_date(Path file) {
        var roles = Stream.of(Role.values()).map(Role::code).collect(Collectors.toSet());
        for (var task : model(file).getModelElementsByType(UserTask.class)) {
            var group = task.getCamundaCandidateGroups();
            assertThat(group != null || task.getCamundaAssignee() != null)
                    .as(task.getId())
                    .isTrue();
            if (group != null && !group.startsWith("${")) {
                assertThat(roles).as(task.getId()).contains(group);
            }
            assertThat(task.getCamundaDueDate()).as(task.getId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("判断点的每条出路有条件或是默认，没有死路")
    void no_dead_ends(Path file) {
        var model = model(file);
        for (var gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                for (SequenceFlow flow : gateway.getOutgoing()) {
                    assertThat(flow.getConditionExpression() != null || flow.equals(gateway.getDefault()))
                            .as(flow.getId())
                            .isTrue();
                    assertThat(flow.getName()).as(flow.getId()).containsPattern(CHINESE);
                }
            }
        }
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            // A link goes on where its other half stands.
            var isLink = node instanceof IntermediateThrowEvent event
                    && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
            var isEnd = isLink
                    || node instanceof org.camunda.bpm.model.bpmn.instance.EndEvent
                    || node instanceof org.camunda.bpm.model.bpmn.instance.SubProcess subProcess
                            && subProcess.triggeredByEvent()
                    // A link goes on at the event of the same name.
                    || node instanceof org.camunda.bpm.model.bpmn.instance.ThrowEvent
                            && !node.getChildElementsByType(
                                            org.camunda.bpm.model.bpmn.instance.LinkEventDefinition.class)
                                    .isEmpty();
            assertThat(isEnd || !node.getOutgoing().isEmpty()).as(node.getId()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("调用的流程和决策表都在")
    void called_models_exist(Path file) throws IOException {
        var processes = stems(".bpmn");
        var tables = stems(".dmn");
        for (var call : model(file).getModelElementsByType(CallActivity.class)) {
            assertThat(processes).contains(call.getCalledElement());
        }
        for (var rule : model(file).getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(tables).contains(rule.getCamundaDecisionRef());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("流程图画全：每个元素有图形，每条线有走向")
    void everything_is_drawn(Path file) {
        var model = model(file);
        var drawn = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toCollection(java.util.HashSet::new));
        model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));
        assertThat(drawn)
                .containsAll(elements(file).stream().map(FlowElement::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName("每个模型有自己的测试")
    void each_model_has_its_test(Path file) {
        var stem = file.getFileName().toString().replace(".bpmn", "");
        var name = Stream.of(stem.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        var test = Path.of("src/test/java/cn/minqing/process", stem.replace("-", ""), name + "ProcessTest.java");
        assertThat(test).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    @DisplayName("决策表的每一行写明依据")
    void each_rule_names_its_source(Path file) {
        var model = Dmn.readModelFromFile(file.toFile());
        for (var table : model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)) {
            var outputs = List.copyOf(table.getOutputs());
            var source =
                    outputs.stream().map(output -> output.getName()).toList().indexOf("source");
            assertThat(source).as("output source in " + file).isNotNegative();
            for (var rule : table.getRules()) {
                var entry = List.copyOf(rule.getOutputEntries()).get(source);
                assertThat(entry.getTextContent()).as(rule.getId()).containsPattern("[SR]\\d");
            }
        }
    }

    private static Set<String> stems(String kind) throws IOException {
        return files(kind)
                .map(file -> file.getFileName().toString().replace(kind, ""))
                .collect(Collectors.toSet());
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static Process process(Path file) {
        return model(file).getModelElementsByType(Process.class).iterator().next();
    }

    private static List<FlowElement> elements(Path file) {
        return List.copyOf(model(file).getModelElementsByType(FlowElement.class));
    }
}

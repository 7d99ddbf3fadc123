package cn.minqing.process.mergedissueanswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.issue.Duplicates;
import cn.minqing.issue.IssueWorld;
import cn.minqing.issue.MergedAnswers;
import cn.minqing.platform.UserError;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("并入事项答复")
class MergedIssueAnswerProcessTest {
    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Duplicates duplicates;

    @Autowired
    MergedAnswers answers;

    private IssueWorld world;

    @BeforeEach
    void world() {
        init(engine);
        world = tools.create();
    }

    @Test
    @DisplayName("主事项答复后，并入事项的首访责任人限期告知自己的住户；别人不能代办，只告知一次")
    void the_first_visitor_tells_the_household() {
        var main = world.withinDeadline();
        var other = world.people.as(
                world.people.cadres().get(2),
                () -> tools.matterOf(world, world.people.households().get(2)));
        world.people.run(world.people.clerk(), () -> duplicates.merge(other, main, "同一条路"));
        world.handle(main);
        world.tell(main);

        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(other.toString(), MergedIssueAnswerProcess.ID)
                .singleResult();
        BpmnAwareTests.assertThat(instance).isWaitingAt("userTask_tellMergedHousehold");
        var item = world.open(other).getFirst();
        assertThat(item.hasDue()).isTrue();
        assertThat(item.personId()).isEqualTo(world.people.cadres().get(2).id());
        Assertions.assertThatThrownBy(
                        () -> world.people.run(world.cadre(), () -> answers.tell(item.id(), "PHONE", "说了。")))
                .isInstanceOf(UserError.class);
        Assertions.assertThatThrownBy(
                        () -> world.people.run(world.people.cadres().get(2), () -> answers.tell(item.id(), "", "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsOnlyKeys("how", "words"));
        world.people.run(world.people.cadres().get(2), () -> answers.tell(item.id(), "PHONE", "说了。"));
        BpmnAwareTests.assertThat(instance).isEnded().hasPassed("endEvent_householdTold");
        Assertions.assertThatThrownBy(() ->
                        world.people.run(world.people.cadres().get(2), () -> answers.tell(item.id(), "PHONE", "说了。")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("task.done"));
    }
}

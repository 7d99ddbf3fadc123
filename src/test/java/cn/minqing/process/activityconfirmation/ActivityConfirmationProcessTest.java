package cn.minqing.process.activityconfirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.activity.ActivityState;
import cn.minqing.activity.Confirmations;
import cn.minqing.obligation.ObligationWorld;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("实事确认")
class ActivityConfirmationProcessTest {
    @Autowired
    ObligationWorld.Tools tools;

    @Autowired
    Activities activities;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Obligations obligations;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    RuntimeService runtime;

    private ObligationWorld world;
    private Person cadre;

    @BeforeEach
    void world() {
        world = tools.create("s7-hubin");
        cadre = world.people.cadres().get(1);
    }

    @Test
    @DisplayName("干部记下的实事，村负责人确认属实才计入（S7.12）")
    void confirmed_by_the_village() {
        var id = record();
        assertThat(done()).isEqualByComparingTo("0");
        assertThat(state(id)).isEqualTo(ActivityState.WAITING);

        world.people.run(world.people.villageLeader(), () -> confirmations.confirm(task(id), true, ""));

        assertThat(done()).isEqualByComparingTo("1");
        assertThat(state(id)).isEqualTo(ActivityState.COUNTED);
        assertThat(running(id)).isZero();
    }

    @Test
    @DisplayName("不属实的写明原因退回；更正后重新确认，确认了才计入")
    void refused_then_corrected() {
        var id = record();
        assertThatThrownBy(() -> world.people.run(
                        world.people.villageLeader(), () -> confirmations.confirm(task(id), false, " ")))
                .isInstanceOf(UserError.class);
        world.people.run(world.people.villageLeader(), () -> confirmations.confirm(task(id), false, "路灯还没有装"));
        assertThat(world.people.as(cadre, () -> activities.view(id)).reason()).isEqualTo("路灯还没有装");
        assertThat(running(id)).isZero();

        world.people.run(cadre, () -> activities.correct(id, 1, input(), "已经装好"));
        world.people.run(cadre, () -> activities.correct(id, 2, input(), "改个错字"));
        assertThat(running(id)).isEqualTo(1);
        world.people.run(world.people.villageLeader(), () -> confirmations.confirm(task(id), true, ""));

        assertThat(done()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("确认前撤回的，不再要人确认")
    void withdrawn_before_it_is_confirmed() {
        var id = record();
        world.people.run(cadre, () -> activities.withdraw(id, "记重了"));
        assertThat(running(id)).isZero();
        assertThat(state(id)).isEqualTo(ActivityState.WITHDRAWN);
    }

    @Test
    @DisplayName("自己记的、自己参加的，不能自己确认")
    void nobody_confirms_their_own() {
        var id = world.people.as(world.people.villageLeader(), () -> activities.record(world.campaign.id(), input()));
        assertThatThrownBy(() ->
                        world.people.run(world.people.villageLeader(), () -> confirmations.confirm(task(id), true, "")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("activity.ownWork"));
    }

    private UUID record() {
        return world.people.as(cadre, () -> activities.record(world.campaign.id(), input()));
    }

    private ActivityInput input() {
        return new ActivityInput(
                Ids.next(),
                "good-deed",
                null,
                "给三组装路灯",
                LocalDate.of(2013, 3, 4),
                null,
                world.people.groups().getFirst().id(),
                "装了六盏路灯，夜里好走路。",
                null,
                null,
                "",
                null,
                "",
                Set.of(),
                List.of());
    }

    private UUID task(UUID id) {
        return paths.task(id, Confirmations.CONFIRM);
    }

    private BigDecimal done() {
        return world.people.as(cadre, () -> obligations.mine(world.campaign.id())).stream()
                .filter(due -> due.obligation().id().equals("good-deeds"))
                .findFirst()
                .orElseThrow()
                .done();
    }

    private ActivityState state(UUID id) {
        return world.people.as(world.people.clerk(), () -> activities.view(id)).state();
    }

    private long running(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString(), ActivityConfirmationModel.ID)
                .count();
    }
}

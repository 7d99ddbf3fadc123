package cn.minqing.process.contacthandover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Handovers;
import cn.minqing.household.HouseholdAccess;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("联系人接替：不断档")
class ContactHandoverProcessTest {
    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Handovers handovers;

    @Autowired
    Contacts contacts;

    @Autowired
    Acceptance acceptance;

    @Autowired
    HouseholdAccess contactAccess;

    @Autowired
    WorkItems workItems;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private CampaignView campaign;
    private Person leader;
    private Person leaving;
    private Person successor;

    @BeforeEach
    void visits_are_under_way() {
        init(engine);
        world = worlds.create();
        campaign = paths.visiting(world);
        leader = world.cadres().get(0);
        leaving = world.cadres().get(1);
        successor = world.cadres().get(2);
    }

    @Test
    @DisplayName("提出、确定接替人、移交联系户和走访任务、告知住户")
    void contacts_and_open_work_move() {
        var before = of(leaving);
        assertThat(before).isNotEmpty();
        var handover = request();
        BpmnAwareTests.assertThat(instance(handover)).isWaitingAt("userTask_nameSuccessor");
        assertThat(world.as(leader, () -> handovers.candidates(handover)))
                .extracting(Handovers.Candidate::personId)
                .containsExactlyInAnyOrder(leader.id(), successor.id());

        name(handover, successor);

        BpmnAwareTests.assertThat(instance(handover)).isWaitingAt("userTask_tellHouseholds");
        assertThat(of(leaving)).isEmpty();
        for (var old : before) {
            var terms = contacts.termsOf(campaign.id(), old.householdId());
            assertThat(terms).hasSize(2);
            assertThat(terms.getFirst().personId()).isEqualTo(leaving.id());
            assertThat(terms.getFirst().cardCode()).isEqualTo(old.cardCode());
            assertThat(terms.getFirst().until())
                    .as("no day in between")
                    .isEqualTo(terms.getLast().from());
            assertThat(terms.getLast().id()).isEqualTo(old.id());
            assertThat(terms.getLast().personId()).isEqualTo(successor.id());
            assertThat(terms.getLast().cardCode()).hasSize(10).isNotEqualTo(old.cardCode());
            assertThat(contactAccess.isContact(successor.id(), old.householdId()))
                    .isTrue();
            assertThat(contactAccess.isContact(leaving.id(), old.householdId())).isFalse();
            assertThat(workItems.waitingFor(old.id()))
                    .extracting(WorkItem::personId)
                    .containsExactly(successor.id());
            assertThat(runtime.getVariable(visit(old).getId(), "cadreId"))
                    .isEqualTo(successor.id().toString());
        }
        assertThat(world.as(successor, () -> handovers.lines(handover))).hasSameSizeAs(before);
        world.run(
                successor,
                () -> handovers.toldHouseholds(paths.task(handover, "userTask_tellHouseholds"), "都见了面，换了联系卡"));

        assertThat(instance(handover)).isNull();
        assertThat(world.as(leader, () -> handovers.view(handover)).state()).isEqualTo(Handovers.State.DONE);
    }

    @Test
    @DisplayName("只移交点名的户；同一户不能同时办两次接替")
    void only_named_contacts_move() {
        var named = of(leaving).getFirst();
        var handover = world.as(
                leader, () -> handovers.requestHandover(campaign.id(), leaving.id(), List.of(named.id()), "住得太远"));

        assertThat(failing(this::request).code()).isEqualTo("handover.running");
        name(handover, successor);

        assertThat(contacts.get(named.id()).personId()).isEqualTo(successor.id());
        assertThat(of(leaving)).noneMatch(contact -> contact.id().equals(named.id()));
    }

    @Test
    @DisplayName("只有本单位负责人能提出；接替人须是本单位其他干部；原因要写明")
    void rights_and_faults() {
        var otherLeader = world.cadres().get(3);
        assertThat(failing(() -> world.as(
                                otherLeader,
                                () -> handovers.requestHandover(campaign.id(), leaving.id(), List.of(), "调动")))
                        .code())
                .isEqualTo("forbidden");
        assertThat(failing(() -> world.as(
                                leader, () -> handovers.requestHandover(campaign.id(), leaving.id(), List.of(), " ")))
                        .fields())
                .containsOnlyKeys("reason");
        assertThat(failing(() -> world.as(
                                leader,
                                () -> handovers.requestHandover(
                                        campaign.id(), world.clerk().id(), List.of(), "调动")))
                        .fields())
                .containsOnlyKeys("contactIds");
        var handover = request();
        assertThat(failing(() -> name(handover, otherLeader)).fields()).containsOnlyKeys("personId");
        assertThat(failing(() -> name(handover, leaving)).fields()).containsOnlyKeys("personId");
    }

    @Test
    @DisplayName("活动归档：没办完的接替撤销")
    void archive_withdraws_open_handovers() {
        var handover = request();
        paths.reported(world, campaign.id(), world.departments());

        world.run(world.leadingGroup(), () -> acceptance.accept(paths.task(campaign.id(), "userTask_acceptCampaign")));

        assertThat(instance(handover)).isNull();
        assertThat(workItems.waitingFor(handover)).isEmpty();
        assertThat(handovers.get(handover).state()).isEqualTo(Handovers.State.WITHDRAWN);
        assertThat(handovers.get(handover).movedOn()).isNull();
    }

    private UUID request() {
        return world.as(leader, () -> handovers.requestHandover(campaign.id(), leaving.id(), List.of(), "调动工作"));
    }

    private void name(UUID handover, Person person) {
        world.run(leader, () -> handovers.nameSuccessor(paths.task(handover, "userTask_nameSuccessor"), person.id()));
    }

    private List<Contact> of(Person person) {
        return contacts.ofCampaign(campaign.id()).stream()
                .filter(contact -> contact.personId().equals(person.id()))
                .toList();
    }

    private ProcessInstance instance(UUID handover) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(handover.toString(), ContactHandoverProcess.ID)
                .singleResult();
    }

    private ProcessInstance visit(Contact contact) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contact.id().toString(), "household-visit")
                .singleResult();
    }

    private static UserError failing(ThrowingCallable action) {
        var error = catchThrowableOfType(UserError.class, action);
        assertThat(error).isNotNull();
        return error;
    }
}

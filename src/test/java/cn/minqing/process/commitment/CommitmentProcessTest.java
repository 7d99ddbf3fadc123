package cn.minqing.process.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.issue.IssueWorld;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.Reminders;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.Commitments;
import cn.minqing.visit.SheetInput;
import cn.minqing.visit.VisitReceipt;
import cn.minqing.visit.VisitWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("承诺兑现")
class CommitmentProcessTest {
    @Autowired
    VisitWorld.Tools visits;

    @Autowired
    IssueWorld.Tools tools;

    @Autowired
    Commitments commitments;

    @Autowired
    VisitReceipt receipts;

    @Autowired
    Reminders reminders;

    @Autowired
    WorkItems workItems;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    AppClock clock;

    @Test
    @DisplayName("入户时说过“下周回话”：成为有日期的任务，兑现后办结；回执印出承诺")
    void an_oral_promise_becomes_a_task() {
        clock.set(IssueWorld.morning(IssueWorld.MONDAY));
        var world = visits.create();
        var contact = world.visiting(false);
        var submitted =
                world.submit(contact, promising(world, List.of(new SheetInput.NewPromise("下周给您回话", null)), Set.of()));
        var item = mine(world.people, world.cadre).getFirst();
        assertThat(item.element()).isEqualTo(Commitments.KEEP);
        assertThat(item.subject()).isEqualTo("下周给您回话");
        assertThat(world.people
                        .as(world.cadre, () -> commitments.get(item.subjectId()))
                        .due())
                .isEqualTo(LocalDate.of(2013, 1, 28));
        assertThat(text(world.people.as(world.cadre, () -> receipts.pdf(submitted.visitId()))))
                .as("what was promised, by when, and by whom")
                .contains("下周给您回话", "1月28日", world.cadre.name());

        assertThatThrownBy(() -> world.people.run(world.cadre, () -> commitments.keep(item.id(), " ")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.fields()).containsKey("words"));
        world.people.run(world.cadre, () -> commitments.keep(item.id(), "电话回复了，补贴三月发。"));
        assertThat(running(item.subjectId())).isFalse();
        assertThat(world.people
                        .as(world.cadre, () -> commitments.get(item.subjectId()))
                        .open())
                .isFalse();
    }

    @Test
    @DisplayName("下次入户单上勾选已兑现，任务随之办结")
    void kept_on_the_next_sheet() {
        var world = visits.create();
        var contact = world.visiting(false);
        world.submit(
                contact,
                promising(
                        world,
                        List.of(new SheetInput.NewPromise("送化肥", world.today().plusDays(3))),
                        Set.of()));
        var promise = world.sheet(world.cadre, contact).promises().getFirst().id();
        assertThat(running(promise)).isTrue();
        world.submit(contact, promising(world, List.of(), Set.of(promise)));
        assertThat(running(promise)).isFalse();
        assertThat(mine(world.people, world.cadre)).isEmpty();
    }

    @Test
    @DisplayName("承诺到期未兑现：提醒单位负责人一次，任务仍在")
    void overdue() {
        clock.set(IssueWorld.morning(IssueWorld.MONDAY));
        var world = visits.create();
        var contact = world.visiting(false);
        world.submit(
                contact,
                promising(
                        world,
                        List.of(new SheetInput.NewPromise("送化肥", world.today().plusDays(3))),
                        Set.of()));
        var promise = mine(world.people, world.cadre).getFirst().subjectId();
        fire(promise);
        var leader = world.people.unitLeader(world.people.departments().getFirst());
        assertThat(world.people.as(leader, () -> reminders.mine(10)))
                .extracting(Reminders.Reminder::subjectId)
                .containsExactly(promise);
        assertThat(running(promise)).isTrue();
        assertThat(world.people.as(leader, () -> commitments.mine(true, false, 10)))
                .anyMatch(one -> one.id().equals(promise) && one.overdue(clock.today()));
    }

    @Test
    @DisplayName("单位公开承诺：办公室核实，未兑现的退回继续办，兑现为止")
    void a_public_promise() {
        var world = tools.create();
        var people = world.people;
        var unit = people.departments().getFirst();
        var leader = people.unitLeader(unit);
        assertThatThrownBy(() -> people.run(
                        world.cadre(),
                        () -> commitments.promise(
                                world.campaignId, unit.id(), "修路", clock.today().plusDays(9))))
                .isInstanceOf(UserError.class);
        var promise = people.as(
                leader,
                () -> commitments.promise(
                        world.campaignId, unit.id(), "开春前修好三组的路", clock.today().plusDays(9)));
        assertThat(world.waiting(promise)).containsExactly(Commitments.KEEP);
        world.decide(leader, promise, Commitments.KEEP, item -> commitments.keep(item, "铺了石子。"));
        assertThat(world.waiting(promise)).containsExactly(Commitments.CONFIRM);
        world.decide(people.clerk(), promise, Commitments.CONFIRM, item -> commitments.confirm(item, false, "只铺了一半。"));
        assertThat(world.waiting(promise)).containsExactly(Commitments.KEEP);
        world.decide(leader, promise, Commitments.KEEP, item -> commitments.keep(item, "全铺好了。"));
        world.decide(people.clerk(), promise, Commitments.CONFIRM, item -> commitments.confirm(item, true, ""));
        assertThat(running(promise)).isFalse();
        assertThat(people.as(people.clerk(), () -> commitments.get(promise)).refused())
                .isEqualTo(1);
    }

    private static SheetInput promising(VisitWorld world, List<SheetInput.NewPromise> promises, Set<UUID> kept) {
        var sheet = world.partly("couplets");
        return new SheetInput(
                sheet.submissionKey(),
                sheet.visitedOn(),
                sheet.kind(),
                sheet.metWith(),
                sheet.membersConfirmed(),
                sheet.memberChanges(),
                sheet.phone(),
                java.util.Map.of(),
                sheet.obligations(),
                sheet.issues(),
                promises,
                kept,
                sheet.diary(),
                sheet.nextDate(),
                true);
    }

    private List<WorkItem> mine(cn.minqing.SmallWorld people, Person person) {
        return people.as(
                person,
                () -> workItems
                        .page(WorkItems.Filter.ALL.withElement(Commitments.KEEP), null, 10)
                        .items());
    }

    private boolean running(UUID commitment) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(commitment.toString())
                        .count()
                > 0;
    }

    private void fire(UUID commitment) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(commitment.toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("timer_commitmentOverdue")
                .singleResult();
        clock.set(job.getDuedate().toInstant().plus(Duration.ofSeconds(1)));
        management.executeJob(job.getId());
    }

    /** The words of a paper, without the breaks of its lines. */
    private static String text(byte[] pdf) {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

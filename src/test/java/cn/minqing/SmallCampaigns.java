package cn.minqing;

import cn.minqing.assessment.ReportTexts;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryTexts;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Batch;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Kickoff;
import cn.minqing.campaign.PlanContent;
import cn.minqing.campaign.Plans;
import cn.minqing.organization.Person;
import cn.minqing.organization.Unit;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Takes the campaign of a {@link SmallWorld} as far as a test needs it, through the product's own API. */
@Component
public class SmallCampaigns {
    public static final String TEMPLATE = "s1-shangluo";

    private final Campaigns campaigns;
    private final Plans plans;
    private final Assignments assignments;
    private final Batches batches;
    private final Kickoff kickoff;
    private final Summaries summaries;
    private final Reports reports;
    private final WorkItems workItems;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final AppClock clock;

    SmallCampaigns(
            Campaigns campaigns,
            Plans plans,
            Assignments assignments,
            Batches batches,
            Kickoff kickoff,
            Summaries summaries,
            Reports reports,
            WorkItems workItems,
            RuntimeService runtime,
            ManagementService jobs,
            AppClock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.assignments = assignments;
        this.batches = batches;
        this.kickoff = kickoff;
        this.summaries = summaries;
        this.reports = reports;
        this.workItems = workItems;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A campaign whose mobilization began the day before yesterday; its plan has to be drafted. */
    public CampaignView launch(SmallWorld world) {
        return launchAs(world, TEMPLATE);
    }

    /** As {@link #launch}, from another template. */
    public CampaignView launchAs(SmallWorld world, String template) {
        var today = clock.today();
        var dates = new CampaignDates(today.minusDays(2), today.plusDays(1), today.plusDays(60), today.plusDays(70));
        return world.as(
                world.clerk(),
                () -> campaigns.launch(
                        template,
                        "走访" + world.village().name(),
                        world.office().id(),
                        world.village().id(),
                        dates));
    }

    /** Plan submitted and approved, meeting held: the contacts are assigned and wait to be adjusted. */
    public CampaignView assigned(SmallWorld world) {
        var campaign = launch(world);
        meet(world, campaign);
        return campaign;
    }

    /** Plan submitted and approved, meeting held, for a campaign that was just launched. */
    public void meet(SmallWorld world, CampaignView campaign) {
        world.run(world.clerk(), () -> plans.submitPlan(task(campaign.id(), "userTask_draftPlan"), plan(world)));
        world.run(world.leadingGroup(), () -> plans.approvePlan(task(campaign.id(), "userTask_approvePlan")));
        world.run(
                world.clerk(),
                () -> plans.recordMeeting(task(campaign.id(), "userTask_recordKickoffMeeting"), meeting()));
    }

    /** Contacts confirmed and cards issued; waits for the first day of implementation. */
    public CampaignView mobilized(SmallWorld world) {
        var campaign = assigned(world);
        world.run(world.clerk(), () -> assignments.finishAdjusting(task(campaign.id(), "userTask_adjustContacts")));
        for (var department : world.departments()) {
            world.run(
                    world.unitLeader(department),
                    () -> assignments.confirmUnit(task(campaign.id(), "userTask_confirmContacts")));
        }
        return campaign;
    }

    /** One batch of all units, its visits started: each cadre has the tasks of their households. */
    public CampaignView visiting(SmallWorld world) {
        var campaign = mobilized(world);
        fire(campaign.id(), "timer_implementationStarts");
        planOneBatch(world, campaign.id());
        fire(campaign.id(), "timer_batchStarts");
        kickoff.runPending();
        return campaigns.get(campaign.id());
    }

    public void planOneBatch(SmallWorld world, UUID campaignId) {
        var units = world.departments().stream().map(Unit::id).toList();
        var date = campaigns.get(campaignId).implementationStart();
        world.run(
                world.clerk(),
                () -> batches.planBatches(
                        task(campaignId, "userTask_planBatches"), List.of(new Batch("全体", date, units))));
    }

    /**
     * Ends implementation and takes the campaign through the units' summaries and the report: it waits for the leading
     * group. {@code unitsInOrder}: those whose summary is due.
     */
    public void reported(SmallWorld world, UUID campaignId, List<Unit> unitsInOrder) {
        fire(campaignId, "timer_implementationEnds");
        for (var unit : unitsInOrder) {
            var leader = world.unitLeader(unit);
            world.run(
                    leader,
                    () -> summaries.submit(
                            element("userTask_writeSummary", campaignId),
                            new SummaryTexts("逐户走访", "户户建档", "无", "常走访")));
            world.run(world.clerk(), () -> summaries.approve(element("userTask_reviewSummary", campaignId)));
        }
        world.run(
                world.clerk(),
                () -> reports.compile(
                        task(campaignId, "userTask_compileReport"),
                        new ReportTexts("", "一村", "分批", "户户走到", "无", "常态化")));
    }

    private UUID element(String element, UUID campaignId) {
        return workItems.page(WorkItems.Filter.ALL, null, 100).items().stream()
                .filter(item ->
                        campaignId.equals(item.campaignId()) && item.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody here has an open " + element))
                .id();
    }

    public PlanContent plan(SmallWorld world) {
        var units = world.departments().stream().map(Unit::id).toList();
        return new PlanContent("摸清情况，解决困难", "分批入户", "成立领导小组", "轻车简从", units);
    }

    public Plans.Meeting meeting() {
        return new Plans.Meeting(clock.today(), "会议室", 30, "部署走访工作");
    }

    /** The current person's open item of that user task about the campaign (or issue, contact, …). */
    public UUID task(UUID subjectId, String element) {
        return workItems.about(subjectId).stream()
                .filter(item -> item.element().equals(element))
                .map(WorkItem::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody here has an open " + element));
    }

    /** As {@link #task(UUID, String)}, for that person. */
    public UUID task(SmallWorld world, Person person, UUID subjectId, String element) {
        return world.as(person, () -> task(subjectId, element));
    }

    /** Fires every timer of that name in the process of the campaign, whatever the clock says. */
    public void fire(UUID campaignId, String timer) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(campaignId.toString(), Campaigns.PROCESS)
                .singleResult();
        var due = jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .list();
        if (due.isEmpty()) {
            throw new AssertionError("No timer " + timer + " is running");
        }
        due.forEach(job -> jobs.executeJob(job.getId()));
    }
}

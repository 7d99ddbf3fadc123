package cn.minqing.journey;

import cn.minqing.assessment.ReportTexts;
import cn.minqing.assessment.Reports;
import cn.minqing.assessment.Summaries;
import cn.minqing.assessment.SummaryTexts;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Batch;
import cn.minqing.campaign.Batches;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Kickoff;
import cn.minqing.campaign.PlanContent;
import cn.minqing.campaign.Plans;
import cn.minqing.document.DocumentKickoff;
import cn.minqing.form.Forms;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.visit.SheetInput;
import cn.minqing.visit.VisitKind;
import cn.minqing.visit.Visits;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The people, places and households of one system, and the steps every campaign takes, so that a journey says only what
 * is special about it. Each journey has a province of its own.
 */
final class JourneyWorld {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** Visits are written by several cadres at once, as they are in life. */
    private static final int AT_ONCE = 4;

    private final Tools tools;
    private final String hash;
    private int accounts;
    private final String stem;
    private boolean visitsStart = true;

    private JourneyWorld(Tools tools, String stem) {
        this.tools = tools;
        this.stem = stem;
        this.hash = tools.passwords.encode("Test-2013");
    }

    /** Everything a journey may ask of the product. */
    @Component
    record Tools(
            Areas areas,
            Units units,
            People people,
            Households households,
            Forms forms,
            Campaigns campaigns,
            Plans plans,
            Assignments assignments,
            Contacts contacts,
            Batches batches,
            Kickoff kickoff,
            DocumentKickoff documents,
            Visits visits,
            Summaries summaries,
            Reports reports,
            Acceptance acceptance,
            WorkItems workItems,
            ManagementService jobs,
            AppClock clock,
            PasswordEncoder passwords) {

        /** Sets the clock to the morning of the day, forward or back. {@code stem} begins every account. */
        JourneyWorld begin(String stem, LocalDate day) {
            clock.set(day.atTime(MORNING).atZone(AppClock.ZONE).toInstant());
            return new JourneyWorld(this, stem);
        }
    }

    /** A role and where it is held. */
    record Held(Role role, UUID scopeId) {}

    static Held held(Role role, Unit unit) {
        return new Held(role, unit.id());
    }

    static Held held(Role role, Area area) {
        return new Held(role, area.id());
    }

    Area area(String code, AreaLevel level, String name) {
        return tools.areas.save(code, level, name, "journey");
    }

    Unit unit(String name, @Nullable Unit parent, Area area) {
        return tools.units.add(name, parent == null ? null : parent.id(), area.id(), ++accounts);
    }

    Person person(String name, Unit unit, String rank, Held... roles) {
        var person = tools.people.addHashed(stem + "%05d".formatted(++accounts), hash, name, unit.id(), rank, "");
        for (var role : roles) {
            tools.people.grant(person.id(), role.role(), role.scopeId());
        }
        return person;
    }

    /** Somebody of the unit who visits. */
    Person cadre(String name, Unit unit, String rank) {
        return person(name, unit, rank, held(Role.CADRE, unit));
    }

    /** As many households of a group or village; {@code categories} by index. */
    List<UUID> households(String areaCode, int count, IntFunction<Set<String>> categories) {
        return tools.households.addAll(IntStream.range(0, count)
                .mapToObj(index -> {
                    var head = "户主" + (index + 1);
                    return new NewHousehold(
                            areaCode,
                            "%s%04d".formatted(areaCode.length() > 12 ? areaCode.substring(12) : "", index + 1),
                            head,
                            "",
                            List.of(
                                    new MemberInput(head, Relation.HEAD, Sex.MALE, 1960),
                                    new MemberInput("家人" + (index + 1), Relation.SPOUSE, Sex.FEMALE, 1962)),
                            categories.apply(index));
                })
                .toList());
    }

    <T> T as(Person person, Callable<T> action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(tools.people.authenticationOf(person.account()));
        SecurityContextHolder.setContext(context);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    void run(Person person, Runnable action) {
        as(person, () -> {
            action.run();
            return true;
        });
    }

    LocalDate today() {
        return tools.clock.today();
    }

    /** Moves the clock to the morning of the day and fires all that has fallen due, again and again until nothing is. */
    void moveTo(LocalDate day) {
        tools.clock.set(day.atTime(MORNING).atZone(AppClock.ZONE).toInstant());
        fireDue();
        if (visitsStart) {
            tools.kickoff.runPending();
        }
        tools.documents.runPending();
        fireDue();
    }

    /** From now on visits that fall due stay where they are: a journey of many households plays a part of them. */
    void startNoMoreVisits() {
        visitsStart = false;
    }

    void fireDue() {
        while (true) {
            var due = new ArrayList<>(tools.jobs
                    .createJobQuery()
                    .duedateLowerThan(java.util.Date.from(tools.clock.now()))
                    .withRetriesLeft()
                    .active()
                    .listPage(0, 500));
            due.addAll(tools.jobs
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .active()
                    .listPage(0, 500));
            if (due.isEmpty()) {
                return;
            }
            for (var job : due) {
                if (tools.jobs.createJobQuery().jobId(job.getId()).singleResult() != null) {
                    tools.jobs.executeJob(job.getId());
                }
            }
        }
    }

    CampaignView launch(Person clerk, String template, String name, Unit host, Area area, CampaignDates dates) {
        return as(clerk, () -> tools.campaigns.launch(template, name, host.id(), area.id(), dates));
    }

    /** Plan drafted with these units, approved, meeting held; the contacts are assigned and wait to be adjusted. */
    void planned(CampaignView campaign, Person clerk, Person leadingGroup, List<UUID> units) {
        var plan = new PlanContent("摸清情况，解决困难", "分批入户", "成立领导小组", "轻车简从", units);
        run(clerk, () -> tools.plans.submitPlan(task(campaign.id(), "userTask_draftPlan"), plan));
        run(leadingGroup, () -> tools.plans.approvePlan(task(campaign.id(), "userTask_approvePlan")));
        run(
                clerk,
                () -> tools.plans.recordMeeting(
                        task(campaign.id(), "userTask_recordKickoffMeeting"),
                        new Plans.Meeting(today(), "会议室", 30, "部署走访工作")));
    }

    /** The office is content with the contacts, and each unit confirms them. */
    void confirmed(CampaignView campaign, Person clerk, Map<UUID, Person> leaders) {
        run(clerk, () -> tools.assignments.finishAdjusting(task(campaign.id(), "userTask_adjustContacts")));
        leaders.forEach((unit, leader) ->
                run(leader, () -> tools.assignments.confirmUnit(task(campaign.id(), "userTask_confirmContacts"))));
    }

    /** All units begin together on the first day of implementation, to which the clock is moved. */
    void begun(CampaignView campaign, Person clerk, List<UUID> units) {
        moveTo(campaign.implementationStart());
        run(
                clerk,
                () -> tools.batches.planBatches(
                        task(campaign.id(), "userTask_planBatches"),
                        List.of(new Batch("全体", campaign.implementationStart(), units))));
        moveTo(campaign.implementationStart());
    }

    List<Contact> contacts(CampaignView campaign) {
        return tools.contacts.ofCampaign(campaign.id());
    }

    /** The current person's open item of that task about the campaign, issue, contact … */
    UUID task(UUID subjectId, String element) {
        return tools.workItems.about(subjectId).stream()
                .filter(item -> item.element().equals(element))
                .map(WorkItem::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody here has an open " + element));
    }

    /** The current person's open item of that task in the campaign. */
    UUID taskIn(UUID campaignId, String element) {
        var filter = WorkItems.Filter.ALL.withElement(element);
        return tools.workItems.page(filter, null, 500).items().stream()
                .filter(item -> campaignId.equals(item.campaignId()))
                .map(WorkItem::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody here has an open " + element));
    }

    /** The tasks of the subject that wait now, whoever's they are. */
    List<String> waiting(UUID subjectId) {
        return tools.workItems.waitingFor(subjectId).stream()
                .map(WorkItem::element)
                .toList();
    }

    /** A sheet on which every obligation of the template is met, each form complete. */
    SheetInput sheet(CampaignTemplate template, LocalDate visitedOn) {
        var answers = new HashMap<String, Map<String, Object>>();
        var evidence = new LinkedHashMap<String, String>();
        for (var obligation : template.householdObligations()) {
            if (obligation.form().isEmpty()) {
                evidence.put(obligation.id(), "已办");
            } else {
                var form = tools.forms.get(obligation.form());
                answers.put(form.id(), FormFiller.fill(form, visitedOn, Map.of()));
                evidence.put(obligation.id(), "");
            }
        }
        return new SheetInput(
                Ids.next(),
                visitedOn,
                VisitKind.HOME,
                "户主",
                true,
                List.of(),
                null,
                answers,
                evidence,
                List.of(),
                List.of(),
                Set.of(),
                "一家人都在。",
                null,
                true);
    }

    /** Every one of the contacts is visited, each by its cadre, with the sheet {@link #sheet} gives. */
    void visitAll(CampaignView campaign, List<Contact> contacts) {
        var cadres = new HashMap<UUID, Person>();
        tools.people
                .get(contacts.stream().map(Contact::personId).distinct().toList())
                .forEach(person -> cadres.put(person.id(), person));
        inParallel(contacts.stream()
                .<Runnable>map(contact -> () -> run(
                        cadres.get(contact.personId()),
                        () -> tools.visits.submit(
                                task(contact.id(), "userTask_visitHousehold"), sheet(campaign.template(), today()))))
                .toList());
    }

    static void inParallel(List<Runnable> work) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = work.stream().<Future<?>>map(threads::submit).toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Implementation ends; each unit hands its summary in, the office approves it and compiles the report. */
    void summarized(CampaignView campaign, Person clerk, Map<UUID, Person> leaders) {
        moveTo(tools.campaigns.get(campaign.id()).acceptanceStart());
        leaders.forEach((unit, leader) -> {
            run(
                    leader,
                    () -> tools.summaries.submit(
                            taskIn(campaign.id(), "userTask_writeSummary"),
                            new SummaryTexts("逐户走访", "户户建档", "无", "常走访")));
            run(clerk, () -> tools.summaries.approve(taskIn(campaign.id(), "userTask_reviewSummary")));
        });
        if (campaign.template().poll() != null) {
            // whom nobody asks by then is not counted
            moveTo(today().plusDays(2L * campaign.template().limits().of("summary") + 7));
        }
        run(
                clerk,
                () -> tools.reports.compile(
                        task(campaign.id(), "userTask_compileReport"),
                        new ReportTexts("", "基本情况", "分批走访", "户户走到", "无", "常态化")));
    }

    void accepted(CampaignView campaign, Person leadingGroup) {
        run(leadingGroup, () -> tools.acceptance.accept(task(campaign.id(), "userTask_acceptCampaign")));
    }
}

package cn.minqing.journey;

import cn.minqing.activity.Activities;
import cn.minqing.activity.ActivityInput;
import cn.minqing.activity.Confirmations;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.duty.Duties;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyState;
import cn.minqing.duty.Rosters;
import cn.minqing.issue.Channel;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.Ledgers;
import cn.minqing.organization.Area;
import cn.minqing.organization.Person;
import cn.minqing.platform.Ids;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the people of {@link S7Town} do again and again from April to December. */
record S7Year(JourneyWorld world, S7Town town, Matters matters, CampaignView campaign, Tools tools) {

    @Component
    record Tools(
            Rosters rosters,
            Duties duties,
            IssueTasks issueTasks,
            Ledgers ledgers,
            LedgerTasks ledgerTasks,
            Activities activities,
            Confirmations confirmations) {}

    Person person(Duty turn) {
        return town.cadres.get(turn.personId());
    }

    /** As the office reads them, by day. */
    List<Duty> turns(String areaCode, LocalDate from, @Nullable LocalDate to) {
        var filter = new Rosters.Filter(campaign.id(), areaCode, null, from, to);
        return world.as(town.clerk, () -> tools.rosters.page(filter, null, 500).turns());
    }

    /** Everybody whose turn comes up to that day sits there and writes it down, but for the turns of {@code not}. */
    void sitUntil(LocalDate last, Set<UUID> not) {
        var ahead = turns("", campaign.implementationStart(), last).stream()
                .filter(turn -> turn.state() == DutyState.PLANNED || turn.state() == DutyState.OPEN)
                .collect(Collectors.groupingBy(Duty::day, TreeMap::new, Collectors.toList()));
        ahead.forEach((day, turns) -> {
            if (day.isAfter(world.today())) {
                world.moveTo(day);
            }
            comes();
            JourneyWorld.inParallel(turns.stream()
                    .filter(turn -> !not.contains(turn.id()))
                    .<Runnable>map(turn -> () -> sat(turn, 2))
                    .toList());
        });
    }

    /** The day of duty has come: who sits finds the task. */
    void comes() {
        while (tools.duties.begin(100) > 0) {
            continue;
        }
    }

    void sat(Duty turn, int visitors) {
        world.run(
                person(turn),
                () -> tools.duties.record(world.task(turn.id(), Duties.RECORD), true, visitors, "来的人都问到了。"));
    }

    /** The contact of a household of the village who comes from the town. */
    Contact contact(Area village, int number) {
        return world.contacts(campaign).stream()
                .filter(one -> town.homes.get(village.code()).contains(one.householdId()))
                .filter(one -> !town.villageLeaders.get(village.code()).contains(town.cadres.get(one.personId())))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    Person cadre(Contact contact) {
        return town.cadres.get(contact.personId());
    }

    /** Raised on a visit. */
    UUID raised(Contact contact, String category, String title, String solvable, Route route) {
        return matters.register(
                cadre(contact), Matters.matter(campaign, contact.householdId(), category, title, solvable, route));
    }

    /** Somebody wrote to the secretary or called: the office writes it down. */
    UUID taken(Channel channel, @Nullable UUID household, String area, String category, String title, Route route) {
        var solvable = route == Route.ESCALATED ? "above" : "cadre";
        var written = new NewIssue(
                Ids.next(),
                campaign.id(),
                household,
                household == null ? area : "",
                channel,
                category,
                title,
                title + "，请给个说法。",
                false,
                solvable,
                household == null ? route : null,
                "",
                "");
        return matters.register(town.clerk, written);
    }

    void confirmed(Person cadre, UUID issue, Route route) {
        matters.decide(
                cadre, issue, IssueTasks.CONFIRM_TRIAGE, item -> tools.issueTasks.confirmTriage(item, route, "", ""));
    }

    /** The ledger of the month that is being worked on: all its lines are shown in public, these are the deeds. */
    LedgerTasks.Month ledgerOf(LocalDate day, Set<UUID> deeds) {
        world.moveTo(day);
        var ledger = world.as(town.clerk, () -> tools.ledgers.visible()).stream()
                .filter(one -> one.campaignId().equals(campaign.id()))
                .findFirst()
                .orElseThrow()
                .id();
        var month = world.as(town.clerk, () -> tools.ledgerTasks.month(ledger));
        var decisions = month.entries().stream()
                .map(entry -> new LedgerTasks.Decision(entry.line().id(), entry.classCode(), entry.proposedTitle()))
                .toList();
        world.run(town.clerk, () -> tools.ledgerTasks.sort(world.task(ledger, LedgerTasks.SORT), decisions));
        world.run(town.townLeader, () -> tools.ledgerTasks.chooseDeeds(world.task(ledger, LedgerTasks.CHOOSE), deeds));
        return month;
    }

    ActivityInput activity(String kind, Area village, LocalDate day, String title, Set<UUID> cadres, List<UUID> homes) {
        return new ActivityInput(
                Ids.next(),
                kind,
                null,
                title,
                day,
                null,
                village.id(),
                title + "，已经做完。",
                null,
                null,
                "",
                null,
                "",
                cadres,
                homes.stream()
                        .map(home -> new ActivityInput.Given(home, null, ""))
                        .toList());
    }

    UUID recorded(Person by, ActivityInput input) {
        return world.as(by, () -> tools.activities.record(campaign.id(), input));
    }

    void confirmed(Person leader, UUID activity, boolean really) {
        world.run(
                leader,
                () -> tools.confirmations.confirm(
                        world.task(activity, Confirmations.CONFIRM), really, really ? "" : "灯还没有装上"));
    }

    /** Each of the village does two good deeds, but for {@code lazy}, who does one (S7.12). */
    void twoGoodDeedsEach(Area village, Set<UUID> there, @Nullable UUID lazy) {
        var leaders = town.villageLeaders.get(village.code());
        for (var turn = 0; turn < 2; turn++) {
            var by = leaders.get(turn);
            var other = leaders.get(1 - turn);
            var together = new HashSet<>(there);
            together.remove(other.id());
            if (turn == 1 && lazy != null) {
                together.remove(lazy);
            }
            var deed = activity("good-deed", village, world.today(), "装路灯" + turn, together, List.of());
            var alone = activity("good-deed", village, world.today(), "代办残疾证" + turn, Set.of(by.id()), List.of());
            for (var input : List.of(deed, alone)) {
                var id = recorded(by, input);
                if (turn == 0 && input == deed) {
                    confirmed(other, id, false);
                    world.run(by, () -> tools.activities.correct(id, 1, again(input), "已经装好"));
                }
                confirmed(other, id, true);
            }
        }
    }

    private static ActivityInput again(ActivityInput input) {
        return new ActivityInput(
                Ids.next(),
                input.kind(),
                input.unitId(),
                input.title(),
                input.from(),
                input.to(),
                input.areaId(),
                input.words(),
                input.participants(),
                input.enterpriseId(),
                input.volunteers(),
                input.amount(),
                input.goods(),
                input.cadres(),
                input.households());
    }

    /** Visits to households of the village beside the own ones, a day after another. */
    void alsoVisited(Person cadre, Area village, LocalDate day, int visits, Set<UUID> own) {
        var others = town.homes.get(village.code()).stream()
                .filter(home -> !own.contains(home))
                .toList();
        for (var left = visits; left > 0; left -= 60) {
            recorded(
                    cadre,
                    activity(
                            "visit.home",
                            village,
                            day,
                            "走访",
                            Set.of(cadre.id()),
                            others.subList(0, Math.min(left, 60))));
        }
    }

    Map<UUID, Set<UUID>> homesOf() {
        return world.contacts(campaign).stream()
                .collect(Collectors.groupingBy(
                        Contact::personId, Collectors.mapping(Contact::householdId, Collectors.toSet())));
    }
}

package cn.minqing.obligation;

import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignDates;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Plans;
import cn.minqing.organization.Person;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A {@link SmallWorld} with a campaign of one of the shipped templates, its plan approved, through all of 2013. */
public final class ObligationWorld {
    public static final LocalDate START = LocalDate.of(2013, 1, 1);
    public static final LocalDate END = LocalDate.of(2013, 12, 31);
    public static final LocalDate TODAY = LocalDate.of(2013, 3, 14);

    private final Tools tools;
    public final SmallWorld people;
    public final CampaignView campaign;

    private ObligationWorld(Tools tools, SmallWorld people, CampaignView campaign) {
        this.tools = tools;
        this.people = people;
        this.campaign = campaign;
    }

    /** Makes these worlds. */
    @Component
    public static class Tools {
        private final SmallWorlds worlds;
        private final SmallCampaigns paths;
        private final Campaigns campaigns;
        private final Plans plans;
        private final WorkLog log;
        private final AppClock clock;
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Tools(
                SmallWorlds worlds,
                SmallCampaigns paths,
                Campaigns campaigns,
                Plans plans,
                WorkLog log,
                AppClock clock,
                JdbcClient jdbc,
                TransactionTemplate transaction) {
            this.worlds = worlds;
            this.paths = paths;
            this.campaigns = campaigns;
            this.plans = plans;
            this.log = log;
            this.clock = clock;
            this.jdbc = jdbc;
            this.transaction = transaction;
        }

        public ObligationWorld create(String template) {
            clock.set(TODAY.atTime(9, 0).atZone(AppClock.ZONE).toInstant());
            var world = worlds.create();
            var dates = new CampaignDates(START, START.plusDays(5), END.minusDays(10), END);
            var campaign = world.as(
                    world.clerk(),
                    () -> campaigns.launch(
                            template,
                            template + world.village().name(),
                            world.office().id(),
                            world.village().id(),
                            dates));
            world.run(
                    world.clerk(),
                    () -> plans.submitPlan(paths.task(campaign.id(), "userTask_draftPlan"), paths.plan(world)));
            world.run(world.leadingGroup(), () -> plans.approvePlan(paths.task(campaign.id(), "userTask_approvePlan")));
            return new ObligationWorld(this, world, campaign);
        }
    }

    /** Something a cadre did for their unit. */
    public UUID did(Person person, String kind, LocalDate day) {
        return did(Ids.next(), person, kind, day, null, null);
    }

    public UUID did(
            UUID source,
            @Nullable Person person,
            String kind,
            LocalDate day,
            @Nullable UUID householdId,
            @Nullable Integer amount) {
        return did(
                source,
                person,
                person == null ? people.departments().getFirst().id() : person.unitId(),
                kind,
                day,
                householdId,
                amount);
    }

    public UUID did(
            UUID source,
            @Nullable Person person,
            @Nullable UUID unitId,
            String kind,
            LocalDate day,
            @Nullable UUID householdId,
            @Nullable Integer amount) {
        tools.transaction.executeWithoutResult(status -> tools.log.done(List.of(new Work(
                campaign.id(),
                kind,
                source,
                day,
                day.isBefore(TODAY),
                person == null ? null : person.id(),
                unitId,
                people.groups().getFirst().code(),
                householdId,
                null,
                amount == null ? null : BigDecimal.valueOf(amount)))));
        return source;
    }

    public void rank(Person person, String rank) {
        tools.jdbc
                .sql("update person set rank = ? where id = ?")
                .params(rank, person.id())
                .update();
    }

    /** Puts a household into contact with a cadre. */
    public void contact(Person person, UUID householdId) {
        tools.jdbc
                .sql(
                        "insert into contact (id, campaign_id, household_id, person_id, unit_id, from_date) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), campaign.id(), householdId, person.id(), person.unitId(), START)
                .update();
    }

    /** Links a cadre to the village. */
    public void linked(Person person) {
        tools.jdbc
                .sql("""
                        insert into contact_point (id, campaign_id, kind, unit_id, person_id, area_id, from_date)
                        values (?, ?, 'VILLAGE', ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        campaign.id(),
                        person.unitId(),
                        person.id(),
                        people.village().id(),
                        START)
                .update();
    }

    /** Makes a team of the campaign out of the cadres of a department. */
    public UUID team(Person leader) {
        var id = Ids.next();
        tools.jdbc
                .sql(
                        "insert into unit (id, name, parent_id, area_id, sort_order, campaign_id) values (?, ?, null, ?, 0, ?)")
                .params(id, "第一工作组", people.county().id(), campaign.id())
                .update();
        people.people().grant(leader.id(), cn.minqing.organization.Role.UNIT_LEADER, id);
        return id;
    }
}

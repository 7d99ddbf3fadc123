package cn.minqing.campaign;

import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.Role;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the product that {@link KickoffKillTest} starts: a village whose visits begin to start, once. */
@Component
@Order
@ConditionalOnBooleanProperty("minqing.test.kickoff-seed")
class KickoffSeed implements ApplicationRunner {
    static final int HOUSEHOLDS = 60;
    private static final int HOUSEHOLDS_OF_WORLD = 10;
    private static final int MORE_CADRES = 30;

    private final SmallWorlds worlds;
    private final SmallCampaigns paths;
    private final Households households;
    private final JdbcClient jdbc;

    KickoffSeed(SmallWorlds worlds, SmallCampaigns paths, Households households, JdbcClient jdbc) {
        this.worlds = worlds;
        this.paths = paths;
        this.households = households;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from campaign").query(Integer.class).single() > 0) {
            return;
        }
        var world = worlds.create();
        enlarge(world);
        var campaign = paths.mobilized(world);
        paths.fire(campaign.id(), "timer_implementationStarts");
        paths.planOneBatch(world, campaign.id());
        paths.fire(campaign.id(), "timer_batchStarts");
    }

    private void enlarge(SmallWorld world) {
        var department = world.departments().getFirst().id();
        for (var index = 0; index < MORE_CADRES; index++) {
            var cadre = world.people().addHashed("more" + index, "-", "干部又" + index, department, "staff", "");
            world.people().grant(cadre.id(), Role.CADRE, department);
        }
        for (var index = HOUSEHOLDS_OF_WORLD; index < HOUSEHOLDS; index++) {
            var head = new MemberInput("户主" + index, Relation.HEAD, Sex.MALE, 1960);
            households.add(new NewHousehold(
                    world.groups().getFirst().code(),
                    "1%02d".formatted(index),
                    head.name(),
                    "",
                    List.of(head),
                    Set.of()));
        }
    }
}

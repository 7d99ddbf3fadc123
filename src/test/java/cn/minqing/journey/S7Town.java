package cn.minqing.journey;

import static cn.minqing.journey.JourneyWorld.held;

import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A town of five villages with a hundred cadres: five district offices (管区) of eighteen, two of each village. */
final class S7Town {
    static final int VILLAGES = 5;
    private static final int STAFF = 17;
    private static final int HOMES_OF_GROUP = 60;

    final Area town;
    final Unit office;
    final Person clerk;
    final Person otherClerk;
    final Person leadingGroup;
    final Person inspector;
    final Person townLeader;
    final Person townDeputy;
    final Person countyLeader;
    final Person countyDeputy;
    final List<Area> villages = new ArrayList<>();
    /** By village: the secretary and the director, who both lead it and take part. */
    final Map<String, List<Person>> villageLeaders = new HashMap<>();

    final List<Unit> districts = new ArrayList<>();
    final Map<UUID, Person> unitLeaders = new LinkedHashMap<>();
    final Map<UUID, Person> cadres = new LinkedHashMap<>();
    final Map<String, List<UUID>> homes = new HashMap<>();

    S7Town(JourneyWorld world) {
        world.area("87", AreaLevel.PROVINCE, "七省");
        world.area("8707", AreaLevel.CITY, "七市");
        var county = world.area("870707", AreaLevel.COUNTY, "博县");
        town = world.area("870707100", AreaLevel.TOWN, "湖镇");
        office = world.unit("湖镇党委", null, town);
        clerk = world.person("组织干事", office, "staff", held(Role.CAMPAIGN_OFFICE, office));
        otherClerk = world.person("组织委员", office, "staff", held(Role.CAMPAIGN_OFFICE, office));
        leadingGroup = world.person("镇党委书记", office, "town-principal", held(Role.LEADING_GROUP, office));
        inspector = world.person("督查员", office, "staff", held(Role.INSPECTOR, office));
        townLeader = world.person("镇长", office, "town-principal", held(Role.TOWN_LEADER, town));
        townDeputy = world.person("副镇长", office, "town-leader", held(Role.TOWN_LEADER, town));
        var countyOffice = world.unit("博县县委", null, county);
        countyLeader = world.person("包镇县领导", countyOffice, "county-leader", held(Role.COUNTY_LEADER, county));
        countyDeputy = world.person("县委副书记", countyOffice, "county-leader", held(Role.COUNTY_LEADER, county));
        for (var number = 1; number <= VILLAGES; number++) {
            village(world, number);
        }
        for (var number = 1; number <= VILLAGES; number++) {
            district(world, "第" + number + "管区");
        }
    }

    private void village(JourneyWorld world, int number) {
        var village = world.area("%s%03d".formatted(town.code(), number), AreaLevel.VILLAGE, number + "村");
        villages.add(village);
        var committee = world.unit(village.name() + "村委会", office, village);
        var secretary = world.person(
                village.name() + "书记",
                committee,
                "village-leader",
                held(Role.CADRE, committee),
                held(Role.UNIT_LEADER, committee),
                held(Role.VILLAGE_LEADER, village));
        var director = world.person(
                village.name() + "主任",
                committee,
                "village-leader",
                held(Role.CADRE, committee),
                held(Role.VILLAGE_LEADER, village));
        unitLeaders.put(committee.id(), secretary);
        villageLeaders.put(village.code(), List.of(secretary, director));
        Stream.of(secretary, director).forEach(one -> cadres.put(one.id(), one));
        var all = homes.computeIfAbsent(village.code(), code -> new ArrayList<>());
        for (var group = 1; group <= 2; group++) {
            var code = world.area(village.code() + "00" + group, AreaLevel.GROUP, group + "组")
                    .code();
            all.addAll(world.households(code, HOMES_OF_GROUP, S7Town::categories));
        }
    }

    /** Just as many poor party members, party members and poor residents as twenty cadres of a village need. */
    private static Set<String> categories(int index) {
        return switch (index % 6) {
            case 0 -> Set.of("poor-party-member");
            case 1 -> Set.of("party-member");
            case 2 -> Set.of("poor-resident");
            case 3 -> Set.of("able-person");
            default -> Set.of();
        };
    }

    private void district(JourneyWorld world, String name) {
        var unit = world.unit(name, office, town);
        districts.add(unit);
        var leader =
                world.person(name + "负责人", unit, "town-leader", held(Role.CADRE, unit), held(Role.UNIT_LEADER, unit));
        unitLeaders.put(unit.id(), leader);
        cadres.put(leader.id(), leader);
        for (var number = 1; number <= STAFF; number++) {
            var cadre = world.cadre(name + "干部" + number, unit, "staff");
            cadres.put(cadre.id(), cadre);
        }
    }

    List<UUID> units() {
        return List.copyOf(unitLeaders.keySet());
    }
}

package cn.minqing;

import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes worlds for tests; none shares a row with another. */
@Component
public class SmallWorlds {
    public static final String PASSWORD = "Test-2013";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int DEPARTMENTS = 2;
    private static final int CADRES = 3;
    private static final int HOUSEHOLDS = 10;
    private static final String SOURCE = "test";

    private final Areas areas;
    private final Units units;
    private final People people;
    private final Households households;
    private final String hash;

    SmallWorlds(Areas areas, Units units, People people, Households households, PasswordEncoder passwords) {
        this.areas = areas;
        this.units = units;
        this.people = people;
        this.households = households;
        this.hash = passwords.encode(PASSWORD);
    }

    public SmallWorld create() {
        var number = NUMBER.getAndIncrement();
        var cityCode = "99%02d".formatted(number / 100);
        var countyCode = cityCode + "%02d".formatted(number % 100);
        areas.save("99", AreaLevel.PROVINCE, "试省", SOURCE);
        areas.save(cityCode, AreaLevel.CITY, "试市" + number / 100, SOURCE);
        var county = areas.save(countyCode, AreaLevel.COUNTY, "试县" + number, SOURCE);
        var town = areas.save(countyCode + "101", AreaLevel.TOWN, "试镇" + number, SOURCE);
        var village = areas.save(town.code() + "201", AreaLevel.VILLAGE, "试村" + number, SOURCE);
        var groups = List.of(
                areas.save(village.code() + "001", AreaLevel.GROUP, "一组", SOURCE),
                areas.save(village.code() + "002", AreaLevel.GROUP, "二组", SOURCE));

        var office = units.add("试办公室" + number, null, county.id(), 0);
        var departments = IntStream.rangeClosed(1, DEPARTMENTS)
                .mapToObj(index -> units.add("第" + index + "科", office.id(), county.id(), index))
                .toList();
        var prefix = "w" + number;
        var cadres = new ArrayList<Person>();
        for (var department : departments) {
            for (var index = 0; index < CADRES; index++) {
                var cadre = person(prefix + "c" + cadres.size(), "干部" + cadres.size(), department.id(), "staff");
                people.grant(cadre.id(), Role.CADRE, department.id());
                if (index == 0) {
                    people.grant(cadre.id(), Role.UNIT_LEADER, department.id());
                }
                cadres.add(cadre);
            }
        }
        var clerk = holder(prefix + "office", "办公室员", office.id(), Role.CAMPAIGN_OFFICE, office.id());
        var secondClerk = holder(prefix + "office2", "办公室二员", office.id(), Role.CAMPAIGN_OFFICE, office.id());
        var leadingGroup = holder(prefix + "group", "组长", office.id(), Role.LEADING_GROUP, office.id());
        var inspector = holder(prefix + "inspector", "督查员", office.id(), Role.INSPECTOR, office.id());
        var villageLeader = holder(prefix + "village", "村长", office.id(), Role.VILLAGE_LEADER, village.id());
        var townLeader = holder(prefix + "town", "镇长", office.id(), Role.TOWN_LEADER, town.id());
        var secondTownLeader = holder(prefix + "town2", "副镇长", office.id(), Role.TOWN_LEADER, town.id());
        var countyLeader = holder(prefix + "county", "县长", office.id(), Role.COUNTY_LEADER, county.id());
        var bureau = units.add("试水务局" + number, null, county.id(), 1);
        var handler = holder(prefix + "bureau", "承办人", bureau.id(), Role.DEPARTMENT_HANDLER, bureau.id());
        var station = units.add("试水利站" + number, null, town.id(), 1);
        var townHandler = holder(prefix + "station", "站长", station.id(), Role.DEPARTMENT_HANDLER, station.id());
        var administrator = holder(prefix + "admin", "管理员", office.id(), Role.ADMINISTRATOR, office.id());

        var added = new ArrayList<UUID>();
        for (var index = 0; index < HOUSEHOLDS; index++) {
            var group = groups.get(index / (HOUSEHOLDS / groups.size()));
            added.add(households.add(household(group.code(), index)));
        }
        return new SmallWorld(
                people,
                county,
                town,
                village,
                groups,
                office,
                departments,
                List.copyOf(cadres),
                clerk,
                secondClerk,
                leadingGroup,
                inspector,
                villageLeader,
                townLeader,
                secondTownLeader,
                countyLeader,
                bureau,
                handler,
                station,
                townHandler,
                administrator,
                List.copyOf(added));
    }

    private static NewHousehold household(String groupCode, int index) {
        var head = "户主" + index;
        var members = List.of(
                new MemberInput(head, Relation.HEAD, Sex.MALE, 1965),
                new MemberInput("配偶" + index, Relation.SPOUSE, Sex.FEMALE, 1968));
        var vulnerabilities = index == 0 ? Set.of("poor-household") : Set.<String>of();
        return new NewHousehold(
                groupCode,
                "%03d".formatted(index + 1),
                head,
                "0914-000%04d".formatted(index),
                members,
                vulnerabilities);
    }

    private Person holder(String account, String name, UUID unitId, Role role, UUID scopeId) {
        var person = person(account, name, unitId, "leader");
        people.grant(person.id(), role, scopeId);
        return person;
    }

    private Person person(String account, String name, UUID unitId, String rank) {
        return people.addHashed(account, hash, name, unitId, rank, "");
    }
}

package cn.minqing.demo;

import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Households as a mountain village may have them: old people alone, children whose parents work away, three generations. */
final class InventedHouseholds {
    private static final int OLD = 66;
    private static final int WORKING_UNTIL = 55;
    private static final int CHILD_UNTIL = 15;

    private final DemoData data;
    private final InventedNames names;
    private final Random random;
    private final int year;

    InventedHouseholds(DemoData data, InventedNames names, Random random) {
        this.data = data;
        this.names = names;
        this.random = random;
        this.year = data.begin().getYear();
    }

    List<NewHousehold> of(String villageCode) {
        var made = new ArrayList<NewHousehold>();
        for (var index = 0; index < data.households(); index++) {
            var group = index * data.groups().size() / data.households() + 1;
            made.add(household(villageCode + "%03d".formatted(group), "%03d".formatted(index + 1)));
        }
        return made;
    }

    private NewHousehold household(String groupCode, String number) {
        var head = names.next();
        var surname = head.substring(0, 1);
        var age = 32 + random.nextInt(45);
        var alone = age > OLD && random.nextInt(4) == 0;
        var members = new ArrayList<MemberInput>();
        members.add(member(head, Relation.HEAD, Sex.MALE, age, false));
        if (!alone) {
            members.add(member(names.next(), Relation.SPOUSE, Sex.FEMALE, age - random.nextInt(5), worksAway(age)));
            addChildren(members, surname, age);
        }
        if (age < WORKING_UNTIL && random.nextInt(3) == 0) {
            var illness = random.nextInt(3) == 0 ? data.illness() : "";
            members.add(new MemberInput(
                    names.next(surname), Relation.FATHER, Sex.MALE, year - age - 25, "", illness, "", false));
        }
        // No local number begins with 0: nobody has this one.
        var phone = "0914-0%06d".formatted(random.nextInt(1_000_000));
        return new NewHousehold(groupCode, number, head, phone, members, vulnerabilities(alone, members));
    }

    private void addChildren(List<MemberInput> members, String surname, int age) {
        var children = random.nextInt(3);
        for (var child = 0; child < children; child++) {
            var childAge = Math.max(1, age - 24 - random.nextInt(6) - child * 3);
            var son = random.nextBoolean();
            members.add(member(
                    names.next(surname),
                    son ? Relation.SON : Relation.DAUGHTER,
                    son ? Sex.MALE : Sex.FEMALE,
                    childAge,
                    childAge > 18 && worksAway(childAge)));
        }
    }

    private Set<String> vulnerabilities(boolean alone, List<MemberInput> members) {
        var codes = new HashSet<String>();
        if (alone || random.nextInt(8) == 0) {
            codes.add("poor-household");
        }
        if (random.nextInt(40) == 0) {
            codes.add("poor-party-member");
        }
        var child = members.stream().anyMatch(one -> one.birthYear() != null && year - one.birthYear() < CHILD_UNTIL);
        if (child && members.stream().anyMatch(MemberInput::worksAway)) {
            codes.add("left-behind-children");
        }
        return codes;
    }

    private MemberInput member(String name, Relation relation, Sex sex, int age, boolean away) {
        return new MemberInput(name, relation, sex, year - age, "", "", "", away);
    }

    private boolean worksAway(int age) {
        return age < WORKING_UNTIL && random.nextInt(3) == 0;
    }
}

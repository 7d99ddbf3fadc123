package cn.minqing.household;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may see a household, and how much of it: its contact, those who lead its area, those who oversee a contact. */
@Component
class HouseholdRights {
    private static final Set<Role> NEAR = EnumSet.of(Role.VILLAGE_LEADER, Role.TOWN_LEADER);
    private static final Set<Role> FAR = EnumSet.of(Role.COUNTY_LEADER, Role.CITY_LEADER, Role.PROVINCE_LEADER);

    private final ObjectProvider<HouseholdAccess> access;

    HouseholdRights(ObjectProvider<HouseholdAccess> access) {
        this.access = access;
    }

    /** Empty when the person may not see the household at all. */
    Optional<Masking> masking(Actor actor, UUID householdId, String groupCode) {
        if (access.stream().anyMatch(known -> known.isContact(actor.id(), householdId))) {
            return Optional.of(Masking.NONE);
        }
        if (leads(actor, NEAR, groupCode)
                || access.stream().anyMatch(known -> known.oversees(actor.id(), householdId))) {
            return Optional.of(Masking.PARTIAL);
        }
        return leads(actor, FAR, groupCode) ? Optional.of(Masking.FULL) : Optional.empty();
    }

    /** Where a person may look because of campaigns. */
    HouseholdAccess.Reach reach(Actor actor) {
        var households = new HashSet<UUID>();
        var areas = new HashSet<String>();
        access.stream().map(known -> known.reach(actor.id())).forEach(reach -> {
            households.addAll(reach.households());
            areas.addAll(reach.areaCodes());
        });
        return new HouseholdAccess.Reach(households, areas);
    }

    /** Codes of the areas the person leads. */
    Set<String> ledAreas(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> NEAR.contains(grant.role()) || FAR.contains(grant.role()))
                .map(Actor.Grant::areaCode)
                .collect(Collectors.toSet());
    }

    /** As {@link #masking} for a list: from what is known of the person, without asking for each household. */
    Masking masking(Actor actor, HouseholdAccess.Reach reach, UUID householdId, String groupCode) {
        var near = reach.households().contains(householdId)
                || reach.areaCodes().stream().anyMatch(groupCode::startsWith)
                || leads(actor, NEAR, groupCode);
        return near ? Masking.PARTIAL : Masking.FULL;
    }

    private static boolean leads(Actor actor, Set<Role> roles, String groupCode) {
        return actor.grants().stream()
                .anyMatch(grant -> roles.contains(grant.role())
                        && !grant.areaCode().isEmpty()
                        && groupCode.startsWith(grant.areaCode()));
    }
}

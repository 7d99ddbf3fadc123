package cn.minqing.register;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may write into the registers: an administrator everything, an office what lies in the area of its unit.
 *
 * @param codes of the areas; the empty code for everything
 */
record Scope(boolean administrator, Set<String> codes) {
    private static final Set<Role> OF_AN_OFFICE = EnumSet.of(Role.CADRE, Role.UNIT_LEADER, Role.DEPARTMENT_HANDLER);

    /** @throws UserError {@code forbidden} for anybody else */
    static Scope of(Actor actor, Units units, Areas areas) {
        if (actor.has(Role.ADMINISTRATOR)) {
            return new Scope(true, Set.of(""));
        }
        var codes = actor.grants().stream()
                .filter(grant -> grant.role() == Role.CAMPAIGN_OFFICE)
                .map(grant -> areas.get(units.get(grant.scopeId()).areaId()).code())
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            throw UserError.forbidden();
        }
        return new Scope(false, codes);
    }

    boolean covers(String code) {
        return codes.stream().anyMatch(code::startsWith);
    }

    boolean grants(Role role) {
        return administrator || OF_AN_OFFICE.contains(role);
    }
}

package cn.minqing.organization;

import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;

/** The person who acts now, with the roles they hold and where. */
public record Actor(UUID id, String account, String name, UUID unitId, List<Grant> grants) {

    /** A role held within an area or a unit. {@code areaCode} is that area's code, empty for a unit. */
    public record Grant(Role role, UUID scopeId, String scopeName, String areaCode) {}

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    public boolean has(Role role, UUID scopeId) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role && grant.scopeId().equals(scopeId));
    }

    /** Whether the person leads an area that contains the given one. */
    public boolean leadsAreaOf(String areaCode) {
        return grants.stream().anyMatch(grant -> !grant.areaCode().isEmpty() && areaCode.startsWith(grant.areaCode()));
    }

    /**
     * Stops who does not hold the role there.
     *
     * @throws UserError {@code forbidden}
     */
    public void require(Role role, UUID scopeId) {
        if (!has(role, scopeId)) {
            throw UserError.forbidden();
        }
    }

    public void require(Role role) {
        if (!has(role)) {
            throw UserError.forbidden();
        }
    }
}

package cn.minqing.issue;

import cn.minqing.household.HouseholdAccess;
import cn.minqing.organization.Actor;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read which issue, for one issue and for lists, and how much of the household they learn. */
@Component
class IssueRights {
    private static final Set<Role> OF_CAMPAIGN = Set.of(Role.CAMPAIGN_OFFICE, Role.LEADING_GROUP, Role.INSPECTOR);

    private final Levels levels;
    private final CoHandlers coHandlers;
    private final ObjectProvider<HouseholdAccess> access;

    IssueRights(Levels levels, CoHandlers coHandlers, ObjectProvider<HouseholdAccess> access) {
        this.levels = levels;
        this.coHandlers = coHandlers;
        this.access = access;
    }

    /** What of the household is shown; the higher an issue rises, the less. */
    enum Sight {
        NONE,
        /** Only where it is. */
        PLACE,
        /** The surname and the village. */
        SURNAME,
        ALL
    }

    /** The columns of an issue that rights depend on. */
    record Facts(
            UUID id,
            UUID firstVisitorId,
            UUID registeredBy,
            @Nullable UUID handlerId,
            @Nullable UUID handlerScopeId,
            UUID unitId,
            UUID hostUnitId,
            @Nullable UUID householdId,
            String areaCode,
            int reach) {}

    /** From a row that has these columns of the issue. */
    static Facts of(ResultSet row) throws SQLException {
        return new Facts(
                row.getObject("id", UUID.class),
                row.getObject("first_visitor_id", UUID.class),
                row.getObject("registered_by", UUID.class),
                row.getObject("handler_id", UUID.class),
                row.getObject("handler_scope_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("host_unit_id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("area_code"),
                row.getInt("reach"));
    }

    static Facts of(Issue issue) {
        return new Facts(
                issue.getId(),
                issue.firstVisitorId,
                issue.registeredBy,
                issue.handlerId,
                issue.handlerScopeId,
                issue.unitId,
                issue.hostUnitId,
                issue.householdId,
                issue.areaCode,
                issue.reach);
    }

    Sight sight(Actor actor, Facts issue) {
        var own = actor.id().equals(issue.firstVisitorId())
                || actor.id().equals(issue.registeredBy())
                || actor.id().equals(issue.handlerId())
                || OF_CAMPAIGN.stream().anyMatch(role -> actor.has(role, issue.hostUnitId()))
                || actor.has(Role.UNIT_LEADER, issue.unitId());
        if (own) {
            return Sight.ALL;
        }
        var best = Sight.NONE;
        for (var grant : actor.grants()) {
            var code = grant.areaCode();
            if (!code.isEmpty()
                    && leads(grant.role())
                    && issue.areaCode().startsWith(code)
                    && code.length() >= issue.reach()) {
                var sight = code.length() >= AreaLevel.VILLAGE.codeLength()
                        ? Sight.ALL
                        : code.length() >= AreaLevel.TOWN.codeLength() ? Sight.SURNAME : Sight.PLACE;
                best = sight.ordinal() > best.ordinal() ? sight : best;
            }
        }
        if (best == Sight.ALL) {
            return best;
        }
        var householdId = issue.householdId();
        if (householdId != null && access.stream().anyMatch(known -> known.isContact(actor.id(), householdId))) {
            return Sight.ALL;
        }
        if (best.ordinal() < Sight.SURNAME.ordinal() && holdsIt(actor, issue)) {
            return Sight.SURNAME;
        }
        return best;
    }

    private boolean holdsIt(Actor actor, Facts issue) {
        if (!actor.has(Role.DEPARTMENT_HANDLER)) {
            return false;
        }
        var departments = new ArrayList<>(levels.departments(issue.id()));
        departments.addAll(coHandlers.units(issue.id()));
        if (issue.handlerScopeId() != null) {
            departments.add(issue.handlerScopeId());
        }
        return departments.stream().anyMatch(unit -> actor.has(Role.DEPARTMENT_HANDLER, unit));
    }

    private static boolean leads(Role role) {
        return switch (role) {
            case VILLAGE_LEADER, TOWN_LEADER, COUNTY_LEADER, CITY_LEADER, PROVINCE_LEADER -> true;
            default -> false;
        };
    }

    /** The condition on {@code issue i} that leaves what the person may read; its values go into {@code params}. */
    static String condition(Actor actor, Map<String, Object> params) {
        var parts = new ArrayList<String>();
        params.put("me", actor.id());
        parts.add("i.first_visitor_id = :me or i.registered_by = :me or i.handler_id = :me");
        scopes(parts, params, "hosts", "i.host_unit_id in (:hosts)", units(actor, OF_CAMPAIGN));
        scopes(parts, params, "units", "i.unit_id in (:units)", units(actor, Set.of(Role.UNIT_LEADER)));
        scopes(
                parts,
                params,
                "departments",
                "i.handler_scope_id in (:departments) or i.id in (select l.issue_id from issue_level l where l.unit_id"
                        + " in (:departments)) or i.id in (select c.issue_id from issue_co_handler c where c.unit_id in"
                        + " (:departments))",
                units(actor, Set.of(Role.DEPARTMENT_HANDLER)));
        var number = 0;
        for (var grant : actor.grants()) {
            if (leads(grant.role()) && !grant.areaCode().isEmpty()) {
                var name = "area" + number++;
                params.put(name, grant.areaCode() + "%");
                parts.add("(i.area_code like :" + name + " and i.reach <= "
                        + grant.areaCode().length() + ")");
            }
        }
        return "(" + String.join(" or ", parts) + ")";
    }

    private static List<UUID> units(Actor actor, Set<Role> roles) {
        return actor.grants().stream()
                .filter(grant -> roles.contains(grant.role()))
                .map(Actor.Grant::scopeId)
                .toList();
    }

    private static void scopes(
            List<String> parts, Map<String, Object> params, String name, String condition, List<UUID> units) {
        if (!units.isEmpty()) {
            params.put(name, units);
            parts.add(condition);
        }
    }
}

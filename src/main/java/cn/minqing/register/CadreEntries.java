package cn.minqing.register;

import cn.minqing.campaign.Contacts;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.OrganizationImports;
import cn.minqing.organization.OrganizationImports.CadreEntry;
import cn.minqing.organization.OrganizationImports.CadreEntry.Grant;
import cn.minqing.organization.OrganizationImports.Known;
import cn.minqing.organization.OrganizationImports.UnitLine;
import cn.minqing.organization.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Lists of cadres with their accounts, units and roles. */
final class CadreEntries implements Entries<CadreEntry> {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,63}");
    private static final Pattern RANK = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern PHONE = Pattern.compile("[0-9 +-]{5,20}");
    private static final int NAME = 32;
    private static final int POSITION = 64;
    private static final UUID NOWHERE = new UUID(0, 0);

    private final OrganizationImports register;
    private final Contacts contacts;
    private final Scope scope;
    private final Map<String, List<UnitLine>> units = new HashMap<>();
    private final Map<String, Area> areas = new HashMap<>();

    CadreEntries(OrganizationImports register, Contacts contacts, Scope scope) {
        this.register = register;
        this.contacts = contacts;
        this.scope = scope;
        register.units()
                .forEach(unit -> units.computeIfAbsent(unit.name(), name -> new ArrayList<>())
                        .add(unit));
        register.areasWithin("").stream()
                .filter(area -> area.level() != AreaLevel.GROUP)
                .forEach(area -> areas.put(area.code(), area));
    }

    @Override
    public Class<CadreEntry> type() {
        return CadreEntry.class;
    }

    @Override
    public Read<CadreEntry> read(List<Fields> rows) {
        var row = rows.getFirst();
        var account = row.get("account");
        if (!ACCOUNT.matcher(account).matches()) {
            row.fault("account", "import.cadre.account");
        }
        var name = row.get("name");
        if (name.isEmpty() || name.length() > NAME) {
            row.fault("name", "import.nameLength", NAME);
        }
        var rank = row.get("rank");
        if (!rank.isEmpty() && !RANK.matcher(rank).matches()) {
            row.fault("rank", "import.cadre.rank");
        }
        if (row.get("position").length() > POSITION) {
            row.fault("position", "import.nameLength", POSITION);
        }
        if (row.has("phone") && !PHONE.matcher(row.get("phone")).matches()) {
            row.fault("phone", "household.phone");
        }
        var unit = unit(row);
        var grants = unit.map(found -> grants(row, found)).orElse(List.of());
        return new Read<>(
                account,
                account + " " + name,
                new CadreEntry(
                        account,
                        name,
                        unit.map(UnitLine::id).orElse(NOWHERE),
                        rank,
                        row.get("position"),
                        row.get("phone"),
                        grants));
    }

    private Optional<UnitLine> unit(Fields row) {
        var wanted = row.get("unit");
        var area = AreaEntries.plain(row.get("area"));
        var found = units.getOrDefault(wanted, List.of()).stream()
                .filter(unit -> area.isEmpty() || unit.areaCode().equals(area))
                .filter(unit -> scope.covers(unit.areaCode()))
                .toList();
        if (found.size() != 1) {
            row.fault("unit", found.isEmpty() ? "import.unit.unknown" : "import.unit.ambiguous", wanted);
            return Optional.empty();
        }
        if (!row.has("department")) {
            return Optional.of(found.getFirst());
        }
        var department = units.getOrDefault(row.get("department"), List.of()).stream()
                .filter(unit -> found.getFirst().id().equals(unit.parentId()))
                .findFirst();
        if (department.isEmpty()) {
            row.fault("department", "import.unit.noDepartment", wanted, row.get("department"));
        }
        return department;
    }

    private List<Grant> grants(Fields row, UnitLine unit) {
        var grants = new ArrayList<Grant>();
        var words = row.has("roles") ? Words.get().list(row.get("roles")) : List.of("CADRE");
        for (var word : words) {
            var role = Words.meaning("role", word).map(Role::valueOf);
            if (role.isEmpty()) {
                row.fault("roles", "import.cadre.role", word);
            } else if (!scope.grants(role.get())) {
                row.fault("roles", "import.cadre.roleDenied", word);
            } else {
                place(role.get(), unit)
                        .ifPresentOrElse(
                                place -> grants.add(new Grant(role.get(), place)),
                                () -> row.fault("roles", "import.cadre.roleNowhere", word));
            }
        }
        return grants;
    }

    /** Who leads an area leads that of the unit; office, leading group and inspectors serve the whole unit. */
    private Optional<UUID> place(Role role, UnitLine unit) {
        return switch (role) {
            case CADRE, UNIT_LEADER, DEPARTMENT_HANDLER, ADMINISTRATOR, PROCESS_DESIGNER -> Optional.of(unit.id());
            case CAMPAIGN_OFFICE, LEADING_GROUP, INSPECTOR ->
                Optional.of(unit.parentId() == null ? unit.id() : unit.parentId());
            case VILLAGE_LEADER -> area(unit, AreaLevel.VILLAGE);
            case TOWN_LEADER -> area(unit, AreaLevel.TOWN);
            case COUNTY_LEADER -> area(unit, AreaLevel.COUNTY);
            case CITY_LEADER -> area(unit, AreaLevel.CITY);
            case PROVINCE_LEADER -> area(unit, AreaLevel.PROVINCE);
        };
    }

    private Optional<UUID> area(UnitLine unit, AreaLevel level) {
        return unit.areaCode().length() < level.codeLength()
                ? Optional.empty()
                : Optional.ofNullable(areas.get(unit.areaCode().substring(0, level.codeLength())))
                        .map(Area::id);
    }

    @Override
    public List<Compared> compare(List<CadreEntry> entries) {
        var known = register.people(entries.stream().map(CadreEntry::account).toList());
        var busy = contacts.holders(known.values().stream().map(Known::id).toList());
        return entries.stream()
                .map(entry -> {
                    var old = known.get(entry.account());
                    if (old == null) {
                        return Compared.of(false, new LinkedHashSet<>());
                    }
                    var changes = changes(entry, old);
                    var fault = "";
                    if (!scope.covers(old.unitAreaCode())) {
                        fault = "import.cadre.elsewhere";
                    } else if (changes.contains("unit") && busy.contains(old.id())) {
                        fault = "import.cadre.busy";
                    }
                    return new Compared(Compared.of(true, changes).status(), changes, fault);
                })
                .toList();
    }

    private static LinkedHashSet<String> changes(CadreEntry entry, Known old) {
        var changes = new LinkedHashSet<String>();
        if (!entry.name().equals(old.name())) {
            changes.add("name");
        }
        if (!entry.unitId().equals(old.unitId())) {
            changes.add("unit");
        }
        if (!entry.rank().isEmpty() && !entry.rank().equals(old.rank())) {
            changes.add("rank");
        }
        if (!entry.position().isEmpty() && !entry.position().equals(old.position())) {
            changes.add("position");
        }
        if (!entry.phone().isEmpty() && !entry.phone().equals(old.phone())) {
            changes.add("phone");
        }
        if (!entry.grants().stream()
                .allMatch(grant -> old.roles().contains(grant.role().code() + " " + grant.scopeId()))) {
            changes.add("roles");
        }
        return changes;
    }

    @Override
    public void write(List<CadreEntry> entries, Acceptance acceptance) {
        register.writePeople(entries, acceptance.passwordHash());
    }
}

package cn.minqing.register;

import cn.minqing.organization.Area;
import cn.minqing.organization.OrganizationImports;
import cn.minqing.organization.OrganizationImports.UnitEntry;
import cn.minqing.organization.OrganizationImports.UnitLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of units and their departments. */
final class UnitEntries implements Entries<UnitEntries.Entry> {
    private static final int NAME = 64;

    /** @param area code; that of the parent for a department which does not say; {@code parent} empty for a unit */
    record Entry(
            String name,
            String parent,
            String area,
            @Nullable Integer order) {}

    private final OrganizationImports register;
    private final Scope scope;
    private final Map<String, Area> areas;
    private final Set<String> inFile = new HashSet<>();
    private List<UnitLine> known;

    UnitEntries(OrganizationImports register, Scope scope) {
        this.register = register;
        this.scope = scope;
        known = register.units();
        areas = scope.codes().stream()
                .flatMap(code -> register.areasWithin(code).stream())
                .collect(Collectors.toMap(Area::code, Function.identity(), (one, other) -> one));
    }

    @Override
    public Class<Entry> type() {
        return Entry.class;
    }

    @Override
    public Read<Entry> read(List<Fields> rows) {
        var row = rows.getFirst();
        var name = row.get("name");
        var parent = row.get("parent");
        var area = AreaEntries.plain(row.get("area"));
        if (name.isEmpty() || name.length() > NAME) {
            row.fault("name", "import.nameLength", NAME);
        }
        if (!parent.isEmpty()) {
            area = parent(row, parent, area);
        } else if (area.isEmpty()) {
            row.fault("area", "import.unit.areaMissing");
        }
        if (!area.isEmpty() && !areas.containsKey(area)) {
            row.fault("area", "import.noArea", area);
        }
        Integer order = null;
        if (row.has("order")) {
            if (row.get("order").matches("\\d{1,6}")) {
                order = Integer.valueOf(row.get("order"));
            } else {
                row.fault("order", "import.number");
            }
        }
        if (parent.isEmpty()) {
            inFile.add(name + "/" + area);
        }
        return new Read<>(
                parent + "/" + name + "/" + (parent.isEmpty() ? area : ""),
                parent.isEmpty() ? name : parent + " " + name,
                new Entry(name, parent, area, order));
    }

    private String parent(Fields row, String parent, String area) {
        var found = tops(parent, area);
        if (found.size() > 1) {
            row.fault("parent", "import.unit.ambiguous", parent);
        } else if (found.size() == 1) {
            if (!scope.covers(found.getFirst().areaCode())) {
                row.fault("parent", "import.outside");
            }
            return area.isEmpty() ? found.getFirst().areaCode() : area;
        } else {
            var before = inFile.stream()
                    .filter(one -> one.startsWith(parent + "/") && (area.isEmpty() || one.endsWith("/" + area)))
                    .toList();
            if (before.size() == 1) {
                return before.getFirst().substring(parent.length() + 1);
            }
            row.fault("parent", before.isEmpty() ? "import.unit.noParent" : "import.unit.ambiguous", parent);
        }
        return area;
    }

    private List<UnitLine> tops(String name, String area) {
        var named = known.stream()
                .filter(unit -> unit.parentId() == null && unit.name().equals(name))
                .filter(unit -> scope.covers(unit.areaCode()))
                .toList();
        var there = named.stream().filter(unit -> unit.areaCode().equals(area)).toList();
        return there.size() == 1 ? there : named;
    }

    private Optional<UnitLine> known(Entry entry) {
        if (entry.parent().isEmpty()) {
            return known.stream()
                    .filter(unit -> unit.parentId() == null
                            && unit.name().equals(entry.name())
                            && unit.areaCode().equals(entry.area()))
                    .findFirst();
        }
        var parents =
                tops(entry.parent(), entry.area()).stream().map(UnitLine::id).collect(Collectors.toSet());
        return known.stream()
                .filter(unit -> unit.parentId() != null
                        && parents.contains(unit.parentId())
                        && unit.name().equals(entry.name()))
                .findFirst();
    }

    @Override
    public List<Compared> compare(List<Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    var changes = new LinkedHashSet<String>();
                    var old = known(entry);
                    old.ifPresent(unit -> {
                        if (!unit.areaCode().equals(entry.area())) {
                            changes.add("area");
                        }
                        if (entry.order() != null && entry.order() != unit.order()) {
                            changes.add("order");
                        }
                    });
                    return Compared.of(old.isPresent(), changes);
                })
                .toList();
    }

    @Override
    public void write(List<Entry> entries, Acceptance acceptance) {
        known = register.units();
        register.writeUnits(resolved(
                entries.stream().filter(entry -> entry.parent().isEmpty()).toList()));
        known = register.units();
        register.writeUnits(resolved(
                entries.stream().filter(entry -> !entry.parent().isEmpty()).toList()));
    }

    private List<UnitEntry> resolved(List<Entry> entries) {
        var resolved = new ArrayList<UnitEntry>();
        var parents = new HashMap<String, UUID>();
        for (var entry : entries) {
            UUID parent = null;
            if (!entry.parent().isEmpty()) {
                parent = parents.computeIfAbsent(
                        entry.parent() + "/" + entry.area(),
                        key -> tops(entry.parent(), entry.area()).stream()
                                .findFirst()
                                .map(UnitLine::id)
                                .orElseThrow());
            }
            resolved.add(new UnitEntry(
                    known(entry).map(UnitLine::id).orElse(null),
                    entry.name(),
                    parent,
                    Objects.requireNonNull(areas.get(entry.area())).id(),
                    entry.order()));
        }
        return resolved;
    }
}

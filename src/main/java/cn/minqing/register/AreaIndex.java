package cn.minqing.register;

import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.OrganizationImports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds villages and groups by code or by the names of town, village and group. */
final class AreaIndex {
    private final Map<String, Area> byCode = new HashMap<>();
    private final Map<String, List<Area>> villages = new HashMap<>();
    private final Map<String, Area> groups = new HashMap<>();
    private final Map<String, Boolean> grouped = new HashMap<>();

    AreaIndex(OrganizationImports register, Scope scope) {
        for (var code : scope.codes()) {
            for (var area : register.areasWithin(code)) {
                byCode.put(area.code(), area);
                if (area.level() == AreaLevel.VILLAGE) {
                    villages.computeIfAbsent(area.name(), name -> new ArrayList<>())
                            .add(area);
                } else if (area.level() == AreaLevel.GROUP) {
                    var village = area.code().substring(0, AreaLevel.VILLAGE.codeLength());
                    groups.put(village + "/" + Words.get().group(area.name()), area);
                    grouped.put(village, true);
                }
            }
        }
    }

    /** The village or group a row names; empty with a fault where it names none or several. */
    Optional<Area> place(Fields row) {
        if (row.has("areaCode")) {
            var code = AreaEntries.plain(row.get("areaCode"));
            var area = byCode.get(code);
            if (area == null || area.level().ordinal() < AreaLevel.VILLAGE.ordinal()) {
                row.fault("areaCode", "import.noVillage", code);
                return Optional.empty();
            }
            return area.level() == AreaLevel.GROUP ? Optional.of(area) : group(row, area);
        }
        if (!row.has("village")) {
            row.fault("village", "import.placeMissing");
            return Optional.empty();
        }
        var found = villages.getOrDefault(row.get("village"), List.of()).stream()
                .filter(village -> !row.has("town") || lies(village, row.get("town")))
                .toList();
        if (found.size() != 1) {
            row.fault("village", found.isEmpty() ? "import.noVillage" : "import.villages", row.get("village"));
            return Optional.empty();
        }
        return group(row, found.getFirst());
    }

    private boolean lies(Area village, String town) {
        var above = byCode.get(village.code().substring(0, AreaLevel.TOWN.codeLength()));
        return above == null || above.name().equals(town);
    }

    private Optional<Area> group(Fields row, Area village) {
        if (!row.has("group")) {
            if (grouped.containsKey(village.code())) {
                row.fault("group", "import.groupMissing", village.name());
                return Optional.empty();
            }
            return Optional.of(village);
        }
        var group = groups.get(village.code() + "/" + Words.get().group(row.get("group")));
        if (group == null) {
            row.fault("group", "import.noGroup", village.name(), row.get("group"));
        }
        return Optional.ofNullable(group);
    }

    /** The name of the village of a code, for labels. */
    String village(String code) {
        var village = byCode.get(code.substring(0, Math.min(AreaLevel.VILLAGE.codeLength(), code.length())));
        return village == null ? code : village.name();
    }
}

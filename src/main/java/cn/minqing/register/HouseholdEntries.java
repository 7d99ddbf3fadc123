package cn.minqing.register;

import cn.minqing.household.HouseholdEntry;
import cn.minqing.household.HouseholdImports;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of households: one row each, or one row for each member, those of a household one after the other. */
final class HouseholdEntries implements Entries<HouseholdEntry> {
    private static final List<String> ONCE = List.of("areaCode", "town", "village", "group", "number", "head", "phone");
    private static final List<String> OF_HOUSEHOLD = List.of("areaCode", "town", "village", "group", "number", "head");

    private final HouseholdImports register;
    private final AreaIndex areas;
    private final Map<String, String> categories;
    private final LocalDate today;
    private final Map<String, Integer> idNumbers = new HashMap<>();

    /** @param categories codes by name, as the templates call them */
    HouseholdEntries(HouseholdImports register, AreaIndex areas, Map<String, String> categories, LocalDate today) {
        this.register = register;
        this.areas = areas;
        this.categories = categories;
        this.today = today;
    }

    @Override
    public Class<HouseholdEntry> type() {
        return HouseholdEntry.class;
    }

    /** A row goes on where it repeats place and number, or leaves them empty because their cells are merged. */
    @Override
    public boolean continues(Fields first, Fields row) {
        return row.has("name")
                && OF_HOUSEHOLD.stream()
                        .allMatch(field -> !row.has(field) || row.get(field).equals(first.get(field)));
    }

    @Override
    public Read<HouseholdEntry> read(List<Fields> rows) {
        var first = rows.getFirst();
        rows.forEach(row -> ONCE.forEach(field -> row.fill(field, first)));
        var area = areas.place(first);
        var members = new ArrayList<HouseholdEntry.Member>();
        var lines = new ArrayList<Fields>();
        var found = new ArrayList<HouseholdEntry.Category>();
        for (var row : rows) {
            if (row.has("name")) {
                members.add(member(row));
                lines.add(row);
            }
            categories(row, found);
        }
        var groupCode = area.map(cn.minqing.organization.Area::code).orElse("");
        var entry = new HouseholdEntry(
                groupCode,
                first.get("number"),
                head(first, members),
                first.get("phone").replace(" ", ""),
                members,
                found);
        register.faults(entry).forEach((field, message) -> {
            var args = message.args().toArray();
            if (field.startsWith("members[")) {
                var index = Integer.parseInt(field.substring("members[".length(), field.indexOf(']')));
                lines.get(index).fault(column(field.substring(field.indexOf('.') + 1)), message.code(), args);
            } else {
                first.fault(field, message.code(), args);
            }
        });
        return new Read<>(
                groupCode + "/" + entry.number(),
                (groupCode.isEmpty() ? first.get("village") : areas.village(groupCode)) + " " + entry.number(),
                entry);
    }

    private static String column(String field) {
        return field.equals("birthYear") ? "birth" : field;
    }

    private static String head(Fields first, List<HouseholdEntry.Member> members) {
        return first.has("head")
                ? first.get("head")
                : members.stream()
                        .filter(member -> member.relation() == Relation.HEAD)
                        .map(HouseholdEntry.Member::name)
                        .findFirst()
                        .orElse("");
    }

    private HouseholdEntry.Member member(Fields row) {
        var idNumber = row.get("idNumber").replace(" ", "");
        var relation = meaning(row, "relation").map(Relation::valueOf);
        if (relation.isEmpty() && row.get("name").equals(row.get("head"))) {
            relation = Optional.of(Relation.HEAD);
        }
        var sex = meaning(row, "sex").map(Sex::valueOf);
        if (!idNumber.isEmpty()) {
            var before = idNumbers.putIfAbsent(idNumber, row.line().number());
            if (before != null) {
                row.fault("idNumber", "import.idNumberTwice", before);
            }
        }
        return new HouseholdEntry.Member(
                row.get("name"),
                relation.orElse(null),
                sex.orElse(null),
                birthYear(row, idNumber),
                idNumber,
                plain(row.get("health")),
                plain(row.get("disability")),
                yesNo(row));
    }

    private static Optional<String> meaning(Fields row, String field) {
        if (!row.has(field)) {
            return Optional.empty();
        }
        var found = Words.meaning(field, row.get(field));
        if (found.isEmpty()) {
            row.fault(field, "import.unknownWord", row.get(field));
        }
        return found;
    }

    /** As the list says, else as the ID number does; a fault where the two do not agree. */
    private static @Nullable Integer birthYear(Fields row, String idNumber) {
        var byNumber = idNumber.matches("\\d{17}[\\dXx]") ? Integer.valueOf(idNumber.substring(6, 10)) : null;
        if (!row.has("birth")) {
            return byNumber;
        }
        var written = WrittenDates.parse(row.get("birth"));
        if (written.isEmpty()) {
            row.fault("birth", "import.date", row.get("birth"));
            return byNumber;
        }
        var year = written.get().getYear();
        if (byNumber != null && byNumber != year) {
            row.fault("birth", "import.birthDiffers", String.valueOf(byNumber));
        }
        return year;
    }

    private static String plain(String text) {
        return Words.get().none().contains(text) ? "" : text;
    }

    private static @Nullable Boolean yesNo(Fields row) {
        var text = row.get("away").toLowerCase(java.util.Locale.ROOT);
        if (text.isEmpty()) {
            return null;
        }
        if (Words.get().yes().contains(text)) {
            return true;
        }
        if (!Words.get().no().contains(text)) {
            row.fault("away", "import.unknownWord", text);
        }
        return false;
    }

    private void categories(Fields row, List<HouseholdEntry.Category> found) {
        if (!row.has("categories") || Words.get().none().contains(row.get("categories"))) {
            return;
        }
        var from = date(row, "from");
        var last = date(row, "until");
        if (from != null && from.isAfter(today)) {
            row.fault("from", "import.category.future");
        }
        if (last != null && last.isBefore(Objects.requireNonNullElse(from, last))) {
            row.fault("until", "import.category.order");
        }
        if (last != null && from == null && last.isBefore(today)) {
            row.fault("from", "import.category.fromMissing");
        }
        for (var word : Words.get().list(row.get("categories"))) {
            var code = categories.containsValue(word) ? word : categories.get(word);
            if (code == null) {
                row.fault("categories", "import.category.unknown", word);
            } else if (found.stream().noneMatch(one -> one.code().equals(code))) {
                found.add(new HouseholdEntry.Category(code, from, last == null ? null : last.plusDays(1)));
            }
        }
    }

    private static @Nullable LocalDate date(Fields row, String field) {
        if (!row.has(field)) {
            return null;
        }
        var date = WrittenDates.parse(row.get(field));
        if (date.isEmpty()) {
            row.fault(field, "import.date", row.get(field));
        }
        return date.orElse(null);
    }

    @Override
    public List<Compared> compare(List<HouseholdEntry> entries) {
        return register.compare(entries).stream()
                .map(found -> {
                    var compared = Compared.of(found.known(), new LinkedHashSet<>(found.changes()));
                    return found.struckOff()
                            ? new Compared(compared.status(), compared.changes(), "household.struckOff")
                            : compared;
                })
                .toList();
    }

    @Override
    public void write(List<HouseholdEntry> entries, Acceptance acceptance) {
        register.write(entries);
    }
}

package cn.minqing.register;

import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.OrganizationImports;
import cn.minqing.organization.OrganizationImports.AreaEntry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of areas. */
final class AreaEntries implements Entries<AreaEntry> {
    private static final int NAME = 64;
    private static final int SOURCE = 64;

    private final OrganizationImports register;
    private final Scope scope;
    private final String fileName;
    private final Set<String> codes = new HashSet<>();

    AreaEntries(OrganizationImports register, Scope scope, String fileName) {
        this.register = register;
        this.scope = scope;
        this.fileName = fileName.length() > SOURCE ? fileName.substring(0, SOURCE) : fileName;
        register.areasWithin("").forEach(area -> codes.add(area.code()));
    }

    @Override
    public Class<AreaEntry> type() {
        return AreaEntry.class;
    }

    @Override
    public Read<AreaEntry> read(List<Fields> rows) {
        var row = rows.getFirst();
        var code = plain(row.get("code"));
        var level = level(code);
        var name = row.get("name");
        if (level.isEmpty()) {
            row.fault("code", "import.area.code");
        } else if (!scope.covers(code)) {
            row.fault("code", "import.outside");
        } else {
            var above = level.get().above().map(one -> code.substring(0, one.codeLength()));
            if (above.isPresent() && !codes.contains(above.get())) {
                row.fault("code", "import.area.noParent", above.get());
            } else {
                codes.add(code);
            }
        }
        if (name.isEmpty() || name.length() > NAME) {
            row.fault("name", "import.nameLength", NAME);
        }
        var source = row.get("source");
        if (source.length() > SOURCE) {
            row.fault("source", "import.nameLength", SOURCE);
        }
        return new Read<>(
                code,
                code + " " + name,
                new AreaEntry(
                        code,
                        level.orElse(AreaLevel.PROVINCE),
                        name,
                        urban(row),
                        source.isEmpty() ? fileName : source));
    }

    private static @Nullable Boolean urban(Fields row) {
        var text = row.get("urban");
        if (text.isEmpty()) {
            return null;
        }
        if (Words.get().urban().contains(text)) {
            return true;
        }
        if (!Words.get().rural().contains(text)) {
            row.fault("urban", "import.unknownWord", text);
        }
        return false;
    }

    /** Official lists fill codes up with zeros: 610000000000 is the province 61. */
    static String plain(String written) {
        var code = written.replace(" ", "");
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}|\\d{15}")) {
            return code;
        }
        for (var level : AreaLevel.values()) {
            var length = level.codeLength();
            if (length < code.length() && code.substring(length).matches("0+")) {
                return code.substring(0, length);
            }
        }
        return code;
    }

    private static Optional<AreaLevel> level(String code) {
        return code.matches("\\d+")
                ? Arrays.stream(AreaLevel.values())
                        .filter(level -> level.codeLength() == code.length())
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<Compared> compare(List<AreaEntry> entries) {
        return register.compareAreas(entries).stream()
                .map(found -> Compared.of(found.known(), found.changes()))
                .toList();
    }

    @Override
    public void write(List<AreaEntry> entries, Acceptance acceptance) {
        register.writeAreas(entries);
    }
}

package cn.minqing.ledger;

import cn.minqing.household.Households;
import cn.minqing.issue.LedgerLines;
import cn.minqing.organization.AreaLevel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps names and numbers of people out of what is shown in public (个人信息保护法). */
@Component
class PublicTitles {
    /** A telephone, identity or bank number; years and sums are shorter. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:[0-9]{7,}[Xx]?|[0-9]{3,4}[- ][0-9]{6,8})(?![0-9])");

    private static final String HIDDEN = "××";

    private final Households households;

    PublicTitles(Households households) {
        this.households = households;
    }

    /** The names that must not stand in the title of each issue: its household's and the heads' of its village. */
    Map<UUID, List<String>> names(Collection<LedgerLines.Line> lines) {
        var heads = new HashMap<String, List<String>>();
        var names = new HashMap<UUID, List<String>>();
        for (var line : lines) {
            var village =
                    line.areaCode().substring(0, Math.min(line.areaCode().length(), AreaLevel.VILLAGE.codeLength()));
            var ofVillage = heads.computeIfAbsent(
                    village,
                    code -> households.resident(code).stream()
                            .map(household -> household.headName())
                            .distinct()
                            .toList());
            var household = line.householdId();
            var own = household == null ? List.<String>of() : households.memberNames(household);
            names.put(
                    line.id(),
                    Stream.concat(own.stream(), ofVillage.stream())
                            .filter(name -> name.codePointCount(0, name.length()) > 1)
                            .distinct()
                            .sorted(Comparator.comparing(String::length).reversed())
                            .toList());
        }
        return names;
    }

    /** The words with every such name reduced to its surname and every long number covered. */
    static String masked(String words, Collection<String> names) {
        var masked = words;
        for (var name : names) {
            masked = masked.replace(name, name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN);
        }
        return NUMBER.matcher(masked).replaceAll(HIDDEN);
    }

    /** What in the words points at a person. */
    static Collection<String> found(String words, Collection<String> names) {
        var found = new LinkedHashSet<String>();
        names.stream().filter(words::contains).forEach(found::add);
        NUMBER.matcher(words).results().map(result -> result.group().strip()).forEach(found::add);
        return found;
    }
}

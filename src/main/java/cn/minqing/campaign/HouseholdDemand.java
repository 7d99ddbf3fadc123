package cn.minqing.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How many households somebody takes, and of which kinds: a tree in which what is asked of a part is part of what is
 * asked of the whole (S7.6: of five, two party members, of these one in difficulty).
 *
 * @param name what a household of the part is called when one is lacking; empty for the whole
 * @param kinds which households count, as {@link Kinds#of} sorts them; for parts without parts of their own
 */
record HouseholdDemand(String name, Set<String> kinds, int least, int most, List<HouseholdDemand> parts) {
    static final String RURAL = "R";
    static final String URBAN = "U";

    /** One row of the table of categories: of these households at least and at most so many. */
    record Mix(String id, String name, Set<String> codes, String parent, int least, int most) {}

    /**
     * Rural and urban households of a rank (S9.1); where the caps leave no choice each part is asked for by itself, so
     * that it is told which are lacking.
     */
    static HouseholdDemand of(ContactQuota.Quota quota, List<Mix> mix, Kinds kinds) {
        if (mix.isEmpty()) {
            var rural = quota.ruralHouseholds();
            var urban = quota.urbanHouseholds();
            return new HouseholdDemand(
                    "",
                    Set.of(),
                    quota.least(),
                    quota.most(),
                    List.of(
                            leaf(RURAL, kinds.all(RURAL), Math.max(0, quota.least() - urban), rural),
                            leaf(URBAN, kinds.all(URBAN), Math.max(0, quota.least() - rural), urban)));
        }
        return new HouseholdDemand("", Set.of(), quota.least(), quota.most(), parts("", mix, kinds));
    }

    private static List<HouseholdDemand> parts(String parent, List<Mix> mix, Kinds kinds) {
        var parts = new ArrayList<HouseholdDemand>();
        for (var row : mix) {
            if (row.parent().equals(parent)) {
                var below = new ArrayList<>(parts(row.id(), mix, kinds));
                if (below.isEmpty()) {
                    parts.add(leaf(row.name(), kinds.ofMix(row.id()), row.least(), row.most()));
                } else {
                    below.add(leaf(row.name(), kinds.ofMix(row.id()), 0, row.most()));
                    parts.add(new HouseholdDemand(row.name(), Set.of(), row.least(), row.most(), below));
                }
            }
        }
        return parts;
    }

    private static HouseholdDemand leaf(String name, Set<String> kinds, int least, int most) {
        return new HouseholdDemand(name, kinds, Math.min(least, most), most, List.of());
    }

    /** A part of which somebody has too few or too many. */
    record Part(HouseholdDemand demand, int has) {}

    /** The parts that households of these kinds do not meet; a part before its whole. */
    List<Part> unmet(List<String> held) {
        var found = new ArrayList<Part>();
        parts.forEach(part -> found.addAll(part.unmet(held)));
        var wanted = all();
        var has = (int) held.stream().filter(wanted::contains).count();
        if (found.isEmpty() && (has < least || has > most)) {
            found.add(new Part(this, has));
        }
        return found;
    }

    private Set<String> all() {
        var found = new LinkedHashSet<>(kinds);
        parts.forEach(part -> found.addAll(part.all()));
        return found;
    }

    /** Sorts every household into exactly one kind. */
    static final class Kinds {
        private final List<Mix> mix;

        Kinds(List<Mix> mix) {
            this.mix = mix;
        }

        String of(boolean urban, Set<String> categories) {
            var found = "";
            for (var next = match(found, categories); !next.isEmpty(); next = match(found, categories)) {
                found = next;
            }
            return (urban ? URBAN : RURAL) + found;
        }

        // what names its categories goes first; what names none is the rest
        private String match(String parent, Set<String> categories) {
            var rest = "";
            for (var row : mix) {
                if (row.parent().equals(parent)) {
                    if (row.codes().isEmpty()) {
                        rest = row.id();
                    } else if (row.codes().stream().anyMatch(categories::contains)) {
                        return row.id();
                    }
                }
            }
            return rest;
        }

        private Set<String> all(String place) {
            var kinds = new LinkedHashSet<String>();
            kinds.add(place);
            mix.forEach(row -> kinds.add(place + row.id()));
            return kinds;
        }

        private Set<String> ofMix(String id) {
            var kinds = new LinkedHashSet<String>();
            kinds.add(RURAL + id);
            kinds.add(URBAN + id);
            return kinds;
        }
    }
}

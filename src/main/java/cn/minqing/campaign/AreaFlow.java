package cn.minqing.campaign;

import cn.minqing.campaign.FlowNetwork.Arc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a network that leads down the areas: who enters at a town can be given anything in it. One tree for each
 * kind of thing, so that ten thousand people who may take a household anywhere need one arc and not one for each village.
 */
final class AreaFlow {
    /** Lengths of the codes from the province down to the group. */
    private static final int[] LENGTHS = {15, 12, 9, 6, 4, 2};

    private final FlowNetwork network;
    private final String root;
    private final TreeMap<Place, Spot> spots = new TreeMap<>(Comparator.comparing(Place::key)
            .thenComparing((Place place) -> place.code().length())
            .thenComparing(Place::code));

    AreaFlow(FlowNetwork network, String root) {
        this.network = network;
        this.root = root;
    }

    private record Place(String key, String code) {}

    /** How much of what leaves a spot belongs to whom; {@code owner} counts in the order of those who take. */
    record Share(int owner, int amount) {}

    private record Way(String code, Spot to, Arc arc) {}

    private record Entry(int owner, Arc arc) {}

    private static final class Spot {
        private final int node;
        private final List<Way> below = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Share> above = new ArrayList<>();

        Spot(int node) {
            this.node = node;
        }
    }

    /** Where something of that kind lies: a node that leads on to whatever the caller joins to it. */
    int bottom(String key, String code) {
        return spot(key, code).node;
    }

    private Spot spot(String key, String code) {
        var place = new Place(key, code);
        var known = spots.get(place);
        if (known != null) {
            return known;
        }
        var spot = new Spot(network.node());
        spots.put(place, spot);
        if (code.length() > root.length()) {
            var up = spot(key, above(code));
            up.below.add(new Way(code, spot, network.arc(up.node, spot.node, 0, FlowNetwork.UNLIMITED, 0)));
        }
        return spot;
    }

    private String above(String code) {
        for (var length : LENGTHS) {
            if (length < code.length()) {
                return code.substring(0, Math.max(length, root.length()));
            }
        }
        return root;
    }

    /** Lets the owner take what lies in an area; nothing happens where nothing of the kind lies there. */
    void enter(int from, int owner, String key, String code, int most, double cost) {
        var spot = spots.get(new Place(key, root.startsWith(code) ? root : code));
        if (spot != null) {
            spot.entries.add(new Entry(owner, network.arc(from, spot.node, 0, most, cost)));
        }
    }

    /** Who gets how much where, by key and code; owners in order, so that what one gets lies together. */
    Map<String, Map<String, List<Share>>> shares() {
        var found = new HashMap<String, Map<String, List<Share>>>();
        // a key's spots come from the top down
        spots.forEach((place, spot) -> {
            var here = new ArrayList<>(spot.above);
            spot.entries.forEach(entry -> add(here, entry.owner(), network.flow(entry.arc())));
            here.sort(Comparator.comparingInt(Share::owner));
            var next = 0;
            var left = here.isEmpty() ? 0 : here.getFirst().amount();
            spot.below.sort(Comparator.comparing(Way::code));
            for (var way : spot.below) {
                for (var wanted = network.flow(way.arc()); wanted > 0; ) {
                    var taken = Math.min(wanted, left);
                    add(way.to().above, here.get(next).owner(), taken);
                    wanted -= taken;
                    left -= taken;
                    if (left == 0 && ++next < here.size()) {
                        left = here.get(next).amount();
                    }
                }
            }
            var rest = new ArrayList<Share>();
            if (next < here.size()) {
                add(rest, here.get(next).owner(), left);
                here.subList(next + 1, here.size()).forEach(share -> add(rest, share.owner(), share.amount()));
            }
            if (!rest.isEmpty()) {
                found.computeIfAbsent(place.key(), key -> new LinkedHashMap<>()).put(place.code(), rest);
            }
        });
        return found;
    }

    private static void add(List<Share> shares, int owner, int amount) {
        if (amount > 0) {
            shares.add(new Share(owner, amount));
        }
    }
}

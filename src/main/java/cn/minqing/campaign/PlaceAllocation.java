package cn.minqing.campaign;

import cn.minqing.campaign.FlowNetwork.Arc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links units and people with places as the cheapest flow: nobody has a place twice, the places are used as evenly as
 * can be, and who belongs to an area is linked within it first. As many takers as places come out as pairs (S4.1).
 */
final class PlaceAllocation {
    private static final double LACKING = 1_000_000;
    private static final double ELSEWHERE = 10_000;
    private static final double CROWDED = 10;
    /** Beyond this many levels over an even share a place is merely crowded. */
    private static final int LEVELS = 3;

    /** {@code load}: how many are linked with it already. */
    record Place(ContactPoint.Kind kind, UUID id, String code, int load) {}

    /**
     * Somebody to be linked.
     *
     * @param code the area they belong to
     * @param kinds what the places may be
     * @param within the area the places must lie in; empty for anywhere in the campaign
     */
    record Taker(
            UUID unitId,
            @Nullable UUID personId,
            String code,
            int number,
            Set<ContactPoint.Kind> kinds,
            String within) {}

    record Given(Taker taker, Place place) {}

    /** {@code lacking}: how many links found no place. */
    record Result(List<Given> given, int lacking) {}

    private final FlowNetwork network = new FlowNetwork();
    private final AreaFlow areas;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Spot, List<Stop>> stops = new LinkedHashMap<>();
    private final List<Arc> shorts = new ArrayList<>();

    private record Class(
            UUID unitId, boolean person, String code, int number, Set<ContactPoint.Kind> kinds, String within) {}

    private record Group(List<Taker> takers) {}

    private record Spot(String kind, String code) {}

    /** A place in the network; {@code way} comes down from the areas, {@code direct} from a group that takes several. */
    private record Stop(Place place, int node, Arc way, Map<Integer, Arc> direct) {}

    private PlaceAllocation(String root) {
        this.areas = new AreaFlow(network, root);
    }

    static Result solve(List<Place> places, List<Taker> takers, String root) {
        var allocation = new PlaceAllocation(root);
        var links = takers.stream().mapToInt(Taker::number).sum();
        allocation.stops(places, links);
        allocation.groups(takers);
        allocation.network.send(links);
        return allocation.result();
    }

    private void stops(List<Place> places, int links) {
        var loads = places.stream().mapToInt(Place::load).sum();
        var even = places.isEmpty() ? 0 : (links + loads) / places.size() + LEVELS;
        for (var place : places) {
            var spot = new Spot(place.kind().name(), place.code());
            var node = network.node();
            var way = network.arc(areas.bottom(spot.kind(), spot.code()), node, 0, FlowNetwork.UNLIMITED, 0);
            for (var level = place.load() + 1; level <= even; level++) {
                network.arc(node, FlowNetwork.SINK, 0, 1, level * CROWDED);
            }
            network.arc(node, FlowNetwork.SINK, 0, FlowNetwork.UNLIMITED, (Math.max(even, place.load()) + 1) * CROWDED);
            stops.computeIfAbsent(spot, any -> new ArrayList<>())
                    .add(new Stop(place, node, way, new LinkedHashMap<>()));
        }
    }

    private void groups(List<Taker> takers) {
        var alike = new LinkedHashMap<Class, List<Taker>>();
        takers.forEach(taker -> alike.computeIfAbsent(
                        new Class(
                                taker.unitId(),
                                taker.personId() != null,
                                taker.code(),
                                taker.number(),
                                taker.kinds(),
                                taker.within()),
                        like -> new ArrayList<>())
                .add(taker));
        alike.forEach((like, members) -> group(like, members));
    }

    private void group(Class like, List<Taker> members) {
        var owner = groups.size();
        var size = members.size();
        groups.add(new Group(members));
        var node = network.node();
        var all = size * like.number();
        network.arc(FlowNetwork.SOURCE, node, 0, all, 0);
        shorts.add(network.arc(node, FlowNetwork.SINK, 0, all, LACKING));
        if (like.number() > 1) {
            // one by one, so that nobody is linked with a place twice
            stops.values().stream()
                    .flatMap(List::stream)
                    .filter(stop -> like.kinds().contains(stop.place().kind())
                            && stop.place().code().startsWith(like.within()))
                    .forEach(stop -> stop.direct()
                            .put(
                                    owner,
                                    network.arc(
                                            node,
                                            stop.node(),
                                            0,
                                            size,
                                            away(like, stop.place().code()))));
            return;
        }
        for (var kind : like.kinds()) {
            if (like.within().isEmpty()) {
                areas.enter(node, owner, kind.name(), like.code(), all, 0);
                areas.enter(node, owner, kind.name(), "", all, ELSEWHERE);
            } else {
                areas.enter(node, owner, kind.name(), like.within(), all, 0);
            }
        }
    }

    private static double away(Class like, String code) {
        return like.within().isEmpty() && !code.startsWith(like.code()) ? ELSEWHERE : 0;
    }

    private Result result() {
        var lists = new HashMap<Integer, List<Place>>();
        areas.shares()
                .forEach((kind, byCode) -> byCode.forEach((code, shares) -> {
                    var owners = new ArrayList<Integer>();
                    shares.forEach(share -> {
                        for (var left = share.amount(); left > 0; left--) {
                            owners.add(share.owner());
                        }
                    });
                    var next = 0;
                    for (var stop : stops.getOrDefault(new Spot(kind, code), List.of())) {
                        for (var left = network.flow(stop.way()); left > 0; left--) {
                            add(lists, owners.get(next++), stop.place());
                        }
                    }
                }));
        stops.values().stream()
                .flatMap(List::stream)
                .forEach(stop -> stop.direct().forEach((owner, arc) -> {
                    for (var left = network.flow(arc); left > 0; left--) {
                        add(lists, owner, stop.place());
                    }
                }));
        var given = new ArrayList<Given>();
        for (var owner = 0; owner < groups.size(); owner++) {
            var mine = lists.getOrDefault(owner, new ArrayList<>());
            mine.sort(Comparator.comparing(Place::code).thenComparing(Place::id));
            var takers = groups.get(owner).takers();
            for (var i = 0; i < mine.size(); i++) {
                given.add(new Given(takers.get(i % takers.size()), mine.get(i)));
            }
        }
        return new Result(given, shorts.stream().mapToInt(network::flow).sum());
    }

    private static void add(Map<Integer, List<Place>> lists, int owner, Place place) {
        lists.computeIfAbsent(owner, any -> new ArrayList<>()).add(place);
    }
}

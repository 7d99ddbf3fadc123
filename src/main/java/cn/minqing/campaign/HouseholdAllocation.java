package cn.minqing.campaign;

import cn.minqing.campaign.FlowNetwork.Arc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives households to cadres as the cheapest flow through a network: what a rule demands is a bound of an arc, what it
 * prefers a price. Cadres of one unit, rank and place are one node, households of one group and kind another; so ten
 * thousand cadres take seconds. What lacks for a bound flows through an arc that is dearer than everything else: that
 * flow is the cut that makes the demand infeasible, and says what is missing and how much.
 */
final class HouseholdAllocation {
    /** A household that is lacking. */
    private static final double LACKING = 1_000_000;
    /** Room that is left although households are there. */
    private static final double UNUSED = 50_000;
    /** One household more than somebody else has. */
    private static final double UNEVEN = 20;
    /** A household away from the place the cadre or unit is linked with. */
    private static final double AWAY = 3;
    /** A household without any difficulty while one with a difficulty is left. */
    private static final double LESS_URGENT = 1;
    /** Into so many steps a class of cadres is cut, so that what is left over is spread over all units. */
    private static final int STEPS = 8;

    /** How far the households reach. */
    enum Cover {
        /** Every household gets somebody; the loads are as even as the quotas allow (S1.2). */
        ALL,
        /** Everybody takes as many as the quota allows, as evenly as there are households. */
        MOST,
        /** Everybody takes what is demanded and no more. */
        LEAST
    }

    /** A household to be taken; {@code kind} as {@link HouseholdDemand.Kinds} sorts it. */
    record Home(UUID id, String groupCode, String kind, boolean urgent) {}

    /**
     * Somebody who takes households.
     *
     * @param places codes of the areas where they may or should lie; empty for anywhere
     * @param only whether they must lie there
     */
    record Taker(UUID personId, UUID unitId, HouseholdDemand demand, Set<String> places, boolean only) {}

    record Given(UUID householdId, UUID personId, UUID unitId) {}

    /**
     * What lacks.
     *
     * @param name name of the part of the demand; empty for the whole
     * @param places codes of the areas it lacks in; empty for the whole campaign
     * @param available how many such households there are at all; at least {@code missing} fewer than needed where the
     *     kind itself is short
     */
    record Lack(String name, Set<String> places, int needed, int available, int missing) {}

    /** {@code uncovered}: how many households of each area nobody can take, with {@link Cover#ALL}. */
    record Result(List<Given> given, List<Lack> lacks, Map<String, Integer> uncovered) {
        boolean complete() {
            return lacks.isEmpty() && uncovered.isEmpty();
        }
    }

    private final FlowNetwork network = new FlowNetwork();
    private final AreaFlow areas;
    private final Cover cover;
    private final List<Home> homes;
    private final List<Group> groups = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Short> shorts = new ArrayList<>();
    private final Map<Spot, Pool> pools = new LinkedHashMap<>();
    private int amount;

    private record Spot(String kind, String groupCode) {}

    private record Class(UUID unitId, HouseholdDemand demand, Set<String> places, boolean only) {}

    /** Cadres who are alike, in their order. */
    private record Group(Class like, List<Taker> takers) {}

    /** A part of the demand of a group that has no parts; the owner's number is its place in the list. */
    private record Leaf(int group) {}

    private record Short(Group group, HouseholdDemand demand, Arc arc) {}

    private static final class Pool {
        private final List<Home> homes = new ArrayList<>();
        private @Nullable Arc urgent;
        private @Nullable Arc other;
        private @Nullable Arc uncovered;
    }

    private HouseholdAllocation(List<Home> homes, Cover cover, String root) {
        this.homes = homes;
        this.cover = cover;
        this.areas = new AreaFlow(network, root);
    }

    /**
     * @param homes in the order in which neighbours stand beside each other
     * @param takers in the order of their units
     * @param root code of the area that contains all homes
     */
    static Result solve(List<Home> homes, List<Taker> takers, Cover cover, String root) {
        var allocation = new HouseholdAllocation(homes, cover, root);
        allocation.pools();
        allocation.groups(takers);
        allocation.network.arc(
                FlowNetwork.SOURCE, FlowNetwork.SINK, 0, FlowNetwork.UNLIMITED, cover == Cover.MOST ? UNUSED : 0);
        allocation.network.send(allocation.amount);
        return allocation.result();
    }

    private void pools() {
        homes.forEach(home -> pools.computeIfAbsent(new Spot(home.kind(), home.groupCode()), spot -> new Pool())
                .homes
                .add(home));
        pools.forEach((spot, pool) -> {
            var node = areas.bottom(spot.kind(), spot.groupCode());
            var urgent = (int) pool.homes.stream().filter(Home::urgent).count();
            var all = pool.homes.size();
            if (cover == Cover.ALL) {
                pool.other = network.arc(node, FlowNetwork.SINK, all, all, 0);
                pool.uncovered = network.arc(FlowNetwork.SOURCE, node, 0, all, LACKING);
                amount += all;
            } else {
                pool.urgent = network.arc(node, FlowNetwork.SINK, 0, urgent, 0);
                pool.other = network.arc(node, FlowNetwork.SINK, 0, all - urgent, LESS_URGENT);
            }
        });
    }

    private void groups(List<Taker> takers) {
        var alike = new LinkedHashMap<Class, List<Taker>>();
        takers.forEach(taker -> alike.computeIfAbsent(
                        new Class(taker.unitId(), taker.demand(), taker.places(), taker.only()),
                        like -> new ArrayList<>())
                .add(taker));
        // units stay together, in the order in which they came
        var units = takers.stream().map(Taker::unitId).distinct().toList();
        var order = new HashMap<UUID, Integer>();
        units.forEach(unit -> order.put(unit, order.size()));
        alike.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> order.getOrDefault(entry.getKey().unitId(), 0)))
                .forEach(entry -> group(new Group(entry.getKey(), entry.getValue())));
    }

    private void group(Group group) {
        groups.add(group);
        var node = network.node();
        var size = group.takers().size();
        var demand = group.like().demand();
        var floor = size * demand.least();
        amount += cover == Cover.LEAST ? floor : Math.max(floor, size * demand.most());
        network.arc(FlowNetwork.SOURCE, node, floor, floor, 0);
        if (cover != Cover.LEAST) {
            for (var level = demand.least() + 1; level <= Math.min(demand.most(), homes.size()); level++) {
                var steps = Math.min(size, STEPS);
                for (var step = 0; step < steps; step++) {
                    var part = (step + 1) * size / steps - step * size / steps;
                    network.arc(
                            FlowNetwork.SOURCE,
                            node,
                            0,
                            part,
                            level * UNEVEN + step * (UNEVEN - AWAY - LESS_URGENT - 1) / steps);
                }
            }
        }
        join(group, demand, node);
    }

    private void join(Group group, HouseholdDemand demand, int node) {
        var size = group.takers().size();
        if (demand.least() > 0) {
            // a part is named before its whole
            var arc = network.arc(
                    node,
                    FlowNetwork.SINK,
                    0,
                    size * demand.least(),
                    LACKING + demand.parts().size());
            shorts.add(new Short(group, demand, arc));
        }
        for (var part : demand.parts()) {
            if (part.most() > 0) {
                var below = network.node();
                network.arc(node, below, size * part.least(), size * part.most(), 0);
                join(group, part, below);
            }
        }
        if (demand.parts().isEmpty()) {
            var owner = leaves.size();
            leaves.add(new Leaf(groups.size() - 1));
            var most = size * demand.most();
            for (var kind : demand.kinds()) {
                group.like().places().forEach(code -> areas.enter(node, owner, kind, code, most, 0));
                if (!group.like().only()) {
                    var cost = group.like().places().isEmpty() ? 0 : AWAY;
                    areas.enter(node, owner, kind, "", most, cost);
                }
            }
        }
    }

    private Result result() {
        var lists = new ArrayList<List<Home>>();
        leaves.forEach(leaf -> lists.add(new ArrayList<>()));
        areas.shares()
                .forEach((kind, byCode) -> byCode.forEach((code, shares) -> {
                    var pool = pools.get(new Spot(kind, code));
                    if (pool != null) {
                        deal(taken(pool), shares, lists);
                    }
                }));
        var rank = new HashMap<UUID, Integer>();
        homes.forEach(home -> rank.put(home.id(), rank.size()));
        var given = new ArrayList<Given>();
        for (var index = 0; index < groups.size(); index++) {
            give(index, lists, rank, given);
        }
        given.sort(Comparator.comparingInt(one -> rank.getOrDefault(one.householdId(), 0)));
        return new Result(given, lacks(), uncovered());
    }

    private List<Home> taken(Pool pool) {
        if (pool.urgent == null || pool.other == null) {
            return pool.homes;
        }
        var urgent = network.flow(pool.urgent);
        var other = network.flow(pool.other);
        var taken = new ArrayList<Home>();
        for (var home : pool.homes) {
            if (home.urgent() ? urgent-- > 0 : other-- > 0) {
                taken.add(home);
            }
        }
        return taken;
    }

    // Households nobody can take came in from the side and stay over at the end.
    private static void deal(List<Home> taken, List<AreaFlow.Share> shares, List<List<Home>> lists) {
        var next = 0;
        for (var share : shares) {
            for (var left = share.amount(); left > 0 && next < taken.size(); left--) {
                lists.get(share.owner()).add(taken.get(next++));
            }
        }
    }

    /**
     * Within a group everybody gets an equal part of each part of the demand: dealt round by round through the parts in
     * their order, nobody's share of any part differs by more than one, so each bound of the group holds for everybody.
     */
    private void give(int index, List<List<Home>> lists, Map<UUID, Integer> rank, List<Given> given) {
        var takers = groups.get(index).takers();
        var dealt = 0;
        for (var leaf = 0; leaf < leaves.size(); leaf++) {
            if (leaves.get(leaf).group() != index) {
                continue;
            }
            var mine = lists.get(leaf);
            mine.sort(Comparator.comparingInt(home -> rank.getOrDefault(home.id(), 0)));
            var counts = new int[takers.size()];
            for (var i = 0; i < mine.size(); i++) {
                counts[dealt++ % takers.size()]++;
            }
            var next = 0;
            for (var i = 0; i < counts.length; i++) {
                for (var left = counts[i]; left > 0; left--) {
                    var taker = takers.get(i);
                    given.add(new Given(mine.get(next++).id(), taker.personId(), taker.unitId()));
                }
            }
        }
    }

    private List<Lack> lacks() {
        record Where(String name, Set<String> places) {}
        var missing = new LinkedHashMap<Where, Integer>();
        var needed = new HashMap<Where, Integer>();
        var kinds = new HashMap<Where, Set<String>>();
        for (var one : shorts) {
            var where = new Where(
                    one.demand().name(),
                    one.group().like().only() ? one.group().like().places() : Set.of());
            missing.merge(where, network.flow(one.arc()), Integer::sum);
            needed.merge(where, one.group().takers().size() * one.demand().least(), Integer::sum);
            kinds.computeIfAbsent(where, any -> new java.util.HashSet<>()).addAll(kindsOf(one.demand()));
        }
        return missing.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> {
                    var where = entry.getKey();
                    var wanted = kinds.getOrDefault(where, Set.of());
                    var available = (int) homes.stream()
                            .filter(home -> wanted.contains(home.kind()))
                            .filter(home -> where.places().isEmpty()
                                    || where.places().stream().anyMatch(home.groupCode()::startsWith))
                            .count();
                    return new Lack(
                            where.name(), where.places(), needed.getOrDefault(where, 0), available, entry.getValue());
                })
                .sorted(Comparator.comparingInt(Lack::missing).reversed())
                .toList();
    }

    private static Set<String> kindsOf(HouseholdDemand demand) {
        return demand.parts().isEmpty()
                ? demand.kinds()
                : demand.parts().stream()
                        .flatMap(part -> kindsOf(part).stream())
                        .collect(Collectors.toSet());
    }

    private Map<String, Integer> uncovered() {
        var found = new TreeMap<String, Integer>();
        pools.forEach((spot, pool) -> {
            if (pool.uncovered != null && network.flow(pool.uncovered) > 0) {
                found.merge(spot.groupCode(), network.flow(pool.uncovered), Integer::sum);
            }
        });
        return found;
    }
}

package cn.minqing.campaign;

import cn.minqing.campaign.HouseholdAllocation.Cover;
import cn.minqing.campaign.HouseholdAllocation.Home;
import cn.minqing.campaign.Participants.Participant;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprises;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out who is linked with which place and household, by the tables the template names; writes nothing. */
@Component
class ContactPlanner {
    /** The ways a template can choose. */
    static final List<String> RULES = List.of("balanced-by-unit", "up-to-quota", "as-required");

    private final JdbcClient jdbc;
    private final ContactQuota tables;
    private final Households households;
    private final Areas areas;
    private final Enterprises enterprises;

    ContactPlanner(JdbcClient jdbc, ContactQuota tables, Households households, Areas areas, Enterprises enterprises) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.households = households;
        this.areas = areas;
        this.enterprises = enterprises;
    }

    /** A kind of place of which too few are there for those who must be linked with one. */
    record PlaceLack(Set<ContactPoint.Kind> kinds, int missing) {}

    /** What the rules come to; complete when neither list has an entry and everybody is covered who has to be. */
    record Planned(
            List<ContactPoints.Wanted> points, List<PlaceLack> placeLacks, HouseholdAllocation.Result households) {
        boolean complete() {
            return placeLacks.isEmpty() && households.complete();
        }
    }

    /** What the tables ask of a rank, with how a household is sorted for it. */
    final class Rules {
        private final CampaignTemplate template;
        private final Map<String, List<HouseholdDemand.Mix>> mixes = new HashMap<>();
        private final Map<String, HouseholdDemand> demands = new HashMap<>();
        private final Map<String, ContactQuota.Quota> quotas = new HashMap<>();
        private final HouseholdDemand.Kinds kinds;
        private final Set<String> urban;

        private Rules(CampaignView campaign, Collection<String> ranks) {
            this.template = campaign.template();
            this.urban = areas.within(campaign.areaCode(), AreaLevel.VILLAGE).stream()
                    .filter(Area::urban)
                    .map(Area::code)
                    .collect(Collectors.toSet());
            var decision = template.assignment().mix();
            var all = new LinkedHashMap<String, HouseholdDemand.Mix>();
            for (var rank : ranks) {
                var rows = decision == null
                        ? List.<HouseholdDemand.Mix>of()
                        : tables.mix(decision, template.id(), rank).stream()
                                .map(row -> new HouseholdDemand.Mix(
                                        row.id(), row.name(), row.categories(), row.parent(), row.least(), row.most()))
                                .toList();
                mixes.put(rank, rows);
                rows.forEach(row -> all.putIfAbsent(row.id(), row));
            }
            this.kinds = new HouseholdDemand.Kinds(List.copyOf(all.values()));
        }

        HouseholdDemand demand(String rank) {
            return demands.computeIfAbsent(
                    rank, any -> HouseholdDemand.of(quota(rank), mixes.getOrDefault(rank, List.of()), kinds));
        }

        ContactQuota.Quota quota(String rank) {
            return quotas.computeIfAbsent(
                    rank,
                    any -> template.assignment()
                            .own(rank)
                            .map(own -> new ContactQuota.Quota(
                                    own.least() == null ? 0 : own.least(),
                                    own.most(),
                                    own.most(),
                                    own.most(),
                                    template.source()))
                            .orElseGet(() -> tables.of(template.assignment().decision(), template.id(), rank)));
        }

        String kind(HouseholdSummary home) {
            return kinds.of(urban.contains(village(home.groupCode())), home.vulnerabilities());
        }
    }

    Rules rules(CampaignView campaign, Collection<Participant> participants) {
        return new Rules(
                campaign,
                participants.stream().map(Participant::rank).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    Planned plan(CampaignView campaign, List<Participant> participants) {
        var points = new ArrayList<ContactPoints.Wanted>();
        var lacks = new ArrayList<PlaceLack>();
        places(campaign, participants, points, lacks);
        return new Planned(points, lacks, homes(campaign, participants, points));
    }

    private HouseholdAllocation.Result homes(
            CampaignView campaign, List<Participant> participants, List<ContactPoints.Wanted> points) {
        var rules = rules(campaign, participants);
        var homes = households.resident(campaign.areaCode()).stream()
                .map(home -> new Home(
                        home.id(),
                        home.groupCode(),
                        rules.kind(home),
                        !home.vulnerabilities().isEmpty()))
                .toList();
        var within = campaign.template().assignment().near();
        var linked = within == CampaignTemplate.Near.ANYWHERE ? Map.<UUID, Set<String>>of() : codes(points);
        var takers = participants.stream()
                .map(person -> {
                    var own = new TreeSet<String>(linked.getOrDefault(person.personId(), Set.of()));
                    own.addAll(linked.getOrDefault(person.unitId(), Set.of()));
                    return new HouseholdAllocation.Taker(
                            person.personId(),
                            person.unitId(),
                            rules.demand(person.rank()),
                            widest(own),
                            within == CampaignTemplate.Near.ONLY && !own.isEmpty());
                })
                .toList();
        return HouseholdAllocation.solve(homes, takers, cover(campaign.template()), campaign.areaCode());
    }

    static Cover cover(CampaignTemplate template) {
        return switch (template.assignment().rule()) {
            case "as-required" -> Cover.LEAST;
            case "up-to-quota" -> Cover.MOST;
            default -> Cover.ALL;
        };
    }

    /** A village and a group in it are the village. */
    private static Set<String> widest(TreeSet<String> codes) {
        var widest = new LinkedHashSet<String>();
        for (var code : codes) {
            if (widest.stream().noneMatch(code::startsWith)) {
                widest.add(code);
            }
        }
        return widest;
    }

    /** The codes of the areas by the person linked with them, or the unit that is. */
    private Map<UUID, Set<String>> codes(List<ContactPoints.Wanted> points) {
        var ids = points.stream().map(ContactPoints.Wanted::placeId).distinct().toArray(UUID[]::new);
        var codes = new HashMap<UUID, String>();
        jdbc.sql("select id, code from area where id = any(?)").param(ids).query(row -> {
            codes.put(row.getObject("id", UUID.class), row.getString("code"));
        });
        var found = new HashMap<UUID, Set<String>>();
        points.forEach(point -> found.computeIfAbsent(
                        point.personId() == null ? point.unitId() : point.personId(), id -> new HashSet<>())
                // where an enterprise is nobody lives, and yet it is a place
                .add(codes.getOrDefault(point.placeId(), "-")));
        return found;
    }

    private void places(
            CampaignView campaign,
            List<Participant> participants,
            List<ContactPoints.Wanted> points,
            List<PlaceLack> lacks) {
        var decision = campaign.template().assignment().points();
        var units = units(participants);
        units.values().forEach(unit -> points.addAll(unit.fixed()));
        if (decision == null) {
            return;
        }
        var catalogue = new Catalogue(campaign, points);
        var byUnit = new LinkedHashMap<Asked, List<UUID>>();
        units.values().stream()
                .filter(unit -> unit.fixed().isEmpty())
                .forEach(unit -> byUnit.computeIfAbsent(
                                new Asked(unit.team() ? "team" : "unit", unit.level(), ""), any -> new ArrayList<>())
                        .add(unit.id()));
        byUnit.forEach((asked, ids) -> link(
                campaign,
                decision,
                asked,
                ids.stream().map(id -> new Linked(id, null)).toList(),
                units,
                catalogue,
                points,
                lacks));
        var byRank = new LinkedHashMap<Asked, List<Linked>>();
        participants.forEach(person -> byRank.computeIfAbsent(
                        new Asked(
                                "person",
                                Objects.requireNonNull(units.get(person.unitId()))
                                        .level(),
                                person.rank()),
                        any -> new ArrayList<>())
                .add(new Linked(person.unitId(), person.personId())));
        byRank.forEach((asked, people) -> link(campaign, decision, asked, people, units, catalogue, points, lacks));
    }

    private record Asked(String taker, String level, String rank) {}

    private record Linked(UUID unitId, @Nullable UUID personId) {
        UUID id() {
            return personId == null ? unitId : personId;
        }
    }

    private void link(
            CampaignView campaign,
            String decision,
            Asked asked,
            List<Linked> takers,
            Map<UUID, OneUnit> units,
            Catalogue catalogue,
            List<ContactPoints.Wanted> points,
            List<PlaceLack> lacks) {
        var template = campaign.template().id();
        var earlier = new HashMap<String, Map<UUID, String>>();
        for (var rule : tables.points(decision, template, asked.taker(), asked.level(), asked.rank())) {
            var inside = earlier.getOrDefault(rule.within(), Map.of());
            var wanted = takers.stream()
                    .filter(taker -> rule.within().isEmpty() || inside.containsKey(taker.id()))
                    .map(taker -> new PlaceAllocation.Taker(
                            taker.unitId(),
                            taker.personId(),
                            Objects.requireNonNull(units.get(taker.unitId())).code(),
                            rule.number(),
                            rule.kinds(),
                            inside.getOrDefault(taker.id(), "")))
                    .toList();
            var result = PlaceAllocation.solve(catalogue.places(rule.kinds()), wanted, campaign.areaCode());
            if (result.lacking() > 0) {
                lacks.add(new PlaceLack(rule.kinds(), result.lacking()));
            }
            var mine = earlier.computeIfAbsent(rule.id(), id -> new HashMap<>());
            result.given().forEach(given -> {
                var place = given.place();
                catalogue.used(place.id());
                mine.put(new Linked(given.taker().unitId(), given.taker().personId()).id(), place.code());
                points.add(new ContactPoints.Wanted(
                        place.kind(), given.taker().unitId(), given.taker().personId(), place.id(), rule.purpose()));
            });
        }
    }

    /** The places of the campaign by kind, with how many are linked with each. */
    private final class Catalogue {
        private final CampaignView campaign;
        private final Map<UUID, Integer> loads = new HashMap<>();
        private final Map<ContactPoint.Kind, List<PlaceAllocation.Place>> known = new HashMap<>();

        Catalogue(CampaignView campaign, List<ContactPoints.Wanted> points) {
            this.campaign = campaign;
            points.forEach(point -> used(point.placeId()));
        }

        void used(UUID placeId) {
            loads.merge(placeId, 1, Integer::sum);
        }

        List<PlaceAllocation.Place> places(Set<ContactPoint.Kind> kinds) {
            return kinds.stream()
                    .flatMap(kind -> known.computeIfAbsent(kind, this::all).stream())
                    .map(place -> new PlaceAllocation.Place(
                            place.kind(), place.id(), place.code(), loads.getOrDefault(place.id(), 0)))
                    .toList();
        }

        private List<PlaceAllocation.Place> all(ContactPoint.Kind kind) {
            var code = campaign.areaCode();
            return switch (kind) {
                case COUNTY -> of(kind, areas.within(code, AreaLevel.COUNTY).stream());
                case TOWN -> of(kind, areas.within(code, AreaLevel.TOWN).stream());
                case GROUP -> of(kind, areas.within(code, AreaLevel.GROUP).stream());
                case VILLAGE ->
                    of(kind, areas.within(code, AreaLevel.VILLAGE).stream().filter(area -> !area.urban()));
                case COMMUNITY ->
                    of(kind, areas.within(code, AreaLevel.VILLAGE).stream().filter(Area::urban));
                case ENTERPRISE -> {
                    var found = enterprises.within(code);
                    var codes = found.stream()
                            .map(one -> one.areaId())
                            .distinct()
                            .collect(Collectors.toMap(
                                    Function.identity(), id -> areas.get(id).code()));
                    yield found.stream()
                            .map(one -> new PlaceAllocation.Place(
                                    kind, one.id(), Objects.requireNonNull(codes.get(one.areaId())), 0))
                            .toList();
                }
            };
        }

        private static List<PlaceAllocation.Place> of(ContactPoint.Kind kind, Stream<Area> found) {
            return found.map(area -> new PlaceAllocation.Place(kind, area.id(), area.code(), 0))
                    .toList();
        }
    }

    /** {@code fixed}: where the office wants the team to work. */
    private record OneUnit(UUID id, String level, String code, boolean team, List<ContactPoints.Wanted> fixed) {}

    private Map<UUID, OneUnit> units(List<Participant> participants) {
        var ids = participants.stream().map(Participant::unitId).distinct().toArray(UUID[]::new);
        var fixed = new HashMap<UUID, List<ContactPoints.Wanted>>();
        jdbc.sql("""
                select p.unit_id, coalesce(p.area_id, p.enterprise_id) as place,
                  case when p.area_id is null then 'ENTERPRISE' when a.urban then 'COMMUNITY' else 'VILLAGE' end as kind
                from team_place p left join area a on a.id = p.area_id where p.unit_id = any(?) order by p.id
                """).param(ids).query(row -> {
            var unit = row.getObject("unit_id", UUID.class);
            fixed.computeIfAbsent(unit, any -> new ArrayList<>())
                    .add(new ContactPoints.Wanted(
                            ContactPoint.Kind.valueOf(row.getString("kind")),
                            unit,
                            null,
                            row.getObject("place", UUID.class),
                            ""));
        });
        var units = new HashMap<UUID, OneUnit>();
        jdbc.sql("""
                select u.id, a.level, a.code, u.campaign_id is not null as team
                from unit u join area a on a.id = u.area_id where u.id = any(?)
                """).param(ids).query(row -> {
            var id = row.getObject("id", UUID.class);
            units.put(
                    id,
                    new OneUnit(
                            id,
                            row.getString("level"),
                            row.getString("code"),
                            row.getBoolean("team"),
                            fixed.getOrDefault(id, List.of())));
        });
        // in the order in which they take part
        var ordered = new LinkedHashMap<UUID, OneUnit>();
        Stream.of(ids).forEach(id -> ordered.put(id, Objects.requireNonNull(units.get(id))));
        return ordered;
    }

    private static String village(String groupCode) {
        return groupCode.substring(0, Math.min(AreaLevel.VILLAGE.codeLength(), groupCode.length()));
    }
}

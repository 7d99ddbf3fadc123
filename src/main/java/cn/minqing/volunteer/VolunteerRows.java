package cn.minqing.volunteer;

import cn.minqing.campaign.CampaignView;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads volunteers with whom they help, three queries for a page. */
@Component
class VolunteerRows {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final int ALL = 1000;

    private final JdbcClient jdbc;
    private final Households households;
    private final Areas areas;

    VolunteerRows(JdbcClient jdbc, Households households, Areas areas) {
        this.jdbc = jdbc;
        this.households = households;
        this.areas = areas;
    }

    private record Row(
            UUID id,
            VolunteerKind kind,
            String name,
            String phone,
            String offer,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            UUID registeredBy,
            int helped) {}

    private record LinkRow(
            UUID id,
            UUID volunteerId,
            @Nullable String areaCode,
            @Nullable UUID householdId,
            LocalDate from) {}

    List<VolunteerView> takingPart(CampaignView campaign, Actor actor) {
        return views(campaign, actor, rows(campaign.id(), "and v.left_on is null order by v.name", LAST, ALL));
    }

    List<VolunteerView> page(CampaignView campaign, Actor actor, @Nullable UUID after, int limit) {
        return views(campaign, actor, rows(campaign.id(), "order by v.id desc", after == null ? LAST : after, limit));
    }

    private List<Row> rows(UUID campaignId, String order, UUID after, int limit) {
        return jdbc
                .sql("""
                select v.*, (select count(*) from volunteer_help h where h.volunteer_id = v.id) as helped
                from volunteer v where v.campaign_id = :campaign and v.id <= :after
                """ + order + " limit :limit")
                .param("campaign", campaignId)
                .param("after", after)
                .param("limit", after.equals(LAST) ? limit : limit + 1)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        VolunteerKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("offer"),
                        row.getObject("joined_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        row.getObject("registered_by", UUID.class),
                        row.getInt("helped")))
                .list()
                .stream()
                .filter(row -> !row.id().equals(after))
                .toList();
    }

    private List<VolunteerView> views(CampaignView campaign, Actor actor, List<Row> rows) {
        var links = links(rows.stream().map(Row::id).toList());
        var homes = households.summaries(links.values().stream()
                .flatMap(List::stream)
                .map(LinkRow::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var places = new HashMap<String, String>();
        return rows.stream()
                .map(row -> {
                    var mine = actor.has(Role.CAMPAIGN_OFFICE, campaign.hostUnitId())
                            || actor.id().equals(row.registeredBy());
                    return new VolunteerView(
                            row.id(),
                            campaign.id(),
                            row.kind(),
                            row.name(),
                            mine ? row.phone() : "*".repeat(row.phone().length()),
                            row.offer(),
                            row.joinedOn(),
                            row.leftOn(),
                            links.getOrDefault(row.id(), List.of()).stream()
                                    .map(link -> new VolunteerView.Link(
                                            link.id(), words(link, mine, homes, places), link.from()))
                                    .toList(),
                            row.helped(),
                            mine);
                })
                .toList();
    }

    /** Whose household it is stands there only for who linked it and the office. */
    private String words(LinkRow link, boolean mine, Map<UUID, HouseholdSummary> homes, Map<String, String> places) {
        if (link.areaCode() != null) {
            return places.computeIfAbsent(link.areaCode(), areas::place);
        }
        var home = homes.get(link.householdId());
        return home == null ? "" : mine ? home.place() + " " + home.headName() : home.place();
    }

    private Map<UUID, List<LinkRow>> links(List<UUID> volunteers) {
        var found = new HashMap<UUID, List<LinkRow>>();
        if (volunteers.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select l.id, l.volunteer_id, a.code as area_code, l.household_id, l.from_date as "from"
                from volunteer_link l left join area a on a.id = l.area_id
                where l.volunteer_id in (:volunteers) and l.until_date is null order by l.id
                """)
                .param("volunteers", volunteers)
                .query(LinkRow.class)
                .list()
                .forEach(link -> found.computeIfAbsent(link.volunteerId(), id -> new ArrayList<>())
                        .add(link));
        return found;
    }
}

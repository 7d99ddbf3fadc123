package cn.minqing.campaign;

import cn.minqing.organization.Actors;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Enterprises;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which unit or person is linked to which village, community, enterprise, town, county or group in a campaign. */
@Service
@Transactional
public class ContactPoints {
    private static final int LONGEST_PURPOSE = 32;
    private static final String COLUMNS = """
            select c.id, c.campaign_id, c.kind, c.unit_id, c.person_id, c.area_id, c.enterprise_id, c.purpose, c.from_date,
              c.until_date, u.name as unit_name, coalesce(p.name, '') as person_name, coalesce(e.name, '') as enterprise,
              a.code, a.name as area_name,
              coalesce((select t.name from area t where a.level in ('VILLAGE', 'GROUP') and t.code = substr(a.code, 1, 9)), '')
                as town,
              coalesce((select v.name from area v where a.level = 'GROUP' and v.code = substr(a.code, 1, 12)), '') as village
            from contact_point c join unit u on u.id = c.unit_id join area l on l.id = u.area_id
            left join person p on p.id = c.person_id left join enterprise e on e.id = c.enterprise_id
            join area a on a.id = coalesce(c.area_id, e.area_id)
            where c.campaign_id = :campaign
            """;
    private static final String ORDER =
            " order by l.code, u.sort_order, u.name, u.id, p.account nulls first, a.code, c.id";
    private static final RowMapper<Line> LINE = (row, number) -> new Line(
            new ContactPoint(
                    row.getObject("id", UUID.class),
                    row.getObject("campaign_id", UUID.class),
                    ContactPoint.Kind.valueOf(row.getString("kind")),
                    row.getObject("unit_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getObject("area_id", UUID.class),
                    row.getObject("enterprise_id", UUID.class),
                    row.getString("purpose"),
                    row.getObject("from_date", LocalDate.class),
                    row.getObject("until_date", LocalDate.class)),
            row.getString("unit_name"),
            row.getString("person_name"),
            row.getString("town")
                    + row.getString("village")
                    + (row.getString("enterprise").isEmpty()
                            ? row.getString("area_name")
                            : row.getString("enterprise")),
            row.getString("code"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Areas areas;
    private final Enterprises enterprises;
    private final Audit audit;
    private final AppClock clock;

    ContactPoints(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Campaigns campaigns,
            Participants participants,
            Areas areas,
            Enterprises enterprises,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.campaigns = campaigns;
        this.participants = participants;
        this.areas = areas;
        this.enterprises = enterprises;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A contact point with names.
     *
     * @param personName empty where the unit itself is linked
     * @param place 黑龙口镇里程村, or the name of the enterprise
     * @param areaCode code of the area, or of the one the enterprise stands in
     */
    public record Line(ContactPoint point, String unitName, String personName, String place, String areaCode) {}

    /** A place that can be linked: {@code name} as in {@link Line#place}. */
    public record Place(UUID id, ContactPoint.Kind kind, String name) {}

    /** Somebody to be linked with a place: a unit, or a person acting for it. */
    record Wanted(
            ContactPoint.Kind kind, UUID unitId, @Nullable UUID personId, UUID placeId, String purpose) {}

    /** The contact points of a campaign that last now, by unit, then person; for the system's own use. */
    @Transactional(readOnly = true)
    public List<ContactPoint> running(UUID campaignId) {
        return find(campaignId, "", null).stream().map(Line::point).toList();
    }

    /** Those of one person alone that last now. For the system's own use. */
    @Transactional(readOnly = true)
    public List<ContactPoint> ownOf(UUID campaignId, UUID personId) {
        return find(campaignId, " and c.person_id = :id", personId).stream()
                .map(Line::point)
                .toList();
    }

    /** Those of one person that last now: their own, and those of the unit they act for. For the system's own use. */
    @Transactional(readOnly = true)
    public List<ContactPoint> reaching(UUID campaignId, UUID personId) {
        var unit = participants
                .find(campaignId, personId)
                .map(Participants.Participant::unitId)
                .orElse(null);
        return jdbc
                .sql(COLUMNS + " and c.until_date is null and (c.person_id = :person or c.person_id is null"
                        + " and c.unit_id = :unit)" + ORDER)
                .param("campaign", campaignId)
                .param("person", personId)
                .param("unit", unit, Types.OTHER)
                .query(LINE)
                .list()
                .stream()
                .map(Line::point)
                .toList();
    }

    /** Who is linked with an area or an enterprise now; for the system's own use. */
    @Transactional(readOnly = true)
    public List<ContactPoint> at(UUID campaignId, UUID placeId) {
        return find(campaignId, " and coalesce(c.area_id, c.enterprise_id) = :id", placeId).stream()
                .map(Line::point)
                .toList();
    }

    /** The places of that kind within the campaign, by code; for whoever may see it. */
    @Transactional(readOnly = true)
    public List<Place> places(UUID campaignId, ContactPoint.Kind kind) {
        var code = campaigns.view(campaignId).areaCode();
        if (kind == ContactPoint.Kind.ENTERPRISE) {
            return enterprises.within(code).stream()
                    .map(one -> new Place(one.id(), kind, one.name()))
                    .toList();
        }
        return jdbc.sql("""
                select a.id, a.name, coalesce(t.name, '') as town, coalesce(v.name, '') as village
                from area a left join area t on length(a.code) > 9 and t.code = substr(a.code, 1, 9)
                left join area v on length(a.code) > 12 and v.code = substr(a.code, 1, 12)
                where a.code like :code || '%' and a.level = :level and (not :byTown or a.urban = :urban) order by a.code
                """)
                .param("code", code)
                .param("level", level(kind).name())
                .param("byTown", level(kind) == AreaLevel.VILLAGE)
                .param("urban", kind == ContactPoint.Kind.COMMUNITY)
                .query((row, number) -> new Place(
                        row.getObject("id", UUID.class),
                        kind,
                        row.getString("town") + row.getString("village") + row.getString("name")))
                .list();
    }

    /** With names, of one unit or all; for whoever may see the campaign. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID campaignId, @Nullable UUID unitId) {
        campaigns.view(campaignId);
        return find(campaignId, unitId == null ? "" : " and c.unit_id = :id", unitId);
    }

    /** What somebody was linked with and is, oldest first; for whoever may see the campaign. */
    @Transactional(readOnly = true)
    public List<Line> historyAt(UUID campaignId, UUID placeId) {
        campaigns.view(campaignId);
        return jdbc.sql(COLUMNS + " and coalesce(c.area_id, c.enterprise_id) = :id"
                        + " order by c.from_date, c.until_date nulls last, c.id")
                .param("campaign", campaignId)
                .param("id", placeId)
                .query(LINE)
                .list();
    }

    /**
     * Links a unit or person with a place, by hand; for the office. Doing it again changes nothing.
     *
     * @return the id of the contact point
     * @throws UserError {@code form.invalid} at {@code unitId}, {@code personId}, {@code placeId} or {@code purpose}
     */
    public UUID add(
            UUID campaignId,
            ContactPoint.Kind kind,
            UUID unitId,
            @Nullable UUID personId,
            UUID placeId,
            String purpose) {
        var campaign = requireOffice(campaignId);
        campaigns.lock(campaignId);
        var wanted = new Wanted(kind, unitId, personId, placeId, purpose.strip());
        check(campaign, wanted);
        var there = same(campaignId, wanted);
        if (there != null) {
            return there;
        }
        var id = insert(campaignId, wanted);
        audit.record(Actors.currentId(), "contactPoint.added", "CONTACT_POINT", id, Map.of("place", placeId));
        return id;
    }

    /**
     * Gives the place to another unit or person from today; the old link ends on the day the new one begins. For the
     * office.
     *
     * @throws UserError {@code campaign.point.ended}, {@code campaign.point.exists}, and the faults of {@link #add}
     */
    public void give(UUID pointId, UUID unitId, @Nullable UUID personId) {
        var point = stored(pointId);
        var campaign = requireOffice(point.campaignId());
        campaigns.lock(point.campaignId());
        if (unitId.equals(point.unitId()) && Objects.equals(personId, point.personId())) {
            return;
        }
        replace(campaign, point, new Wanted(point.kind(), unitId, personId, point.placeId(), point.purpose()));
    }

    /** Links the same unit or person with another place from today; otherwise as {@link #give}. */
    public void move(UUID pointId, ContactPoint.Kind kind, UUID placeId) {
        var point = stored(pointId);
        var campaign = requireOffice(point.campaignId());
        campaigns.lock(point.campaignId());
        if (placeId.equals(point.placeId())) {
            return;
        }
        replace(campaign, point, new Wanted(kind, point.unitId(), point.personId(), placeId, point.purpose()));
    }

    /** Ends a link today; for the office. */
    public void end(UUID pointId) {
        var point = stored(pointId);
        requireOffice(point.campaignId());
        close(point);
        audit.record(Actors.currentId(), "contactPoint.ended", "CONTACT_POINT", pointId, Map.of());
    }

    /** Links many at once, as the rule found it; what is there already stays. */
    int addAll(UUID campaignId, List<Wanted> wanted) {
        var today = clock.today();
        var added = batches.batchUpdate(
                """
                insert into contact_point
                  (id, campaign_id, kind, unit_id, person_id, area_id, enterprise_id, purpose, from_date)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                wanted.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.next(),
                            campaignId,
                            one.kind().name(),
                            one.unitId(),
                            one.personId(),
                            area(one),
                            enterprise(one),
                            one.purpose(),
                            today
                        })
                        .toList());
        return java.util.Arrays.stream(added).sum();
    }

    /** Everything a person is linked with passes to the successor today, so that no day is without somebody (S9.6). */
    int handOver(UUID campaignId, UUID from, UUID to, UUID toUnit) {
        var moved = find(campaignId, " and c.person_id = :id", from);
        for (var line : moved) {
            var point = line.point();
            close(point);
            addAll(campaignId, List.of(new Wanted(point.kind(), toUnit, to, point.placeId(), point.purpose())));
        }
        return moved.size();
    }

    private void replace(CampaignView campaign, ContactPoint point, Wanted wanted) {
        check(campaign, wanted);
        if (same(campaign.id(), wanted) != null) {
            throw new UserError("campaign.point.exists");
        }
        close(point);
        var id = insert(campaign.id(), wanted);
        audit.record(
                Actors.currentId(),
                "contactPoint.moved",
                "CONTACT_POINT",
                id,
                Map.of("before", point.id(), "place", wanted.placeId()));
    }

    /** A link that began today was never there; any other stays in the history. */
    private void close(ContactPoint point) {
        var today = clock.today();
        if (point.from().isBefore(today)) {
            jdbc.sql("update contact_point set until_date = ? where id = ?")
                    .params(today, point.id())
                    .update();
        } else {
            jdbc.sql("delete from contact_point where id = ?").param(point.id()).update();
        }
    }

    private void check(CampaignView campaign, Wanted wanted) {
        var taking = participants.ofUnit(campaign.id(), wanted.unitId());
        if (taking.isEmpty()) {
            throw UserError.invalid(Map.of("unitId", Message.of("campaign.point.unit")));
        }
        if (wanted.personId() != null
                && taking.stream().noneMatch(one -> one.personId().equals(wanted.personId()))) {
            throw UserError.invalid(Map.of("personId", Message.of("campaign.contact.notTakingPart")));
        }
        if (wanted.purpose().length() > LONGEST_PURPOSE) {
            throw UserError.invalid(Map.of("purpose", Message.of("campaign.point.purpose", LONGEST_PURPOSE)));
        }
        if (!fits(campaign, wanted)) {
            throw UserError.invalid(Map.of("placeId", Message.of("campaign.point.place")));
        }
    }

    private boolean fits(CampaignView campaign, Wanted wanted) {
        if (wanted.kind() == ContactPoint.Kind.ENTERPRISE) {
            return enterprises.within(campaign.areaCode()).stream()
                    .anyMatch(one -> one.id().equals(wanted.placeId()));
        }
        var area = areas.get(wanted.placeId());
        var level = level(wanted.kind());
        return area.level() == level
                && area.code().startsWith(campaign.areaCode())
                && (level != AreaLevel.VILLAGE || area.urban() == (wanted.kind() == ContactPoint.Kind.COMMUNITY));
    }

    private static AreaLevel level(ContactPoint.Kind kind) {
        return switch (kind) {
            case COUNTY -> AreaLevel.COUNTY;
            case TOWN -> AreaLevel.TOWN;
            case GROUP -> AreaLevel.GROUP;
            case VILLAGE, COMMUNITY, ENTERPRISE -> AreaLevel.VILLAGE;
        };
    }

    private @Nullable UUID same(UUID campaignId, Wanted wanted) {
        return jdbc.sql("""
                select id from contact_point where campaign_id = :campaign and unit_id = :unit and until_date is null
                  and person_id is not distinct from cast(:person as uuid)
                  and coalesce(area_id, enterprise_id) = :place and purpose = :purpose
                """)
                .param("campaign", campaignId)
                .param("unit", wanted.unitId())
                .param("person", wanted.personId(), Types.OTHER)
                .param("place", wanted.placeId())
                .param("purpose", wanted.purpose())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private UUID insert(UUID campaignId, Wanted wanted) {
        addAll(campaignId, List.of(wanted));
        return Objects.requireNonNull(same(campaignId, wanted));
    }

    private static @Nullable UUID area(Wanted wanted) {
        return wanted.kind() == ContactPoint.Kind.ENTERPRISE ? null : wanted.placeId();
    }

    private static @Nullable UUID enterprise(Wanted wanted) {
        return wanted.kind() == ContactPoint.Kind.ENTERPRISE ? wanted.placeId() : null;
    }

    private List<Line> find(UUID campaignId, String where, @Nullable UUID id) {
        return jdbc.sql(COLUMNS + where + " and c.until_date is null" + ORDER)
                .param("campaign", campaignId)
                .param("id", id, Types.OTHER)
                .query(LINE)
                .list();
    }

    private ContactPoint stored(UUID pointId) {
        var campaignId = jdbc.sql("select campaign_id from contact_point where id = ? and until_date is null")
                .param(pointId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("campaign.point.ended"));
        return find(campaignId, " and c.id = :id", pointId).stream()
                .findFirst()
                .map(Line::point)
                .orElseThrow(() -> new UserError("campaign.point.ended"));
    }

    private CampaignView requireOffice(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        return campaign;
    }
}

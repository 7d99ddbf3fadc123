package cn.minqing.duty;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.duty.Turns.Candidate;
import cn.minqing.duty.Turns.Given;
import cn.minqing.duty.Turns.Place;
import cn.minqing.duty.Turns.Turn;
import cn.minqing.duty.Turns.Week;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roster of a campaign (S7.5): drafted by rule, adjusted by hand, published in advance. */
@Service
@Transactional
public class Rosters {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DutyRows rows;
    private final DutyPlaces places;
    private final DutyProcess process;
    private final Campaigns campaigns;
    private final People people;
    private final Workdays workdays;
    private final Audit audit;
    private final AppClock clock;

    Rosters(
            JdbcClient jdbc,
            JdbcTemplate batches,
            DutyRows rows,
            DutyPlaces places,
            DutyProcess process,
            Campaigns campaigns,
            People people,
            Workdays workdays,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.places = places;
        this.process = process;
        this.campaigns = campaigns;
        this.people = people;
        this.workdays = workdays;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of drafting.
     *
     * @param turns how many were added
     * @param withdrawn published turns that fell on what is no workday any more
     * @param empty names of the villages where nobody can sit
     */
    public record Drafted(int turns, int withdrawn, List<String> empty) {}

    /** Somebody who may take a turn, and how many turns they have in the campaign. */
    public record Sitter(UUID personId, String name, int turns) {}

    /**
     * What a list shows.
     *
     * @param areaCode only that village; empty for all
     * @param personId only that person's; null for all
     */
    public record Filter(
            UUID campaignId,
            String areaCode,
            @Nullable UUID personId,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Some turns by day, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Duty> turns, @Nullable Duty next) {}

    /**
     * Drafts what is missing from tomorrow to the end of the campaign; what is published stays, but for days that have
     * become holidays.
     *
     * @throws UserError {@code forbidden} for others than the office; {@code duty.none} where the template has no duty
     */
    public Drafted draft(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        DutyRights.requireOffice(actor, campaign);
        var duty = duty(campaign);
        lock(campaignId);
        jdbc.sql("delete from duty where campaign_id = ? and state = 'DRAFT'")
                .param(campaignId)
                .update();
        var withdrawn = withdrawHolidays(campaignId);
        var known = places.of(campaign, duty);
        var turns = fill(campaign, known, DutyState.DRAFT);
        var lacking = known.stream()
                .filter(place -> place.people().isEmpty())
                .map(Place::areaId)
                .toList();
        audit.record(
                actor.id(),
                "duty.drafted",
                "CAMPAIGN",
                campaignId,
                Map.of("turns", turns, "withdrawn", withdrawn, "empty", lacking.size()));
        return new Drafted(turns, withdrawn, List.copyOf(places.names(lacking).values()));
    }

    /**
     * Publishes what is drafted: everybody finds their turns, and the notice board shows who sits where.
     *
     * @return how many turns
     * @throws UserError {@code duty.nothingDrafted}
     */
    public int publish(UUID campaignId) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        DutyRights.requireOffice(actor, campaign);
        lock(campaignId);
        var published = jdbc.sql(
                        "update duty set state = 'PLANNED', version = version + 1 where campaign_id = ? and state = 'DRAFT'")
                .param(campaignId)
                .update();
        if (published == 0) {
            throw new UserError("duty.nothingDrafted");
        }
        audit.record(actor.id(), "duty.published", "CAMPAIGN", campaignId, Map.of("turns", published));
        return published;
    }

    /**
     * Gives a turn to somebody else; for the office and the village's leader.
     *
     * @param seenPerson whose it was on the page
     * @throws UserError {@code duty.notOpen}, {@code duty.changed} when it was given to somebody else meanwhile, {@code
     *     form.invalid} at {@code person} for who cannot sit there or has another turn that day
     */
    public void change(UUID dutyId, UUID seenPerson, UUID personId) {
        var duty = rows.locked(dutyId);
        var campaign = campaigns.requireRunning(duty.campaignId());
        var actor = Actors.current();
        if (!DutyRights.manages(actor, campaign, duty.areaCode())
                || duty.state() == DutyState.DRAFT && !DutyRights.office(actor, campaign)) {
            throw UserError.forbidden();
        }
        if (!duty.personId().equals(seenPerson)) {
            throw new UserError("duty.changed", duty.person());
        }
        requireAhead(duty);
        var sitter = sitters(duty).stream()
                .filter(one -> one.personId().equals(personId))
                .findFirst()
                .orElseThrow(() -> UserError.invalid(Map.of("person", Message.of("duty.cannotSit"))));
        requireFree(personId, duty);
        give(duty, sitter.personId(), sitter.unitId());
        lapseSwaps(dutyId);
        audit.record(actor.id(), "duty.changed", "DUTY", dutyId, Map.of("from", duty.personId(), "to", personId));
    }

    /** Who may take the turn, those with the fewest turns first. */
    @Transactional(readOnly = true)
    public List<Sitter> candidates(UUID dutyId) {
        var duty = rows.get(dutyId);
        var campaign = campaigns.get(duty.campaignId());
        if (!DutyRights.manages(Actors.current(), campaign, duty.areaCode())
                && !duty.personId().equals(Actors.current().id())) {
            throw UserError.forbidden();
        }
        var able = sitters(duty).stream()
                .map(Candidate::personId)
                .filter(person -> !person.equals(duty.personId()))
                .toList();
        var counts = new HashMap<UUID, Integer>();
        jdbc.sql("""
                select person_id, count(*) as turns from duty
                where campaign_id = ? and state <> 'WITHDRAWN' group by person_id
                """).param(duty.campaignId()).query(row -> {
            counts.put(row.getObject("person_id", UUID.class), row.getInt("turns"));
        });
        return people.get(able).stream()
                .map(person -> new Sitter(person.id(), person.name(), counts.getOrDefault(person.id(), 0)))
                .sorted(java.util.Comparator.comparingInt(Sitter::turns).thenComparing(Sitter::name))
                .toList();
    }

    /** The turns the current person may see, by day: the published ones, the office also its draft. */
    @Transactional(readOnly = true)
    public Page page(Filter filter, @Nullable Duty after, int limit) {
        var campaign = campaigns.view(filter.campaignId());
        var actor = Actors.current();
        var params = new HashMap<String, Object>();
        params.put("campaign", campaign.id());
        params.put("from", filter.from());
        params.put("limit", limit + 1);
        var where = new StringBuilder("d.campaign_id = :campaign and d.day >= :from and d.state <> 'WITHDRAWN'");
        if (!DutyRights.office(actor, campaign)) {
            where.append(" and d.state <> 'DRAFT'");
        }
        if (!filter.areaCode().isEmpty()) {
            where.append(" and d.area_code like :area");
            params.put("area", filter.areaCode() + "%");
        }
        if (filter.personId() != null) {
            where.append(" and d.person_id = :person");
            params.put("person", filter.personId());
        }
        if (filter.to() != null) {
            where.append(" and d.day <= :to");
            params.put("to", filter.to());
        }
        if (after != null) {
            where.append(" and (d.day, d.id) > (:day, :id)");
            params.put("day", after.day());
            params.put("id", after.id());
        }
        var found = rows.find(where + " order by d.day, d.id limit :limit", params).stream()
                .map(duty -> DutyRights.readsRecord(actor, campaign, duty) ? duty : withoutRecord(duty))
                .toList();
        return found.size() > limit
                ? new Page(List.copyOf(found.subList(0, limit)), found.get(limit - 1))
                : new Page(found, null);
    }

    /** The villages that have turns in the campaign, by code: their code and name. */
    @Transactional(readOnly = true)
    public Map<String, String> villages(UUID campaignId) {
        campaigns.view(campaignId);
        var names = new java.util.LinkedHashMap<String, String>();
        jdbc.sql("""
                select a.code, a.name from area a
                where a.id in (select d.area_id from duty d where d.campaign_id = ? and d.state <> 'WITHDRAWN')
                order by a.code
                """).param(campaignId).query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    /** The running campaigns with a duty that the current person has to do with, newest first. */
    @Transactional(readOnly = true)
    public List<CampaignView> campaigns() {
        return campaigns.page(null, 50).lines().stream()
                .filter(line -> line.phase() != cn.minqing.campaign.Phase.ARCHIVED)
                .map(line -> campaigns.get(line.id()))
                .filter(campaign -> campaign.template().duty() != null)
                .toList();
    }

    /** Whether the current person drafts and publishes the roster. */
    @Transactional(readOnly = true)
    public boolean isOffice(UUID campaignId) {
        return DutyRights.office(Actors.current(), campaigns.get(campaignId));
    }

    /** Whether the current person may give turns in that place to somebody else. */
    @Transactional(readOnly = true)
    public boolean manages(Duty duty) {
        return DutyRights.manages(Actors.current(), campaigns.get(duty.campaignId()), duty.areaCode());
    }

    /**
     * Somebody can no longer serve in the campaign: what is ahead of them passes to the successor, and where that person
     * has another turn the same day, to whoever is next. A person who keeps some contacts keeps the turns.
     */
    public void handOver(UUID campaignId, UUID from, UUID to) {
        var keeps = jdbc.sql("""
                select exists (select from contact where campaign_id = ? and person_id = ? and until_date is null)
                """).params(campaignId, from).query(Boolean.class).single();
        if (keeps) {
            return;
        }
        lock(campaignId);
        var ahead = rows.find(
                "d.campaign_id = :campaign and d.person_id = :from and d.state in ('DRAFT', 'PLANNED', 'OPEN')"
                        + " order by d.day for update of d",
                Map.of("campaign", campaignId, "from", from));
        var unitId = people.get(to).unitId();
        var left = false;
        for (var duty : ahead) {
            lapseSwaps(duty.id());
            if (busy(to, duty.day())) {
                withdraw(duty.id());
                left = true;
            } else {
                give(duty, to, unitId);
            }
            audit.record(Actors.currentId(), "duty.handedOver", "DUTY", duty.id(), Map.of("from", from, "to", to));
        }
        var campaign = campaigns.get(campaignId);
        if (left) {
            fill(campaign, places.of(campaign, duty(campaign)), DutyState.PLANNED);
        }
    }

    void give(Duty duty, UUID personId, UUID unitId) {
        jdbc.sql("update duty set person_id = ?, unit_id = ?, version = version + 1 where id = ?")
                .params(personId, unitId, duty.id())
                .update();
        if (duty.state() == DutyState.OPEN) {
            process.reassign(duty.id(), personId);
        }
    }

    /** Stops who has another turn on the day of this one. */
    void requireFree(UUID personId, Duty duty) {
        if (jdbc.sql("""
                select exists (select from duty where person_id = ? and day = ? and id <> ? and state <> 'WITHDRAWN')
                """)
                .params(personId, duty.day(), duty.id())
                .query(Boolean.class)
                .single()) {
            throw UserError.invalid(Map.of("person", Message.of("duty.busy", duty.day())));
        }
    }

    void requireAhead(Duty duty) {
        var ahead = duty.state() == DutyState.DRAFT
                || duty.state() == DutyState.PLANNED
                || duty.state() == DutyState.OPEN && !duty.missed();
        if (!ahead) {
            throw new UserError("duty.notOpen");
        }
    }

    /** Somebody who can sit there, whoever has the turn now; leaders for leaders' turns. */
    List<Candidate> sitters(Duty duty) {
        var campaign = campaigns.get(duty.campaignId());
        return places.of(campaign, duty(campaign)).stream()
                .filter(place -> place.areaId().equals(duty.areaId()))
                .flatMap(place -> (duty.leader() ? place.leaders() : place.people()).stream())
                .toList();
    }

    private boolean busy(UUID personId, LocalDate day) {
        return jdbc.sql("select exists (select from duty where person_id = ? and day = ? and state <> 'WITHDRAWN')")
                .params(personId, day)
                .query(Boolean.class)
                .single();
    }

    private void withdraw(UUID dutyId) {
        jdbc.sql("update duty set state = 'WITHDRAWN', version = version + 1 where id = ?")
                .param(dutyId)
                .update();
        process.end(List.of(dutyId));
    }

    private void lapseSwaps(UUID dutyId) {
        jdbc.sql("""
                update duty_swap set state = 'LAPSED', answered_at = ?
                where state = 'ASKED' and (duty_id = ? or other_duty_id = ?)
                """)
                .params(java.sql.Timestamp.from(clock.now()), dutyId, dutyId)
                .update();
    }

    private int withdrawHolidays(UUID campaignId) {
        var gone = jdbc
                .sql("select distinct day from duty where campaign_id = ? and state = 'PLANNED' and day > ?")
                .params(campaignId, clock.today())
                .query(LocalDate.class)
                .list()
                .stream()
                .filter(day -> !workdays.isWorkday(day))
                .toList();
        return gone.isEmpty()
                ? 0
                : jdbc.sql("""
                update duty set state = 'WITHDRAWN', version = version + 1
                where campaign_id = :campaign and state = 'PLANNED' and day in (:days)
                """)
                        .param("campaign", campaignId)
                        .param("days", gone)
                        .update();
    }

    private int fill(CampaignView campaign, List<Place> known, DutyState state) {
        var tomorrow = clock.today().plusDays(1);
        var first = campaign.implementationStart().isAfter(tomorrow) ? campaign.implementationStart() : tomorrow;
        var given = jdbc.sql("""
                select place_id, person_id, day, leader from duty where campaign_id = ? and state <> 'WITHDRAWN'
                """).param(campaign.id()).query(Given.class).list();
        var turns = Turns.share(known, week(duty(campaign)), first, campaign.end(), workdays, given);
        batches.batchUpdate(
                """
                insert into duty (id, campaign_id, place_id, area_id, area_code, unit_id, person_id, day, leader, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, turns.stream().map(turn -> row(campaign.id(), turn, state)).toList());
        return turns.size();
    }

    private static Object[] row(UUID campaignId, Turn turn, DutyState state) {
        return new Object[] {
            Ids.next(),
            campaignId,
            turn.place().placeId(),
            turn.place().areaId(),
            turn.place().areaCode(),
            turn.candidate().unitId(),
            turn.candidate().personId(),
            turn.day(),
            turn.leader(),
            state.name()
        };
    }

    private static CampaignTemplate.Duty duty(CampaignView campaign) {
        var duty = campaign.template().duty();
        if (duty == null) {
            throw new UserError("duty.none");
        }
        return duty;
    }

    private static Week week(CampaignTemplate.Duty duty) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        duty.weekdays().forEach(name -> days.add(DayOfWeek.valueOf(name)));
        return new Week(days, duty.leaderWeekday() == null ? null : DayOfWeek.valueOf(duty.leaderWeekday()));
    }

    /** Two who draft, publish or hand over at once come one after the other. */
    private void lock(UUID campaignId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('duty'), hashtext(?))")
                .param(campaignId.toString())
                .query((row, number) -> 0)
                .single();
    }

    private static Duty withoutRecord(Duty duty) {
        return new Duty(
                duty.id(),
                duty.campaignId(),
                duty.areaId(),
                duty.areaCode(),
                duty.place(),
                duty.unitId(),
                duty.unit(),
                duty.personId(),
                duty.person(),
                duty.day(),
                duty.leader(),
                duty.state(),
                null,
                "",
                false,
                false);
    }
}

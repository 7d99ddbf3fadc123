package cn.minqing.campaign;

import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.ProcessPicture;
import cn.minqing.tasklist.ProcessPictures;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Campaigns from launch to archive. */
@Service
@Transactional
public class Campaigns {
    /** Id of the process of a campaign. */
    public static final String PROCESS = "campaign";

    private static final int LONGEST_NAME = 100;
    /** Roles that see every campaign. */
    private static final Set<Role> EVERYWHERE = Set.of(Role.ADMINISTRATOR, Role.PROCESS_DESIGNER);

    private final CampaignRepository repository;
    private final CampaignTemplates templates;
    private final CampaignSteps steps;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    /** Reads what an older product has stored, too: a field that was not there yet has its default. */
    private final ObjectReader stored;

    private final Areas areas;
    private final Units units;
    private final People people;
    private final CandidateUnits candidates;
    private final Households households;
    private final WorkItems workItems;
    private final ProcessPictures pictures;
    private final Audit audit;
    private final AppClock clock;
    private final ApplicationEventPublisher events;
    /** Templates of running campaigns, parsed: what a campaign was launched with never changes. */
    private final Map<UUID, CampaignTemplate> parsed = new ConcurrentHashMap<>();

    Campaigns(
            CampaignRepository repository,
            CampaignTemplates templates,
            CampaignSteps steps,
            JdbcClient jdbc,
            ObjectMapper json,
            Areas areas,
            Units units,
            People people,
            CandidateUnits candidates,
            Households households,
            WorkItems workItems,
            ProcessPictures pictures,
            Audit audit,
            AppClock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.templates = templates;
        this.steps = steps;
        this.jdbc = jdbc;
        this.json = json;
        this.stored =
                json.readerFor(CampaignTemplate.class).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.areas = areas;
        this.units = units;
        this.people = people;
        this.candidates = candidates;
        this.households = households;
        this.workItems = workItems;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** One campaign in a list. */
    public record Line(
            UUID id, String name, String hostUnit, String place, Phase phase, LocalDate start, LocalDate end) {}

    /** Some campaigns, newest first; {@code next} goes on where they end, null at the end. */
    public record Page(List<Line> lines, @Nullable UUID next) {}

    /** The office was reminded that a phase was due but not done. */
    public record Reminder(Phase phase, Instant at) {}

    /** Where the current person may launch a campaign: the units whose office they belong to. */
    @Transactional(readOnly = true)
    public List<Unit> launchableUnits() {
        return Actors.current().grants().stream()
                .filter(grant -> grant.role() == Role.CAMPAIGN_OFFICE)
                .map(grant -> units.get(grant.scopeId()))
                .toList();
    }

    /**
     * Launches a campaign and starts its process, for the office of the host unit.
     *
     * @throws UserError {@code form.invalid} with the faults of {@code templateId, name, hostUnitId, areaId,
     *     implementationStart, acceptanceStart, end}
     */
    public CampaignView launch(String templateId, String name, UUID hostUnitId, UUID areaId, CampaignDates dates) {
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, hostUnitId);
        var area = areas.get(areaId);
        var template = templates.find(templateId);
        var faults = new LinkedHashMap<String, Message>();
        if (template.isEmpty()) {
            faults.put("templateId", Message.of("campaign.template.unknown"));
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.put("name", Message.of("campaign.name", LONGEST_NAME));
        }
        if (people.holding(Role.LEADING_GROUP, hostUnitId).isEmpty()) {
            faults.put("hostUnitId", Message.of("campaign.noLeadingGroup"));
        } else if (candidates.of(hostUnitId, area.code()).isEmpty()) {
            faults.put("hostUnitId", Message.of("campaign.noCadres"));
        }
        if (households.resident(area.code()).isEmpty()) {
            faults.put("areaId", Message.of("campaign.noHouseholds", area.name()));
        }
        faults.putAll(dates.faults(
                clock.today(), template.map(CampaignTemplate::standing).isPresent()));
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var chosen = template.orElseThrow();
        var campaign = repository.saveAndFlush(new Campaign(
                name.strip(),
                chosen,
                json.writeValueAsString(chosen),
                hostUnitId,
                areaId,
                area.code(),
                dates,
                actor.id(),
                clock.now()));
        audit.record(
                actor.id(),
                "campaign.launched",
                "CAMPAIGN",
                campaign.id(),
                Map.of("template", chosen.id(), "version", chosen.version(), "area", areaId));
        var view = view(campaign);
        steps.launched(view);
        return view;
    }

    /** The campaigns the current person has to do with, newest first. */
    @Transactional(readOnly = true)
    public Page page(@Nullable UUID after, int limit) {
        var actor = Actors.current();
        var everywhere = actor.grants().stream().anyMatch(grant -> EVERYWHERE.contains(grant.role()));
        var led = actor.grants().stream()
                .map(Actor.Grant::areaCode)
                .filter(code -> !code.isEmpty())
                .toList();
        var found = jdbc.sql("""
                select c.id, c.name, u.name as host, c.area_code, c.phase, c.mobilization_start, c.ends_on
                from campaign c join unit u on u.id = c.host_unit_id
                where (:everywhere or c.host_unit_id in (:units)
                    or exists (select from campaign_plan_unit w join campaign_plan p on p.id = w.plan_id
                        where p.campaign_id = c.id and p.state = 'APPROVED' and w.unit_id in (:units))
                    or c.id in (select t.campaign_id from unit t where t.id in (:units) and t.campaign_id is not null)
                    or exists (select from area a where a.code in (:codes)
                        and (c.area_code like a.code || '%' or a.code like c.area_code || '%')))
                  and c.id < :after
                order by c.id desc limit :limit
                """)
                .param("everywhere", everywhere)
                .param("units", unitsOf(actor))
                .param("codes", led.isEmpty() ? List.of("-") : led)
                .param("after", after == null ? UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff") : after)
                .param("limit", limit + 1)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("host"),
                        row.getString("area_code"),
                        Phase.valueOf(row.getString("phase")),
                        row.getObject("mobilization_start", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
        var shown = found.stream()
                .limit(limit)
                .map(line -> new Line(
                        line.id(),
                        line.name(),
                        line.hostUnit(),
                        areas.place(line.place()),
                        line.phase(),
                        line.start(),
                        line.end()))
                .toList();
        return new Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    /**
     * The campaign, for whoever has to do with it.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public CampaignView view(UUID id) {
        var view = get(id);
        if (!visible(Actors.current(), view)) {
            throw UserError.forbidden();
        }
        return view;
    }

    /** Whether the current person works in the office that runs the campaign. */
    @Transactional(readOnly = true)
    public boolean isOffice(UUID id) {
        return Actors.current().has(Role.CAMPAIGN_OFFICE, get(id).hostUnitId());
    }

    /** The diagram of the campaign with the places where it stands. */
    @Transactional(readOnly = true)
    public Optional<ProcessPicture> picture(UUID id) {
        view(id);
        return pictures.of(PROCESS, id.toString());
    }

    /** What the campaign waits for now, whoever's turn it is; visits and issues are not part of it. */
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(UUID id) {
        view(id);
        return workItems.waitingFor(id);
    }

    @Transactional(readOnly = true)
    public List<Reminder> reminders(UUID id) {
        view(id);
        return jdbc.sql("select phase, at from campaign_reminder where campaign_id = ? order by at")
                .param(id)
                .query((row, number) -> new Reminder(
                        Phase.valueOf(row.getString("phase")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The campaign, without a check of rights; for other contexts and the system's own use. */
    @Transactional(readOnly = true)
    public CampaignView get(UUID id) {
        return view(campaign(id));
    }

    /**
     * Stops work on a campaign that is archived.
     *
     * @throws UserError {@code campaign.archived}
     */
    @Transactional(readOnly = true)
    public CampaignView requireRunning(UUID id) {
        var campaign = campaign(id);
        campaign.requireRunning();
        return view(campaign);
    }

    /** The campaign in which somebody is in contact with the household now; the newest, if there are several. */
    @Transactional(readOnly = true)
    public Optional<CampaignView> currentOf(UUID householdId) {
        return jdbc.sql("""
                select c.id from contact t join campaign c on c.id = t.campaign_id
                where t.household_id = ? and t.until_date is null and c.phase <> 'ARCHIVED'
                order by c.id desc limit 1
                """).param(householdId).query(UUID.class).optional().map(this::get);
    }

    /** The process has entered a phase. */
    public void enterPhase(UUID id, Phase phase) {
        var campaign = campaign(id);
        campaign.enter(phase);
        repository.saveAndFlush(campaign);
        audit.record(Actors.currentId(), "campaign.phaseEntered", "CAMPAIGN", id, Map.of("phase", phase.name()));
        events.publishEvent(new CampaignPhaseEntered(id, phase));
    }

    /** The campaigns that are not archived, for the system's own use. */
    @Transactional(readOnly = true)
    public List<CampaignView> running() {
        return jdbc
                .sql("select id from campaign where phase <> 'ARCHIVED' order by id")
                .query(UUID.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    /** A phase is due but not done: what waits for somebody turns red, and the reminder stays on record (R6). */
    public void remind(UUID id, Phase phase) {
        requireRunning(id);
        jdbc.sql("insert into campaign_reminder (id, campaign_id, phase, at) values (?, ?, ?, ?)")
                .params(Ids.next(), id, phase.name(), Timestamp.from(clock.now()))
                .update();
        workItems.colour(id, WorkItem.Colour.RED);
        audit.record(null, "campaign.reminded", "CAMPAIGN", id, Map.of("phase", phase.name()));
    }

    /** Locks the campaign until the transaction ends, so that two answers at once are counted one after the other. */
    void lock(UUID id) {
        jdbc.sql("select id from campaign where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    Campaign campaign(UUID id) {
        return repository.findById(id).orElseThrow(() -> new UserError("campaign.unknown"));
    }

    CampaignView save(Campaign campaign) {
        return view(repository.saveAndFlush(campaign));
    }

    private CampaignView view(Campaign campaign) {
        return campaign.view(parsed.computeIfAbsent(campaign.id(), id -> stored.readValue(campaign.template())));
    }

    private boolean visible(Actor actor, CampaignView campaign) {
        return actor.grants().stream()
                        .anyMatch(grant -> EVERYWHERE.contains(grant.role())
                                || !grant.areaCode().isEmpty()
                                        && (campaign.areaCode().startsWith(grant.areaCode())
                                                || grant.areaCode().startsWith(campaign.areaCode())))
                || takesPart(unitsOf(actor), campaign);
    }

    private boolean takesPart(Set<UUID> units, CampaignView campaign) {
        return units.contains(campaign.hostUnitId())
                || jdbc.sql("""
                        select exists (select from campaign_plan_unit w join campaign_plan p on p.id = w.plan_id
                            where p.campaign_id = :campaign and p.state = 'APPROVED' and w.unit_id in (:units))
                          or exists (select from unit where id in (:units) and campaign_id = :campaign)
                        """)
                        .param("campaign", campaign.id())
                        .param("units", units)
                        .query(Boolean.class)
                        .single();
    }

    /** The units somebody belongs to, has a role in or is put into as a team, with all units those are parts of. */
    private Set<UUID> unitsOf(Actor actor) {
        var own = new LinkedHashSet<UUID>();
        own.add(actor.unitId());
        actor.grants().forEach(grant -> own.add(grant.scopeId()));
        own.addAll(jdbc.sql("select unit_id from team_member where person_id = ?")
                .param(actor.id())
                .query(UUID.class)
                .list());
        own.addAll(jdbc.sql("""
                with recursive above as (
                  select parent_id from unit where id in (:units)
                  union select u.parent_id from unit u join above a on u.id = a.parent_id)
                select parent_id from above where parent_id is not null
                """).param("units", own).query(UUID.class).list());
        return own;
    }
}

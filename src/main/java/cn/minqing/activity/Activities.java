package cn.minqing.activity;

import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Ask;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Participants;
import cn.minqing.household.Households;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Other work of a campaign (S3.2, S4.3, S7.12, S8.2, S8.3, S9.3, S9.4): recorded once by whoever the template names, and
 * counted from there. A correction is a new version, the old one stays (R10).
 */
@Service
public class Activities {
    private final ActivityRows rows;
    private final ActivityRules rules;
    private final ActivityRights rights;
    private final ActivityReads reads;
    private final ActivityWork work;
    private final Confirmations confirmations;
    private final Campaigns campaigns;
    private final Participants participants;
    private final Households households;
    private final Units units;
    private final Areas areas;
    private final Audit audit;
    private final AppClock clock;
    private final TransactionTemplate transaction;

    Activities(
            ActivityRows rows,
            ActivityRules rules,
            ActivityRights rights,
            ActivityReads reads,
            ActivityWork work,
            Confirmations confirmations,
            Campaigns campaigns,
            Participants participants,
            Households households,
            Units units,
            Areas areas,
            Audit audit,
            AppClock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.rules = rules;
        this.rights = rights;
        this.reads = reads;
        this.work = work;
        this.confirmations = confirmations;
        this.campaigns = campaigns;
        this.participants = participants;
        this.households = households;
        this.units = units;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Some activities, newest first; {@code next} goes on where they end, null at the end. */
    public record Page(List<ActivityLine> lines, @Nullable UUID next) {}

    /** The kinds of work the current person may record in that campaign; none when it has ended. */
    @Transactional(readOnly = true)
    public List<ActivityKind> kinds(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        return campaign.phase() == cn.minqing.campaign.Phase.ARCHIVED
                ? List.of()
                : rights.kinds(campaign, Actors.current());
    }

    /** The units for which the current person may record that kind, their own first. */
    @Transactional(readOnly = true)
    public List<Unit> units(UUID campaignId, String kind) {
        var campaign = campaigns.view(campaignId);
        return rights.units(campaign, kind(campaign, kind), Actors.current()).stream()
                .map(units::get)
                .toList();
    }

    /**
     * Records an activity. The same client key answers the same again.
     *
     * @throws UserError {@code form.invalid} with every fault by field, see {@link ActivityInput}; {@code forbidden};
     *     {@code campaign.archived}; {@code activity.keyUsed} for a key that another record has
     */
    public UUID record(UUID campaignId, ActivityInput input) {
        return once(input, () -> add(campaignId, input));
    }

    /**
     * Writes it anew; what was written before stays readable.
     *
     * @param number of the version the page showed
     * @param reason why, required
     * @throws UserError as {@link #record}; {@code stale} when somebody corrected it meanwhile; {@code
     *     activity.withdrawn}
     */
    public UUID correct(UUID activityId, int number, ActivityInput input, String reason) {
        return once(input, () -> change(activityId, number, input, reason));
    }

    private UUID once(ActivityInput input, java.util.function.Supplier<UUID> command) {
        var person = Actors.current().id();
        var before = rows.byKey(input.clientKey(), person);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> command.get()));
        } catch (UserError | DuplicateKeyException error) {
            return rows.byKey(input.clientKey(), person)
                    .orElseThrow(() -> error instanceof UserError ? error : new UserError("activity.keyUsed"));
        }
    }

    private UUID add(UUID campaignId, ActivityInput input) {
        var campaign = campaigns.requireRunning(campaignId);
        var actor = Actors.current();
        var kind = kind(campaign, input.kind());
        var mayFor = rights.units(campaign, kind, actor);
        if (mayFor.isEmpty()) {
            throw UserError.forbidden();
        }
        var unit = input.unitId() == null ? mayFor.iterator().next() : input.unitId();
        if (!mayFor.contains(unit)) {
            throw UserError.forbidden();
        }
        var cadres = check(campaign, kind, input, List.of());
        var id = Ids.next();
        rows.add(id, campaignId, input, unit, actor.id(), ActivityState.COUNTED);
        version(id, 1, kind, input, cadres, "");
        audit.record(actor.id(), "activity.recorded", "ACTIVITY", id, Map.of("kind", kind.code()));
        settle(campaign, kind, id);
        return id;
    }

    private UUID change(UUID activityId, int number, ActivityInput input, String reason) {
        var head = rows.head(activityId, true).orElseThrow(() -> new UserError("activity.unknown"));
        var campaign = campaigns.requireRunning(head.campaignId());
        var actor = Actors.current();
        if (!reads.editable(head, campaign, actor)) {
            throw UserError.forbidden();
        }
        if (head.state() == ActivityState.WITHDRAWN) {
            throw new UserError("activity.withdrawn");
        }
        if (head.number() != number) {
            throw new UserError("stale");
        }
        ActivityRules.reason(reason);
        var kind = kind(campaign, head.kind());
        var before = rows.households(activityId).stream()
                .map(ActivityRows.InHousehold::householdId)
                .toList();
        var cadres = check(campaign, kind, input, before);
        version(activityId, number + 1, kind, input, cadres, reason);
        rows.set(activityId, head.state(), number + 1);
        audit.record(actor.id(), "activity.corrected", "ACTIVITY", activityId, Map.of("number", number + 1));
        settle(campaign, kind, activityId);
        return activityId;
    }

    /** Counts it, or has it confirmed first. */
    private void settle(CampaignView campaign, ActivityKind kind, UUID id) {
        var head = rows.head(id, true).orElseThrow();
        if (kind.asks().contains(Ask.CONFIRMATION)) {
            work.takeBack(id);
            rows.set(id, ActivityState.WAITING, head.number());
            confirmations.ask(campaign, head, rows.versions(id).getFirst(), head.state() == ActivityState.WAITING);
        } else {
            rows.set(id, ActivityState.COUNTED, head.number());
            confirmations.count(campaign, rows.head(id, false).orElseThrow());
        }
    }

    private Map<UUID, UUID> check(CampaignView campaign, ActivityKind kind, ActivityInput input, List<UUID> known) {
        var actor = Actors.current();
        var chosen = new HashSet<>(input.cadres());
        if (chosen.isEmpty()) {
            chosen.add(actor.id());
        }
        var units = new LinkedHashMap<UUID, UUID>();
        chosen.forEach(
                person -> participants.find(campaign.id(), person).ifPresent(part -> units.put(person, part.unitId())));
        var faults = new LinkedHashMap<>(rules.faults(campaign, kind, input, units.keySet()));
        if (kind.asks().contains(Ask.CONFIRMATION)
                && input.areaId() != null
                && !faults.containsKey("areaId")
                && !ActivityRules.ofVillage(areas.get(input.areaId()).level())) {
            faults.put("areaId", Message.of("activity.village"));
        }
        ActivityRules.stopAt(faults);
        ActivityRules.given(input, kind).stream()
                .map(ActivityInput.Given::householdId)
                .filter(id -> !known.contains(id))
                .forEach(households::requireVisible);
        return units;
    }

    private void version(
            UUID id, int number, ActivityKind kind, ActivityInput input, Map<UUID, UUID> cadres, String reason) {
        var to = input.to() == null ? Objects.requireNonNull(input.from()) : input.to();
        rows.addVersion(
                id,
                number,
                input,
                cadres,
                ActivityRules.given(input, kind),
                clock.today().isAfter(to),
                Actors.current().id(),
                clock.now(),
                reason);
    }

    /**
     * Takes it back; it stays readable and counts no more.
     *
     * @throws UserError {@code form.invalid} at {@code reason}; {@code forbidden}; {@code activity.withdrawn}
     */
    @Transactional
    public void withdraw(UUID activityId, String reason) {
        var head = rows.head(activityId, true).orElseThrow(() -> new UserError("activity.unknown"));
        var campaign = campaigns.requireRunning(head.campaignId());
        var actor = Actors.current();
        if (!reads.editable(head, campaign, actor)) {
            throw UserError.forbidden();
        }
        if (head.state() == ActivityState.WITHDRAWN) {
            throw new UserError("activity.withdrawn");
        }
        ActivityRules.reason(reason);
        work.takeBack(activityId);
        rows.decide(activityId, ActivityState.WITHDRAWN, reason, actor.id(), clock.now());
        audit.record(actor.id(), "activity.withdrawn", "ACTIVITY", activityId, Map.of());
        if (head.state() == ActivityState.WAITING) {
            confirmations.callOff(activityId);
        }
    }

    /** @throws UserError {@code activity.unknown}, {@code forbidden} */
    @Transactional(readOnly = true)
    public ActivityView view(UUID activityId) {
        return reads.view(activityId);
    }

    /** How the activity of a task or receipt reads, when the caller has checked rights. */
    @Transactional(readOnly = true)
    public Optional<ActivityView> known(UUID activityId) {
        return rows.head(activityId, false).map(head -> reads.view(head, campaigns.get(head.campaignId())));
    }

    /**
     * The activities of a campaign the current person recorded, took part in, leads or oversees.
     *
     * @param kind only that kind; empty for all
     */
    @Transactional(readOnly = true)
    public Page page(UUID campaignId, String kind, @Nullable UUID after, int limit) {
        var campaign = campaigns.view(campaignId);
        var actor = Actors.current();
        var names = campaign.template().activityKinds().stream()
                .collect(Collectors.toMap(ActivityKind::code, ActivityKind::name));
        var areaCodes = actor.grants().stream()
                .map(Actor.Grant::areaCode)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        var led = actor.grants().stream()
                .filter(grant -> grant.role() == Role.UNIT_LEADER)
                .map(Actor.Grant::scopeId)
                .collect(Collectors.toSet());
        var all = rights.oversees(campaign, campaign.hostUnitId(), campaign.areaCode(), actor);
        var found = rows.page(campaignId, all, actor.id(), led, areaCodes, kind, after, limit + 1);
        var places = new java.util.HashMap<String, String>();
        var lines = found.stream()
                .limit(limit)
                .map(line -> new ActivityLine(
                        line.id(),
                        line.kind(),
                        names.getOrDefault(line.kind(), line.kind()),
                        line.state(),
                        line.title(),
                        line.from(),
                        line.to(),
                        line.late(),
                        places.computeIfAbsent(line.place(), areas::place),
                        line.unitName(),
                        line.recordedBy(),
                        line.households()))
                .toList();
        return new Page(lines, found.size() > limit ? lines.getLast().id() : null);
    }

    static ActivityKind kind(CampaignView campaign, String code) {
        return campaign.template().activityKinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UserError("activity.kind"));
    }
}

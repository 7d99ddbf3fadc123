package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.Households;
import cn.minqing.obligation.ObligationRows.Owed;
import cn.minqing.obligation.Subjects.Subject;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is owed, done and still due, counted from the records of work (S2.1, S3.2, S4.3, S7.1, S7.12, S8.3, S9.3).
 * Everybody sees their own and what their unit owes; who leads or oversees sees whose turn it is, by name and never as
 * a ranking.
 */
@Service
@Transactional(readOnly = true)
public class Obligations {
    private final Campaigns campaigns;
    private final Subjects subjects;
    private final ObligationRows rows;
    private final ObligationRights rights;
    private final ObligationQuota quota;
    private final Households households;
    private final Areas areas;
    private final List<WorkTitles> titles;
    private final AppClock clock;

    Obligations(
            Campaigns campaigns,
            Subjects subjects,
            ObligationRows rows,
            ObligationRights rights,
            ObligationQuota quota,
            Households households,
            Areas areas,
            List<WorkTitles> titles,
            AppClock clock) {
        this.campaigns = campaigns;
        this.subjects = subjects;
        this.rows = rows;
        this.rights = rights;
        this.quota = quota;
        this.households = households;
        this.areas = areas;
        this.titles = titles;
        this.clock = clock;
    }

    /** Some of those who owe something, in order; {@code next} goes on where they end, null at the end. */
    public record Page(List<Due> dues, @Nullable UUID next) {}

    /**
     * How many have to do something, how many did enough, and what was done together.
     *
     * @param due subjects, one for each period that has begun
     */
    public record Figure(int due, int met, BigDecimal done) {
        public static final Figure NONE = new Figure(0, 0, BigDecimal.ZERO);

        public Figure plus(Figure other) {
            return new Figure(due + other.due, met + other.met, done.add(other.done));
        }
    }

    /** How many of a unit have done enough. */
    public record UnitLine(UUID unitId, String name, Figure figure) {}

    /** The campaigns with something to count that the current person has to do with, newest first. */
    public List<CampaignView> campaigns() {
        return campaigns.page(null, 50).lines().stream()
                .map(line -> campaigns.get(line.id()))
                .filter(campaign -> !campaign.template().countedObligations().isEmpty()
                        || !campaign.template().activityKinds().isEmpty())
                .toList();
    }

    /** What the current person owes today, and what the unit, team or village they act for or lead owes. */
    public List<Due> mine(UUID campaignId) {
        var campaign = campaigns.view(campaignId);
        var own = rights.own(campaign, Actors.current());
        var found = new ArrayList<Due>();
        for (var obligation : campaign.template().countedObligations()) {
            var period = Period.at(obligation.due(), campaign.periodDates(), clock.today());
            found.addAll(
                    dues(campaign, obligation, own.getOrDefault(obligation.owedBy(), List.of()), period, false, 100));
        }
        return found;
    }

    /**
     * Those of an obligation that the current person leads or oversees, by unit and name, or by code for villages.
     *
     * @param unitId only that unit's people, or that unit; null for all one may see
     * @param behind only who has not done enough
     * @param after subject of the last line of the page before; null for the first page
     * @throws UserError {@code forbidden} for who neither leads nor oversees anybody; {@code obligation.unknown}
     */
    public Page page(
            UUID campaignId,
            String obligationId,
            Period period,
            @Nullable UUID unitId,
            boolean behind,
            @Nullable UUID after,
            int limit) {
        var campaign = campaigns.view(campaignId);
        var obligation = obligation(campaign, obligationId);
        var seen = overseen(campaign, obligation).stream()
                .filter(subject -> unitId == null || unitId.equals(subject.unitId()))
                .toList();
        var start = after == null
                ? 0
                : 1
                        + IntStream.range(0, seen.size())
                                .filter(index -> seen.get(index).id().equals(after))
                                .findFirst()
                                .orElse(-1);
        var found = dues(campaign, obligation, seen.subList(start, seen.size()), period, behind, limit + 1);
        return found.size() > limit
                ? new Page(found.subList(0, limit), found.get(limit - 1).subjectId())
                : new Page(found, null);
    }

    /** {@link #page} summed by unit, in the order of the units; for obligations of people and units. */
    public List<UnitLine> byUnit(UUID campaignId, String obligationId, Period period) {
        var campaign = campaigns.view(campaignId);
        var obligation = obligation(campaign, obligationId);
        var owed = owed(campaign, obligation, overseen(campaign, obligation), period);
        var sums = ObligationRows.sum(owed, rows.count(campaign, obligation, owed, false, Integer.MAX_VALUE));
        var names = subjects.unitNames(List.copyOf(sums.keySet()));
        return sums.entrySet().stream()
                .map(entry -> new UnitLine(entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    /**
     * The records behind a figure, newest first.
     *
     * @param after last record of the page before; null for the first page
     * @throws UserError {@code forbidden} for who neither owes it nor leads nor oversees who does
     */
    public List<WorkRecord> records(
            UUID campaignId,
            String obligationId,
            UUID subjectId,
            Period period,
            @Nullable WorkRecord after,
            int limit) {
        var campaign = campaigns.view(campaignId);
        var obligation = obligation(campaign, obligationId);
        var actor = Actors.current();
        var subject = rights.own(campaign, actor).getOrDefault(obligation.owedBy(), List.of()).stream()
                .filter(own -> own.id().equals(subjectId))
                .findFirst()
                .orElseGet(() -> overseen(campaign, obligation).stream()
                        .filter(seen -> seen.id().equals(subjectId))
                        .findFirst()
                        .orElseThrow(UserError::forbidden));
        return worded(rows.records(campaign, obligation, subject, period, after, limit));
    }

    /** Whether the current person leads or oversees somebody who owes it. */
    public boolean oversees(UUID campaignId, Per per) {
        return rights.oversees(campaigns.view(campaignId), per, Actors.current());
    }

    /**
     * Figures of an obligation by unit, over all periods that have begun; places and the campaign stand under their own
     * id. For assessment, reports and boards; the caller checks rights.
     *
     * @throws UserError {@code obligation.unknown}
     */
    public Map<UUID, Figure> figures(UUID campaignId, String obligationId, LocalDate day) {
        var campaign = campaigns.get(campaignId);
        var obligation = obligation(campaign, obligationId);
        var all = subjects.of(campaign, obligation.owedBy());
        var owed = Period.all(obligation.due(), campaign.periodDates()).stream()
                .filter(period -> !period.from().isAfter(day))
                .flatMap(period -> owed(campaign, obligation, all, period).stream())
                .toList();
        return ObligationRows.sum(owed, rows.count(campaign, obligation, owed, false, Integer.MAX_VALUE));
    }

    /**
     * Who has not done enough in one of the periods that have begun, by unit, each once; those of no unit are left out.
     * For the assessment; the caller checks rights.
     *
     * @throws UserError {@code obligation.unknown}
     */
    public Map<UUID, List<UUID>> behind(UUID campaignId, String obligationId, LocalDate day) {
        var campaign = campaigns.get(campaignId);
        var obligation = obligation(campaign, obligationId);
        var all = subjects.of(campaign, obligation.owedBy());
        var owed = Period.all(obligation.due(), campaign.periodDates()).stream()
                .filter(period -> !period.from().isAfter(day))
                .flatMap(period -> owed(campaign, obligation, all, period).stream())
                .toList();
        return rows.count(campaign, obligation, owed, true, Integer.MAX_VALUE).stream()
                .map(one -> owed.get(one.position()).subject())
                .filter(subject -> subject.unitId() != null)
                .distinct()
                .collect(Collectors.groupingBy(
                        subject -> Objects.requireNonNull(subject.unitId()),
                        Collectors.mapping(Subject::id, Collectors.toList())));
    }

    /** The periods of an obligation that have begun, newest first. */
    public List<Period> periods(CampaignView campaign, Every every) {
        var today = clock.today();
        var begun = new ArrayList<>(Period.all(every, campaign.periodDates()).stream()
                .filter(period -> !period.from().isAfter(today))
                .toList());
        java.util.Collections.reverse(begun);
        return begun.isEmpty() ? List.of(Period.at(every, campaign.periodDates(), today)) : begun;
    }

    private List<Subject> overseen(CampaignView campaign, Obligation obligation) {
        Actor actor = Actors.current();
        if (!rights.oversees(campaign, obligation.owedBy(), actor)) {
            throw UserError.forbidden();
        }
        var sees = rights.seen(campaign, actor);
        return subjects.of(campaign, obligation.owedBy()).stream().filter(sees).toList();
    }

    private List<Due> dues(
            CampaignView campaign, Obligation obligation, List<Subject> of, Period period, boolean behind, int limit) {
        var owed = owed(campaign, obligation, of, period);
        var counted = rows.count(campaign, obligation, owed, behind, limit);
        var units = subjects.unitNames(counted.stream()
                .map(one -> owed.get(one.position()).subject().unitId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return counted.stream()
                .map(one -> {
                    var what = owed.get(one.position());
                    var unit = what.subject().unitId();
                    return new Due(
                            obligation,
                            what.subject().id(),
                            what.subject().name(),
                            unit == null || unit.equals(what.subject().id()) ? "" : units.getOrDefault(unit, ""),
                            what.period(),
                            what.least(),
                            what.source(),
                            one.done(),
                            one.lastDay());
                })
                .toList();
    }

    /** Who owes something in that period, and how much; nobody is asked for nothing. */
    private List<Owed> owed(CampaignView campaign, Obligation obligation, List<Subject> of, Period period) {
        var byRank = new HashMap<String, ObligationQuota.Quota>();
        var decision = obligation.decision();
        return of.stream()
                .map(subject -> {
                    var due = decision == null || decision.isEmpty()
                            ? new ObligationQuota.Quota(obligation.least(), obligation.source())
                            : byRank.computeIfAbsent(
                                    subject.rank(),
                                    rank -> quota.of(
                                            decision, campaign.template().id(), obligation.id(), rank));
                    return new Owed(subject, period, period.share(due.least()), due.source());
                })
                .filter(owed -> owed.least() > 0)
                .toList();
    }

    private List<WorkRecord> worded(List<WorkRecord> found) {
        var sources = found.stream().map(WorkRecord::sourceId).distinct().toList();
        var known = new HashMap<UUID, String>();
        titles.forEach(each -> known.putAll(each.titles(sources)));
        var homes = households.summaries(found.stream()
                .map(WorkRecord::householdId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var places = new HashMap<String, String>();
        return found.stream()
                .map(record -> {
                    var home = record.householdId() == null ? null : homes.get(record.householdId());
                    return new WorkRecord(
                            record.id(),
                            record.kind(),
                            record.sourceId(),
                            record.day(),
                            record.late(),
                            known.containsKey(record.sourceId()),
                            known.getOrDefault(record.sourceId(), home == null ? "" : home.headName()),
                            record.place().isEmpty() ? "" : places.computeIfAbsent(record.place(), areas::place),
                            record.personName(),
                            record.householdId(),
                            record.amount());
                })
                .toList();
    }

    private static Obligation obligation(CampaignView campaign, String id) {
        return campaign.template().countedObligations().stream()
                .filter(obligation -> obligation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UserError("obligation.unknown"));
    }
}

package cn.minqing.household;

import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of households against the register, many at a time. The caller has checked that the areas are the actor's. */
@Service
@Transactional
public class HouseholdImports {
    private static final int NUMBER = 16;
    private static final int NAME = 32;

    private final KnownHouseholds register;
    private final JdbcTemplate batches;
    private final Audit audit;
    private final AppClock clock;

    HouseholdImports(KnownHouseholds register, JdbcTemplate batches, Audit audit, AppClock clock) {
        this.register = register;
        this.batches = batches;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What writing an entry would do.
     *
     * @param known whether the register has the household
     * @param struckOff whether it was struck off, so that it cannot be written
     * @param changes group, head, phone, membersAdded, membersCorrected, categories
     */
    public record Comparison(boolean known, boolean struckOff, Set<String> changes) {}

    /** Faults by field: number, head, phone, members[i].name, members[i].idNumber … */
    public Map<String, Message> faults(HouseholdEntry entry) {
        var faults = new LinkedHashMap<String, Message>();
        if (entry.number().isEmpty() || entry.number().length() > NUMBER) {
            faults.put("number", Message.of("household.number", NUMBER));
        }
        if (entry.headName().isEmpty() || entry.headName().length() > NAME) {
            faults.put("head", Message.of("household.headName", NAME));
        }
        if (!entry.phone().isEmpty() && !MemberRules.isPhone(entry.phone())) {
            faults.put("phone", Message.of("household.phone"));
        }
        var year = clock.today().getYear();
        for (var i = 0; i < entry.members().size(); i++) {
            var path = "members[" + i + "].";
            MemberRules.faults(entry.members().get(i).over(null), year)
                    .forEach((field, message) -> faults.put(path + field, message));
        }
        return faults;
    }

    @Transactional(readOnly = true)
    public List<Comparison> compare(List<HouseholdEntry> entries) {
        return plans(entries).stream()
                .map(plan -> new Comparison(
                        plan.known != null, plan.known != null && plan.known.struckOff(), plan.changes()))
                .toList();
    }

    /** Writes the entries; those struck off meanwhile are left out. What is in the register already changes nothing. */
    public void write(List<HouseholdEntry> entries) {
        var plans = plans(entries).stream()
                .filter(plan -> plan.known == null || !plan.known.struckOff())
                .toList();
        var ids = new HashMap<HouseholdPlan, UUID>();
        plans.forEach(plan -> ids.put(plan, plan.known == null ? Ids.next() : plan.known.id()));
        var by = Actors.currentId();
        addHouseholds(plans, ids);
        changeHouseholds(plans);
        members(plans, ids, by);
        categories(plans, ids, by);
        audit(plans, ids, by);
    }

    private List<HouseholdPlan> plans(List<HouseholdEntry> entries) {
        var known = register.of(entries);
        var today = clock.today();
        return entries.stream()
                .map(entry -> HouseholdPlan.of(entry, known.get(entry.key()), today))
                .toList();
    }

    private void addHouseholds(List<HouseholdPlan> plans, Map<HouseholdPlan, UUID> ids) {
        batches.batchUpdate(
                """
                insert into household (id, village_code, group_code, number, sort_key, head_name, head_initials, phone, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                plans.stream()
                        .filter(plan -> plan.known == null)
                        .map(plan -> new Object[] {
                            ids.get(plan),
                            plan.entry.villageCode(),
                            plan.entry.groupCode(),
                            plan.entry.number(),
                            Household.sortKey(plan.entry.number()),
                            plan.entry.headName(),
                            Initials.of(plan.entry.headName()),
                            plan.entry.phone()
                        })
                        .toList());
    }

    /** The version moves on too, so that whoever corrects the household just now is told. */
    private void changeHouseholds(List<HouseholdPlan> plans) {
        batches.batchUpdate(
                """
                update household set group_code = ?, head_name = ?, head_initials = ?,
                  phone = case when ? = '' then phone else ? end, version = version + 1
                where id = ?
                """,
                plans.stream()
                        .filter(plan -> plan.known != null && !plan.changes().isEmpty())
                        .map(plan -> new Object[] {
                            plan.entry.groupCode(),
                            plan.entry.headName(),
                            Initials.of(plan.entry.headName()),
                            plan.entry.phone(),
                            plan.entry.phone(),
                            plan.known.id()
                        })
                        .toList());
    }

    private void members(List<HouseholdPlan> plans, Map<HouseholdPlan, UUID> ids, @Nullable UUID by) {
        var at = Timestamp.from(clock.now());
        var ended = new ArrayList<Object[]>();
        var entered = new ArrayList<Object[]>();
        for (var plan : plans) {
            var id = ids.get(plan);
            for (var correction : plan.corrected) {
                var old = correction.old();
                ended.add(new Object[] {at, by, old.entryId()});
                entered.add(row(id, old.memberId(), old.sortOrder(), correction.data(), at, by));
            }
            var order = plan.known == null
                    ? 0
                    : plan.known.members().stream()
                                    .mapToInt(KnownHousehold.Member::sortOrder)
                                    .max()
                                    .orElse(-1)
                            + 1;
            for (var member : plan.added) {
                entered.add(row(id, Ids.next(), order++, member, at, by));
            }
        }
        batches.batchUpdate(
                "update household_member set ended_at = ?, ended_by = ?, end_reason = 'CORRECTED' where id = ?", ended);
        batches.batchUpdate("""
                insert into household_member (id, household_id, member_id, sort_order, name, relation, sex, birth_year,
                  id_number, health, disability, works_away, entered_at, entered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entered);
    }

    private static Object[] row(
            UUID householdId, UUID memberId, int order, MemberInput data, Timestamp at, @Nullable UUID by) {
        return new Object[] {
            Ids.next(),
            householdId,
            memberId,
            order,
            data.name(),
            data.relation().name(),
            data.sex() == null ? null : data.sex().name(),
            data.birthYear(),
            data.idNumber(),
            data.health(),
            data.disability(),
            data.worksAway(),
            at,
            by
        };
    }

    private void categories(List<HouseholdPlan> plans, Map<HouseholdPlan, UUID> ids, @Nullable UUID by) {
        var today = clock.today();
        var withdrawn = new ArrayList<Object[]>();
        var entered = new ArrayList<Object[]>();
        for (var plan : plans) {
            for (var correction : plan.redated) {
                withdrawn.add(new Object[] {
                    Timestamp.from(clock.now()), by, correction.old().id()
                });
                entered.add(row(ids.get(plan), correction.data(), today, by));
            }
            plan.entered.forEach(category -> entered.add(row(ids.get(plan), category, today, by)));
        }
        batches.batchUpdate(
                "update household_vulnerability set until_date = from_date, withdrawn_at = ?, ended_by = ? where id = ?",
                withdrawn);
        batches.batchUpdate("""
                insert into household_vulnerability (id, household_id, code, from_date, ends_on, until_date, entered_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """, entered);
    }

    private static Object[] row(
            UUID householdId, HouseholdEntry.Category category, LocalDate today, @Nullable UUID by) {
        var endsOn = category.endsOn();
        var over = endsOn != null && !endsOn.isAfter(today) ? endsOn : null;
        return new Object[] {Ids.next(), householdId, category.code(), category.from(), endsOn, over, by};
    }

    private void audit(List<HouseholdPlan> plans, Map<HouseholdPlan, UUID> ids, @Nullable UUID by) {
        audit.recordAll(
                by,
                "household.added",
                "HOUSEHOLD",
                plans.stream().filter(plan -> plan.known == null).map(ids::get).toList(),
                Map.of());
        plans.stream()
                .filter(plan -> plan.known != null && !plan.changes().isEmpty())
                .collect(Collectors.groupingBy(
                        HouseholdPlan::changes, Collectors.mapping(ids::get, Collectors.toList())))
                .forEach((changes, changed) ->
                        audit.recordAll(by, "household.imported", "HOUSEHOLD", changed, Map.of("changes", changes)));
    }
}

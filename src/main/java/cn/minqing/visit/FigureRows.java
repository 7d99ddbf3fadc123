package cn.minqing.visit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Counts over files. Households in contact are counted where they stand, in the contacts of the campaign, for a file
 * exists only once its batch has started.
 */
@Component
class FigureRows {
    private static final List<String> KINDS = List.of("wage", "business", "property", "transfer");
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> SUMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FigureRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<UUID, VisitFigures> byUnit(UUID campaignId) {
        var found = new LinkedHashMap<UUID, VisitFigures>();
        jdbc.sql("""
                with line as (
                  select t.unit_id, t.until_date is null as running, f.id as file_id, f.state, coalesce(f.visits, 0) as visits
                  from contact t left join household_file f on f.contact_id = t.id and f.closed_period is null where t.campaign_id = :campaign),
                unit_count as (
                  select unit_id, count(*) filter (where running) as households,
                    count(*) filter (where running and visits > 0) as visited,
                    count(*) filter (where running and state in ('COMPLETE', 'CHECKED')) as complete,
                    count(*) filter (where state = 'STRUCK_OFF') as struck_off
                  from line group by unit_id),
                met as (
                  select unit_id, jsonb_object_agg(obligation_id, households) as met from (
                    select l.unit_id, o.obligation_id, count(*) as households from line l
                    join obligation_met o on o.file_id = l.file_id and o.withdrawn_at is null
                    where l.running group by l.unit_id, o.obligation_id) m
                  group by unit_id),
                income as (
                  select unit_id, jsonb_object_agg(measure, amount) as sums from (
                    select l.unit_id, s.measure, sum(s.amount) as amount from line l
                    join file_measure s on s.file_id = l.file_id where l.running group by l.unit_id, s.measure) i
                  group by unit_id)
                select c.*, coalesce(met.met, '{}') as met, coalesce(income.sums, '{}') as sums
                from unit_count c left join met using (unit_id) left join income using (unit_id) order by c.unit_id
                """).param("campaign", campaignId).query(row -> {
            Map<String, BigDecimal> sums = json.readValue(row.getString("sums"), SUMS);
            found.put(
                    row.getObject("unit_id", UUID.class),
                    figures(
                            row.getInt("households"),
                            row.getInt("visited"),
                            row.getInt("complete"),
                            row.getInt("struck_off"),
                            json.readValue(row.getString("met"), COUNTS),
                            sums));
        });
        return found;
    }

    static VisitFigures sum(Iterable<VisitFigures> all) {
        var total = figures(0, 0, 0, 0, Map.of(), Map.of());
        for (var each : all) {
            total = add(total, each);
        }
        return total;
    }

    private static VisitFigures add(VisitFigures first, VisitFigures second) {
        var met = new HashMap<>(first.obligationsMet());
        second.obligationsMet().forEach((id, count) -> met.merge(id, count, Integer::sum));
        var kinds = new LinkedHashMap<String, VisitFigures.Income>();
        for (var kind : KINDS) {
            var a = first.incomeByKind().get(kind);
            var b = second.incomeByKind().get(kind);
            kinds.put(
                    kind,
                    new VisitFigures.Income(
                            a.thisYear().add(b.thisYear()), a.planned().add(b.planned())));
        }
        return new VisitFigures(
                first.households() + second.households(),
                first.visited() + second.visited(),
                first.filesComplete() + second.filesComplete(),
                first.struckOff() + second.struckOff(),
                met,
                first.incomeThisYear().add(second.incomeThisYear()),
                first.incomePlanned().add(second.incomePlanned()),
                kinds);
    }

    private static VisitFigures figures(
            int households,
            int visited,
            int complete,
            int struckOff,
            Map<String, Integer> met,
            Map<String, BigDecimal> sums) {
        var kinds = new LinkedHashMap<String, VisitFigures.Income>();
        var thisYear = BigDecimal.ZERO;
        var planned = BigDecimal.ZERO;
        for (var kind : KINDS) {
            var income = new VisitFigures.Income(
                    sums.getOrDefault("incomeThisYear." + kind, BigDecimal.ZERO),
                    sums.getOrDefault("incomePlanned." + kind, BigDecimal.ZERO));
            kinds.put(kind, income);
            thisYear = thisYear.add(income.thisYear());
            planned = planned.add(income.planned());
        }
        return new VisitFigures(households, visited, complete, struckOff, met, thisYear, planned, kinds);
    }

    /** Running contacts without a file in one of the states. */
    List<UUID> contactsWithoutFile(UUID campaignId) {
        return jdbc.sql("""
                select t.id from contact t left join household_file f on f.contact_id = t.id and f.closed_period is null
                where t.campaign_id = ? and t.until_date is null
                  and (f.state is null or f.state not in ('COMPLETE', 'CHECKED')) order by t.unit_id, t.person_id, t.id
                """).param(campaignId).query(UUID.class).list();
    }

    List<UUID> contactsNotVisited(UUID campaignId) {
        return jdbc.sql("""
                select t.id from contact t left join household_file f on f.contact_id = t.id and f.closed_period is null
                where t.campaign_id = ? and t.until_date is null and coalesce(f.visits, 0) = 0
                order by t.unit_id, t.person_id, t.id
                """).param(campaignId).query(UUID.class).list();
    }

    Map<UUID, FileStatus> statuses(List<UUID> contactIds) {
        var found = new HashMap<UUID, FileStatus>();
        jdbc.sql("""
                select f.*, (select count(*) from obligation_met o where o.file_id = f.id and o.withdrawn_at is null) as met
                from household_file f where f.contact_id = any(?) and f.closed_period is null
                """).param(contactIds.toArray(UUID[]::new)).query(row -> {
            var contactId = row.getObject("contact_id", UUID.class);
            found.put(
                    contactId,
                    new FileStatus(
                            contactId,
                            FileState.valueOf(row.getString("state")),
                            row.getInt("visits"),
                            row.getInt("met"),
                            row.getObject("last_visit_on", LocalDate.class),
                            row.getObject("completed_on", LocalDate.class)));
        });
        return found;
    }

    record GroupCount(int inContact, int visited, int complete) {}

    Map<String, GroupCount> byGroup(UUID campaignId) {
        var found = new HashMap<String, GroupCount>();
        jdbc.sql("""
                select h.group_code, count(*) as in_contact, count(*) filter (where f.visits > 0) as visited,
                  count(*) filter (where f.state in ('COMPLETE', 'CHECKED')) as complete
                from contact t join household h on h.id = t.household_id
                left join household_file f on f.contact_id = t.id and f.closed_period is null
                where t.campaign_id = ? and t.until_date is null group by h.group_code
                """).param(campaignId).query(row -> {
            found.put(
                    row.getString("group_code"),
                    new GroupCount(row.getInt("in_contact"), row.getInt("visited"), row.getInt("complete")));
        });
        return found;
    }
}

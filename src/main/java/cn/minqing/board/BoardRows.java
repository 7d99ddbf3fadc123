package cn.minqing.board;

import cn.minqing.platform.AppClock;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counts behind a board. */
@Component
class BoardRows {
    private static final List<String> KINDS = List.of("wage", "business", "property", "transfer");

    private final JdbcClient jdbc;
    private final AppClock clock;

    BoardRows(JdbcClient jdbc, AppClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param took how long counting took the last time */
    record State(Instant asOf, Duration took) {}

    Optional<State> state(UUID campaignId) {
        return jdbc.sql("select as_of, took_millis from board_state where campaign_id = ?")
                .param(campaignId)
                .query((row, number) ->
                        new State(row.getTimestamp("as_of").toInstant(), Duration.ofMillis(row.getInt("took_millis"))))
                .optional();
    }

    List<UUID> running() {
        return jdbc.sql("select id from campaign where phase <> 'ARCHIVED' order by id")
                .query(UUID.class)
                .list();
    }

    /** Counts a campaign anew, unless somebody else does so at this moment. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void count(UUID campaignId, String areaCode) {
        var free = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('board'), hashtext(?))")
                .param(campaignId.toString())
                .query(Boolean.class)
                .single();
        if (!free) {
            return;
        }
        var begin = System.nanoTime();
        jdbc.sql("delete from board_group where campaign_id = ?")
                .param(campaignId)
                .update();
        jdbc.sql("""
                insert into board_group (campaign_id, group_code, registered, in_contact, visited, complete)
                select :campaign, h.group_code, count(*) filter (where h.state = 'RESIDENT'), count(t.id),
                  count(*) filter (where f.visits > 0), count(*) filter (where f.state in ('COMPLETE', 'CHECKED'))
                from household h
                left join contact t on t.household_id = h.id and t.campaign_id = :campaign and t.until_date is null
                left join household_file f on f.contact_id = t.id and f.closed_period is null
                where h.group_code like :area group by h.group_code
                """)
                .param("campaign", campaignId)
                .param("area", areaCode + "%")
                .update();
        jdbc.sql("delete from board_income where campaign_id = ?")
                .param(campaignId)
                .update();
        jdbc.sql("""
                insert into board_income (campaign_id, group_code, measure, households, amount)
                select :campaign, f.group_code, m.measure, count(*), sum(m.amount)
                from contact t join household_file f on f.contact_id = t.id and f.closed_period is null
                join file_measure m on m.file_id = f.id
                where t.campaign_id = :campaign and t.until_date is null and m.measure like 'income%'
                group by f.group_code, m.measure
                """).param("campaign", campaignId).update();
        outcomes(campaignId);
        jdbc.sql("""
                insert into board_state (campaign_id, as_of, took_millis) values (?, ?, ?)
                on conflict (campaign_id) do update set as_of = excluded.as_of, took_millis = excluded.took_millis
                """)
                .params(campaignId, Timestamp.from(clock.now()), (int)
                        Duration.ofNanos(System.nanoTime() - begin).toMillis())
                .update();
    }

    /** The average of a year holds until the next is published. */
    private void outcomes(UUID campaignId) {
        jdbc.sql("delete from board_outcome where campaign_id = ?")
                .param(campaignId)
                .update();
        jdbc.sql("""
                with line as (
                  select f.id, f.group_code, f.last_visit_on, m.measure, m.amount
                  from contact t join household_file f on f.contact_id = t.id and f.closed_period is null
                  join file_measure m on m.file_id = f.id
                  where t.campaign_id = :campaign and t.until_date is null),
                whole as (
                  select id, group_code, substring(measure from '^outcome\\.[^.]+') as outcome, min(amount) as amount
                  from line where measure like 'outcome.%' group by 1, 2, 3),
                income as (
                  select id, group_code, extract(year from last_visit_on) as year,
                    sum(amount) filter (where measure like 'incomeThisYear.%')
                      / nullif(max(amount) filter (where measure = 'members'), 0) as each
                  from line group by id, group_code, last_visit_on),
                told as (
                  select group_code, measure as outcome, amount from line where measure like 'outcome.%'
                  union all select group_code, outcome, amount from whole
                  union all select i.group_code, 'average', case when i.each >= a.yuan then 1 else 0 end
                  from income i join lateral (select yuan from income_average
                    where campaign_id = :campaign and year <= i.year order by year desc limit 1) a on true
                  where i.each is not null)
                insert into board_outcome (campaign_id, group_code, outcome, households, fulfilled)
                select :campaign, group_code, outcome, count(*), sum(amount) from told group by 2, 3
                """).param("campaign", campaignId).update();
    }

    record OutcomeCount(int households, int fulfilled) {}

    /** By id, in no order. */
    Map<String, OutcomeCount> outcomes(UUID campaignId, String areaCode) {
        var found = new LinkedHashMap<String, OutcomeCount>();
        jdbc.sql("""
                select outcome, sum(households) as households, sum(fulfilled) as fulfilled from board_outcome
                where campaign_id = ? and group_code like ? group by outcome
                """).params(campaignId, areaCode + "%").query(row -> {
            found.put(row.getString("outcome"), new OutcomeCount(row.getInt("households"), row.getInt("fulfilled")));
        });
        return found;
    }

    /**
     * Sums over the areas directly below.
     *
     * @param length of the codes of those areas
     */
    List<Board.Coverage> parts(UUID campaignId, String areaCode, int length) {
        return jdbc.sql("""
                select p.code, coalesce(a.name, p.code) as name, p.divided, p.registered, p.in_contact, p.visited, p.complete
                from (select left(group_code, :length) as code, bool_or(length(group_code) > :length) as divided,
                    sum(registered) as registered, sum(in_contact) as in_contact, sum(visited) as visited,
                    sum(complete) as complete
                  from board_group where campaign_id = :campaign and group_code like :area group by 1) p
                left join area a on a.code = p.code collate "default" order by p.code
                """)
                .param("campaign", campaignId)
                .param("area", areaCode + "%")
                .param("length", length)
                .query((row, number) -> new Board.Coverage(
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("divided"),
                        row.getInt("registered"),
                        row.getInt("in_contact"),
                        row.getInt("visited"),
                        row.getInt("complete")))
                .list();
    }

    List<Board.Income> income(UUID campaignId, String areaCode) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        var households = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                select measure, sum(households) as households, sum(amount) as amount from board_income
                where campaign_id = ? and group_code like ? group by measure
                """).params(campaignId, areaCode + "%").query(row -> {
            amounts.put(row.getString("measure"), row.getBigDecimal("amount"));
            households.put(row.getString("measure"), row.getInt("households"));
        });
        var income = new ArrayList<Board.Income>();
        for (var kind : KINDS) {
            income.add(new Board.Income(
                    kind,
                    households.getOrDefault("incomeThisYear." + kind, 0),
                    amounts.getOrDefault("incomeThisYear." + kind, BigDecimal.ZERO),
                    amounts.getOrDefault("incomePlanned." + kind, BigDecimal.ZERO)));
        }
        return income;
    }

    /** @param above whether a level above, a department or a co-handler has it */
    record IssueCount(String state, String category, String result, boolean above, int issues, int overdue) {}

    List<IssueCount> issues(UUID campaignId, String areaCode) {
        return jdbc.sql("""
                select state, category, coalesce(result, '') as result, level is not null as above, count(*) as issues,
                  count(*) filter (where deadline < ? and state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING')) as overdue
                from issue where campaign_id = ? and area_code like ? group by 1, 2, 3, 4
                """)
                .params(clock.today(), campaignId, areaCode + "%")
                .query((row, number) -> new IssueCount(
                        row.getString("state"),
                        row.getString("category"),
                        row.getString("result"),
                        row.getBoolean("above"),
                        row.getInt("issues"),
                        row.getInt("overdue")))
                .list();
    }
}

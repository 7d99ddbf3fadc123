package cn.minqing.assessment;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what was answered, by unit; never by household. */
@Component
class PollResults {
    private final JdbcClient jdbc;

    PollResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PollResult> byUnit(UUID campaignId, int period) {
        return jdbc.sql("""
                select s.unit_id, u.name, count(*) as sampled, count(s.verdict) as answered,
                  count(*) filter (where s.state = 'NOT_REACHED') as not_reached,
                  count(*) filter (where s.verdict = 'SATISFIED') as satisfied,
                  count(*) filter (where s.verdict = 'BASICALLY') as basically,
                  count(*) filter (where s.verdict = 'UNSATISFIED') as unsatisfied
                from satisfaction_poll p join poll_sample s on s.poll_id = p.id join unit u on u.id = s.unit_id
                where p.campaign_id = ? and p.period = ?
                group by s.unit_id, u.name, u.sort_order order by u.sort_order, u.name, s.unit_id
                """)
                .params(campaignId, period)
                .query((row, number) -> new PollResult(
                        row.getObject("unit_id", UUID.class),
                        row.getString("name"),
                        row.getInt("sampled"),
                        row.getInt("answered"),
                        row.getInt("not_reached"),
                        row.getInt("satisfied"),
                        row.getInt("basically"),
                        row.getInt("unsatisfied")))
                .list();
    }

    static PollResult whole(List<PollResult> units) {
        return units.stream().reduce(new PollResult(null, "", 0, 0, 0, 0, 0, 0), PollResult::plus);
    }
}

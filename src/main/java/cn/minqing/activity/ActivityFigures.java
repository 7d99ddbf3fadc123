package cn.minqing.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much other work a campaign has on record, by kind and unit. */
@Service
public class ActivityFigures {
    private final JdbcClient jdbc;

    ActivityFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param unitId null for the whole campaign, with an empty name
     * @param records activities that count: recorded or corrected, confirmed where that is asked, not withdrawn
     * @param households different ones
     * @param amount yuan, whoever got it
     */
    public record Figure(
            @Nullable UUID unitId,
            String unitName,
            String kind,
            int records,
            int households,
            int participants,
            BigDecimal amount) {}

    /**
     * What began on that day or later: for each kind the campaign's line first, then its units' in their order. No check
     * of rights; for reports.
     */
    @Transactional(readOnly = true)
    public List<Figure> of(UUID campaignId, LocalDate from) {
        return jdbc.sql("""
                with one as (
                  select a.kind, a.unit_id, v.id as version_id, coalesce(v.participants, 0) as participants,
                    coalesce(v.amount, 0)
                      + coalesce((select sum(h.amount) from activity_household h where h.version_id = v.id), 0) as amount
                  from activity a join activity_version v on v.activity_id = a.id and v.number = a.current_number
                  where a.campaign_id = :campaign and a.state = 'COUNTED' and v.from_day >= :from),
                counted as (
                  select kind, unit_id, count(*) as records, sum(participants) as participants, sum(amount) as amount
                  from one group by grouping sets ((kind), (kind, unit_id))),
                reached as (
                  select kind, unit_id, count(distinct household_id) as households
                  from one join activity_household h using (version_id)
                  group by grouping sets ((kind), (kind, unit_id)))
                select c.unit_id, coalesce(u.name, '') as unit_name, c.kind, c.records,
                  coalesce(r.households, 0) as households, c.participants, c.amount
                from counted c left join reached r on r.kind = c.kind and r.unit_id is not distinct from c.unit_id
                  left join unit u on u.id = c.unit_id
                order by c.kind, u.sort_order nulls first, u.name, c.unit_id
                """)
                .param("campaign", campaignId)
                .param("from", from)
                .query(Figure.class)
                .list();
    }
}

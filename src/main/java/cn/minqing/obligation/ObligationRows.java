package cn.minqing.obligation;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignTemplate.Count;
import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignView;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts work, and reads the records behind a count. */
@Component
class ObligationRows {
    private static final String SUBJECTS = """
            unnest(:ids::uuid[], :codes::text[], :leasts::int[], :froms::date[], :tos::date[])
              with ordinality as s(id, code, least, from_day, to_day, position)
            """;

    private final JdbcClient jdbc;

    ObligationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One question: how much of an obligation the subject has done in the period. */
    record Owed(Subjects.Subject subject, Period period, int least, String source) {}

    /** @param position in the list asked for, from 0 */
    record Counted(int position, BigDecimal done, @Nullable LocalDate lastDay) {}

    /**
     * Counts for as many subjects as make {@code limit} answers, in the order given.
     *
     * @param behind only who has not done enough
     */
    List<Counted> count(CampaignView campaign, Obligation obligation, List<Owed> owed, boolean behind, int limit) {
        if (owed.isEmpty()) {
            return List.of();
        }
        return bound(
                        jdbc.sql("select s.position, c.done, c.last_day from " + SUBJECTS + " cross join lateral ("
                                + Counting.query(obligation)
                                + ") c where c.done is not null and (not :behind or c.done < s.least)"
                                + " order by s.position limit :limit"),
                        campaign,
                        obligation)
                .param("ids", owed.stream().map(one -> one.subject().id()).toArray(UUID[]::new))
                .param("codes", owed.stream().map(one -> one.subject().code()).toArray(String[]::new))
                .param("leasts", owed.stream().map(Owed::least).toArray(Integer[]::new))
                .param(
                        "froms",
                        owed.stream()
                                .map(one -> Date.valueOf(one.period().from()))
                                .toArray(Date[]::new))
                .param(
                        "tos",
                        owed.stream()
                                .map(one -> Date.valueOf(one.period().to()))
                                .toArray(Date[]::new))
                .param("behind", behind)
                .param("limit", limit)
                .query((row, number) -> new Counted(
                        row.getInt("position") - 1,
                        row.getBigDecimal("done"),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** The records behind a count, newest first, after the one given. */
    List<WorkRecord> records(
            CampaignView campaign,
            Obligation obligation,
            Subjects.Subject subject,
            Period period,
            @Nullable WorkRecord after,
            int limit) {
        var whose = Counting.count(obligation) == Count.VISITS_EACH ? """
                        w.household_id in (select t.household_id from contact t where t.campaign_id = :campaign
                          and t.until_date is null and (t.person_id = s.id or t.unit_id = s.id))
                        """ : Counting.own(obligation.owedBy());
        var one = "(select :subject::uuid as id, :code::text as code, :from::date as from_day, :to::date as to_day) s";
        return bound(jdbc.sql("""
                                select w.id, w.kind, w.source_id, w.day, w.late, w.household_id, w.amount, w.area_code, p.name
                                from %s join work_done w on w.campaign_id = :campaign and w.kind = any(:kinds)
                                  and w.day between s.from_day and s.to_day and %s
                                left join person p on p.id = w.person_id
                                where cast(:afterDay as date) is null or (w.day, w.id) < (:afterDay, :afterId)
                                order by w.day desc, w.id desc limit :limit
                                """.formatted(one, whose)), campaign, obligation)
                .param("subject", subject.id())
                .param("code", subject.code())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("afterDay", after == null ? null : Date.valueOf(after.day()), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new WorkRecord(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("source_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("late"),
                        false,
                        "",
                        row.getString("area_code") == null ? "" : row.getString("area_code"),
                        row.getString("name") == null ? "" : row.getString("name"),
                        row.getObject("household_id", UUID.class),
                        row.getBigDecimal("amount")))
                .list();
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec sql, CampaignView campaign, Obligation obligation) {
        CampaignTemplate template = campaign.template();
        return sql.param("campaign", campaign.id())
                .param("kinds", Counting.kinds(template, obligation).toArray(String[]::new))
                .param("each", obligation.leastEach(), Types.NUMERIC);
    }

    /** How much a unit's subjects, or all, have to do and have done. */
    static Map<UUID, Obligations.Figure> sum(List<Owed> owed, List<Counted> counted) {
        var sums = new java.util.LinkedHashMap<UUID, Obligations.Figure>();
        for (var one : counted) {
            var what = owed.get(one.position());
            var unit = what.subject().unitId() == null
                    ? what.subject().id()
                    : what.subject().unitId();
            var met = one.done().compareTo(BigDecimal.valueOf(what.least())) >= 0 ? 1 : 0;
            sums.merge(unit, new Obligations.Figure(1, met, one.done()), Obligations.Figure::plus);
        }
        return sums;
    }
}

package cn.minqing.bulletin;

import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignView;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import java.sql.Date;
import java.sql.Timestamp;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a bulletin may report of a period: counts, activities, and the matters and good deeds whose wording an office
 * approved for the notice board. Nothing is typed in twice, and no household is named.
 */
@Component
class BulletinMaterial {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Papers papers;

    BulletinMaterial(JdbcClient jdbc, Papers papers) {
        this.jdbc = jdbc;
        this.papers = papers;
    }

    List<Bulletins.Entry> of(CampaignView campaign, LocalDate from, LocalDate to) {
        var found = new ArrayList<Bulletins.Entry>();
        found.add(counts(campaign, from, to));
        found.addAll(activities(campaign, from, to));
        found.addAll(notices(campaign, from, to));
        found.addAll(models(campaign, from, to));
        return found;
    }

    private Bulletins.Entry counts(CampaignView campaign, LocalDate from, LocalDate to) {
        record Counts(int visits, int households, int activities) {}
        var counts = jdbc.sql("""
                select count(*) filter (where kind like 'visit.%') as visits,
                  count(distinct household_id) filter (where kind like 'visit.%') as households,
                  count(distinct source_id) filter (where kind not like 'visit.%') as activities
                from work_done where campaign_id = ? and day between ? and ?
                """)
                .params(campaign.id(), Date.valueOf(from), Date.valueOf(to))
                .query(Counts.class)
                .single();
        return new Bulletins.Entry(
                Bulletins.Kind.FIGURES,
                campaign.id(),
                MessageFormat.format(
                        papers.word("bulletin.figures"),
                        DAY.format(from),
                        DAY.format(to),
                        counts.visits(),
                        counts.households(),
                        counts.activities()));
    }

    private List<Bulletins.Entry> activities(CampaignView campaign, LocalDate from, LocalDate to) {
        var names = campaign.template().activityKinds().stream()
                .collect(Collectors.toMap(ActivityKind::code, Function.identity()));
        return jdbc.sql("""
                select a.id, a.kind, v.title, v.from_day, u.name as unit from activity a
                join activity_version v on v.activity_id = a.id and v.number = a.current_number
                join unit u on u.id = a.unit_id
                where a.campaign_id = ? and a.state = 'COUNTED' and v.from_day between ? and ?
                order by v.from_day, a.id limit ?
                """)
                .params(campaign.id(), Date.valueOf(from), Date.valueOf(to), MOST)
                .query((row, number) -> {
                    var kind = names.get(row.getString("kind"));
                    return new Bulletins.Entry(
                            Bulletins.Kind.ACTIVITY,
                            row.getObject("id", UUID.class),
                            MessageFormat.format(
                                    papers.word("bulletin.activity"),
                                    DAY.format(row.getObject("from_day", LocalDate.class)),
                                    row.getString("unit"),
                                    kind == null ? "" : kind.name(),
                                    row.getString("title")));
                })
                .list();
    }

    private List<Bulletins.Entry> notices(CampaignView campaign, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select n.issue_id, n.title, n.deed, i.result, u.name as unit from ledger_notice n
                join issue i on i.id = n.issue_id join ledger l on l.id = n.ledger_id
                join unit u on u.id = i.unit_id
                where l.campaign_id = ? and n.taken_down_at is null and n.published_at >= ? and n.published_at < ?
                  and (n.deed or i.state in ('SATISFACTION', 'CLOSING', 'CLOSED'))
                order by n.deed desc, n.id limit ?
                """)
                .params(campaign.id(), startOf(from), startOf(to.plusDays(1)), MOST)
                .query((row, number) -> new Bulletins.Entry(
                        row.getBoolean("deed") ? Bulletins.Kind.DEED : Bulletins.Kind.ISSUE,
                        row.getObject("issue_id", UUID.class),
                        MessageFormat.format(
                                papers.word("bulletin.issue"),
                                row.getString("title"),
                                row.getString("unit"),
                                row.getString("result") == null
                                        ? ""
                                        : papers.word("ledger.result." + row.getString("result")))))
                .list();
    }

    /** Units that a circular praised: their way of working is worth telling (S1.10). */
    private List<Bulletins.Entry> models(CampaignView campaign, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select c.id, c.title, u.name as unit from circular c join unit u on u.id = c.unit_id
                where c.campaign_id = ? and c.kind = 'PRAISE' and c.issued_at >= ? and c.issued_at < ? order by c.id limit ?
                """)
                .params(campaign.id(), startOf(from), startOf(to.plusDays(1)), MOST)
                .query((row, number) -> new Bulletins.Entry(
                        Bulletins.Kind.MODEL,
                        row.getObject("id", UUID.class),
                        MessageFormat.format(
                                papers.word("bulletin.model"), row.getString("unit"), row.getString("title"))))
                .list();
    }

    /** The moment at which a day begins here, whatever zone the database is in. */
    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(AppClock.ZONE).toInstant());
    }
}

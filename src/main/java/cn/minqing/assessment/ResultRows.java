package cn.minqing.assessment;

import cn.minqing.platform.AppClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the assessment. */
@Component
class ResultRows {
    private static final String SELECT = """
            select r.id, r.period, r.unit_id, u.name as unit_name, r.item, r.item_name, r.measure, r.numerator, r.denominator,
              r.rate, r.grade, r.reason, r.source,
              (select count(*) from assessment_record x join assessment_result b on b.id = x.result_id
               where b.campaign_id = r.campaign_id and b.period = r.period and b.item = r.item
                 and (r.unit_id is null or b.id = r.id)) as against
            from assessment_result r left join unit u on u.id = r.unit_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final AppClock clock;

    ResultRows(JdbcClient jdbc, JdbcTemplate batch, AppClock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void clear(UUID campaignId, int period) {
        jdbc.sql("delete from assessment_result where campaign_id = ? and period = ?")
                .params(campaignId, period)
                .update();
    }

    void add(UUID campaignId, AssessmentResult result, int order) {
        jdbc.sql("""
                insert into assessment_result (id, campaign_id, period, unit_id, item, item_name, measure, sort_order, numerator,
                  denominator, rate, grade, reason, source, computed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        result.id(),
                        campaignId,
                        result.period(),
                        result.unitId(),
                        result.item(),
                        result.itemName(),
                        result.measure(),
                        order,
                        result.numerator(),
                        result.denominator(),
                        result.rate(),
                        result.grade(),
                        result.reason(),
                        result.source(),
                        Timestamp.from(clock.now()))
                .update();
    }

    void addRecords(UUID resultId, List<Assessments.Behind> records) {
        batch.batchUpdate(
                "insert into assessment_record (result_id, subject_type, subject_id) values (?, ?, ?)",
                records.stream()
                        .distinct()
                        .map(one -> new Object[] {resultId, one.type().name(), one.subjectId()})
                        .toList());
    }

    /** The lines of the whole campaign first, then unit by unit in the order of units. */
    List<AssessmentResult> of(UUID campaignId, int period) {
        return jdbc.sql(SELECT + """
                where r.campaign_id = ? and r.period = ?
                order by r.unit_id is not null, u.sort_order, u.name, u.id, r.sort_order
                """)
                .params(campaignId, period)
                .query((row, number) -> new AssessmentResult(
                        row.getObject("id", UUID.class),
                        row.getInt("period"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name") == null ? "" : row.getString("unit_name"),
                        row.getString("item"),
                        row.getString("item_name"),
                        row.getString("measure"),
                        row.getInt("numerator"),
                        row.getInt("denominator"),
                        row.getObject("rate", Double.class),
                        row.getString("grade"),
                        row.getString("reason"),
                        row.getString("source"),
                        row.getInt("against")))
                .list();
    }

    List<Assessments.Behind> records(UUID campaignId, int period, String item, @Nullable UUID unitId) {
        return jdbc.sql("""
                select x.subject_type, x.subject_id, r.unit_id
                from assessment_record x join assessment_result r on r.id = x.result_id
                where r.campaign_id = :campaign and r.period = :period and r.item = :item and (:unit::uuid is null or r.unit_id = :unit::uuid)
                order by r.unit_id, x.subject_id
                """)
                .param("campaign", campaignId)
                .param("period", period)
                .param("item", item)
                .param("unit", unitId)
                .query((row, number) -> new Assessments.Behind(
                        Assessments.SubjectType.valueOf(row.getString("subject_type")),
                        row.getObject("subject_id", UUID.class),
                        row.getObject("unit_id", UUID.class)))
                .list();
    }
}

package cn.minqing.obligation;

import cn.minqing.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every record of work is entered for counting, by the service that writes the record and in its transaction; what
 * is owed is then counted and never typed in (减负).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WorkLog {
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    WorkLog(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Enters what was done; what is there already stays as it is. */
    public void done(List<Work> work) {
        batches.batchUpdate(
                """
                insert into work_done (id, campaign_id, kind, source_id, day, late, person_id, unit_id, area_code,
                  household_id, enterprise_id, amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                work.stream()
                        .map(one -> new Object[] {
                            Ids.next(),
                            one.campaignId(),
                            one.kind(),
                            one.sourceId(),
                            one.day(),
                            one.late(),
                            one.personId(),
                            one.unitId(),
                            one.areaCode(),
                            one.householdId(),
                            one.enterpriseId(),
                            one.amount()
                        })
                        .toList());
    }

    /** Takes back what a record was entered for, because it is corrected or withdrawn. */
    public void undone(UUID sourceId) {
        jdbc.sql("delete from work_done where source_id = ?").param(sourceId).update();
    }
}

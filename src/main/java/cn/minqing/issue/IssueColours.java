package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem.Colour;
import cn.minqing.tasklist.WorkItems;
import java.sql.Date;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks what comes due without a timer of its own, with a level or a department, and what became overdue while nobody
 * looked (R6). One query over the open clocks; only what changes is written.
 */
@Component
class IssueColours {
    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final WorkItems workItems;

    IssueColours(JdbcClient jdbc, Deadlines deadlines, WorkItems workItems) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.workItems = workItems;
    }

    @Scheduled(fixedDelayString = "${minqing.issue.colour-sweep:PT1M}", initialDelayString = "PT30S")
    @Transactional
    public void sweep() {
        var today = Date.valueOf(deadlines.today());
        mark(Colour.RED, "deadline < ? and colour <> 'RED'", today);
        mark(
                Colour.YELLOW,
                "deadline <= ? and deadline >= ? and colour = 'NONE'",
                Date.valueOf(deadlines.soonUntil()),
                today);
    }

    /** The work items first, as every command does, so that nobody waits for the other in a circle. */
    private void mark(Colour colour, String due, Date... dates) {
        var ids = jdbc.sql("""
                select id from issue
                where state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING') and not parked and %s order by id
                """.formatted(due))
                .params((Object[]) dates)
                .query(UUID.class)
                .list();
        for (var id : ids) {
            workItems.colour(id, colour);
            jdbc.sql("update issue set colour = ? where id = ?")
                    .params(colour.name(), id)
                    .update();
        }
    }
}

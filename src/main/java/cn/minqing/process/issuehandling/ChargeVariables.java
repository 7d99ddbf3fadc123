package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueProcess.Charge;
import cn.minqing.platform.AppClock;
import cn.minqing.process.EndOfDay;
import cn.minqing.process.RepeatingTime;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works on an issue and until when, as the model's variables. */
@Component
class ChargeVariables {
    private final AppClock clock;

    ChargeVariables(AppClock clock) {
        this.clock = clock;
    }

    Map<String, @Nullable Object> of(Charge charge) {
        var variables = new HashMap<String, @Nullable Object>(due(charge.due(), charge.dueSoon()));
        variables.put(
                IssueHandlingProcess.HANDLER_ID,
                charge.personId() == null ? null : charge.personId().toString());
        variables.put(IssueHandlingProcess.HANDLER_ROLE, charge.role());
        variables.put(IssueHandlingProcess.ISSUE_LEVEL, charge.level());
        return variables;
    }

    Map<String, Object> due(LocalDate due, LocalDate dueSoon) {
        return Map.of(
                IssueHandlingProcess.ISSUE_DUE,
                EndOfDay.of(due),
                IssueHandlingProcess.ISSUE_DUE_SOON,
                EndOfDay.startOf(dueSoon),
                IssueHandlingProcess.ISSUE_DUE_CYCLE,
                RepeatingTime.from(EndOfDay.over(due)),
                IssueHandlingProcess.ISSUE_DUE_SOON_CYCLE,
                RepeatingTime.from(notPast(EndOfDay.startOf(dueSoon))));
    }

    /** A short deadline is due soon from the start: remind in a moment, not in a week. */
    private Date notPast(Date moment) {
        var soonest = Date.from(clock.now().plusSeconds(1));
        return moment.before(soonest) ? soonest : moment;
    }
}

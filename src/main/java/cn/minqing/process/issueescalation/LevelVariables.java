package cn.minqing.process.issueescalation;

import cn.minqing.process.EndOfDay;
import cn.minqing.process.RepeatingTime;
import java.time.LocalDate;
import java.util.Map;

/** Until when a level is to be done, as the model's variables. */
public final class LevelVariables {
    private LevelVariables() {}

    public static Map<String, Object> due(LocalDate due) {
        return Map.of(
                IssueEscalationProcess.LEVEL_DUE,
                EndOfDay.of(due),
                IssueEscalationProcess.LEVEL_DUE_CYCLE,
                RepeatingTime.from(EndOfDay.over(due)));
    }
}

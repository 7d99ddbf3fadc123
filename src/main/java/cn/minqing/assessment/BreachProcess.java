package cn.minqing.assessment;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** The process of a breach of discipline, as the breach tells it what has happened. */
public interface BreachProcess {

    /** The unit is heard until {@code answerDue}; silence is an answer, too. */
    void recorded(UUID breachId, UUID campaignId, LocalDate answerDue, LocalDate decisionDue);

    void answered(OpenItem item);

    void decided(OpenItem item);
}

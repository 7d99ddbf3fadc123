package cn.minqing.process.householdvisit;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.Workdays;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code visit-order} by when a household of these categories is visited (S1.7). */
@Component
class VisitOrder {
    private final DecisionService decisions;
    private final Workdays workdays;
    private final AppClock clock;

    VisitOrder(DecisionService decisions, Workdays workdays, AppClock clock) {
        this.decisions = decisions;
        this.workdays = workdays;
        this.clock = clock;
    }

    /** Answers for one chunk of visits, so that the table is asked once for each category. */
    Of due(LocalDate due) {
        return new Of(due, Math.max(0, workdays.between(clock.today(), due)));
    }

    class Of {
        private final LocalDate due;
        private final int left;
        private final Map<String, Integer> known = new ConcurrentHashMap<>();

        private Of(LocalDate due, int left) {
            this.due = due;
            this.left = left;
        }

        LocalDate forCategories(Collection<String> categories) {
            var earlier = categories.stream()
                    .mapToInt(category -> known.computeIfAbsent(category, this::daysEarlier))
                    .max()
                    .orElse(0);
            return workdays.minus(due, Math.min(earlier, left));
        }

        private int daysEarlier(String category) {
            return decisions
                    .evaluateDecisionTableByKey(
                            "visit-order",
                            Variables.putValue("category", category).putValue("workdaysLeft", left))
                    .getSingleResult()
                    .<Integer>getEntry("daysEarlier");
        }
    }
}

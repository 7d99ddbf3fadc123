package cn.minqing.issue;

import cn.minqing.tasklist.WorkItem.Colour;

/** Says which colour an issue has and who is told next (R3, R6); the decision table {@code supervision-colour} answers. */
public interface SupervisionLadder {

    /** What is to be done. */
    enum Action {
        NONE,
        REMIND_HANDLER,
        REMIND_LEADER,
        SUPERVISE,
        CIRCULAR,
        /** The handling moves one level up. */
        RAISE
    }

    /**
     * Where an issue stands.
     *
     * @param waiting {@code acceptance} while a level has not said what it does with it, else {@code handling}
     * @param left days until that is due, counted as the deadline is; negative when it has passed
     * @param steps how many steps were taken for this deadline already
     * @param level name of the {@code AreaLevel} that has it; empty for the first visitor
     */
    record Situation(String waiting, int left, int steps, String level) {}

    /** @param recipient handler, unit-leader, superior, inspector; empty for nobody */
    record Step(Colour colour, Action action, String recipient, String reason, String source) {}

    Step step(Situation situation);
}

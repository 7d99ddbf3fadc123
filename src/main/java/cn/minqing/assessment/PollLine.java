package cn.minqing.assessment;

import java.util.UUID;

/** A household that was drawn, as those who ask see it; what it answered is not shown. */
public record PollLine(UUID householdId, String number, String headName, String place, String unitName, State state) {
    public enum State {
        OPEN,
        ANSWERED,
        NOT_REACHED
    }
}

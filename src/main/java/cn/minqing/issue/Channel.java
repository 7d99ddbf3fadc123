package cn.minqing.issue;

import java.util.List;

/** How a matter came in (S7.7): 入户走访, 一线工作日值班, 书记信箱, 专线电话, 恳谈会, 民情联系卡. */
public enum Channel {
    VISIT,
    DUTY_DAY,
    MAILBOX,
    HOTLINE,
    MEETING,
    CARD;

    /** What somebody may write down at the desk; a visit has its own sheet, and the card is the resident's own. */
    public static final List<Channel> OF_DESK = List.of(DUTY_DAY, MAILBOX, HOTLINE, MEETING);

    /** Whether a matter of the whole village may come this way, a road say, which no household raised alone. */
    public boolean allowsVillage() {
        return this == MAILBOX || this == HOTLINE || this == MEETING;
    }

    /** Whether the contact may take it in person, besides the leaders of the village and the office. */
    boolean inPerson() {
        return this == VISIT || this == DUTY_DAY || this == MEETING;
    }
}

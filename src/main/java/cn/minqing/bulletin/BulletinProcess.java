package cn.minqing.bulletin;

import cn.minqing.tasklist.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/** Takes a bulletin to the leading group and to the notice board; the process {@code bulletin} does it. */
public interface BulletinProcess {

    void start(UUID bulletinId, UUID campaignId, LocalDate signDue);

    void signed(OpenItem item);

    void returned(OpenItem item, LocalDate reviseDue);

    void revised(OpenItem item, LocalDate signDue);

    /** This one is not published after all. */
    void dropped(OpenItem item);
}

package cn.minqing.supervision;

import cn.minqing.issue.Supervisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does what the ladder of issues says. */
@Component
class LadderSupervisor implements Supervisor {
    private final Reminders reminders;
    private final ObjectProvider<Supervision> supervision;
    private final ObjectProvider<Circulars> circulars;

    LadderSupervisor(
            Reminders reminders, ObjectProvider<Supervision> supervision, ObjectProvider<Circulars> circulars) {
        this.reminders = reminders;
        this.supervision = supervision;
        this.circulars = circulars;
    }

    @Override
    public void remind(Late late, Recipient recipient) {
        reminders.add(late, recipient);
    }

    @Override
    public void supervise(Late late) {
        supervision.getObject().byLadder(late);
    }

    @Override
    public void circulate(Late late) {
        circulars.getObject().criticise(late);
    }
}

package cn.minqing.duty;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether turns of duty begin today. Any number of nodes may look at once. */
@Component
class DutySweep {
    private static final Logger LOG = LoggerFactory.getLogger(DutySweep.class);
    private static final int CHUNK = 100;

    private final Duties duties;

    DutySweep(Duties duties) {
        this.duties = duties;
    }

    @Scheduled(
            fixedDelayString = "${minqing.duty.sweep:PT1M}",
            initialDelayString = "${minqing.duty.sweep-first:PT40S}")
    void sweep() {
        try {
            while (duties.begin(CHUNK) == CHUNK) {
                LOG.debug("More duty begins today");
            }
        } catch (RuntimeException e) {
            LOG.warn("Duty does not begin for now and is tried again", e);
        }
    }
}

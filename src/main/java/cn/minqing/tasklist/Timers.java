package cn.minqing.tasklist;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timers that wait in running processes, and the clock that lets them fire; for administrators of the demo. */
@Service
@Transactional
public class Timers {
    private final ManagementService management;
    private final RepositoryService repository;
    private final AppClock clock;
    private final Audit audit;

    Timers(ManagementService management, RepositoryService repository, AppClock clock, Audit audit) {
        this.management = management;
        this.repository = repository;
        this.clock = clock;
        this.audit = audit;
    }

    /** A timer in a running process; {@code processName} is that of the model. */
    public record Waiting(Instant due, String processName) {}

    /** How many timers are due and have not fired yet. */
    @Transactional(readOnly = true)
    public int due() {
        Actors.current().require(Role.ADMINISTRATOR);
        return (int) management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(clock.now()))
                .count();
    }

    /** How many timers ran into a fault and gave up; an administrator has to look at them. */
    @Transactional(readOnly = true)
    public int failed() {
        Actors.current().require(Role.ADMINISTRATOR);
        return (int) management.createJobQuery().timers().noRetriesLeft().count();
    }

    /** The timers that fire next, soonest first. */
    @Transactional(readOnly = true)
    public List<Waiting> next(int limit) {
        Actors.current().require(Role.ADMINISTRATOR);
        return management
                .createJobQuery()
                .timers()
                .duedateHigherThan(Date.from(clock.now()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, limit)
                .stream()
                .map(job -> new Waiting(job.getDuedate().toInstant(), name(job)))
                .toList();
    }

    private String name(Job job) {
        var definition = repository.getProcessDefinition(job.getProcessDefinitionId());
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    /**
     * Moves the clock of the demo forward; what is due by then fires soon after.
     *
     * @throws cn.minqing.platform.UserError {@code clock.fixed}, {@code clock.backward}
     */
    public void moveClock(Instant moment) {
        var actor = Actors.current();
        actor.require(Role.ADMINISTRATOR);
        var before = clock.now();
        clock.moveTo(moment);
        audit.record(
                actor.id(),
                "clock.moved",
                "CLOCK",
                actor.id(),
                Map.of("from", before.toString(), "to", moment.toString()));
    }

    /** As {@link #moveClock(Instant)}, by a duration from now. */
    public void moveClock(Duration by) {
        moveClock(clock.now().plus(by));
    }
}

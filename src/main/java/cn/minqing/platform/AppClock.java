package cn.minqing.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one clock of domain and engine: the machine's time plus an offset that is kept in the database, so that every
 * node and every restart tells the same time. Only the demo may move it, and only forward.
 */
@Component
@DependsOnDatabaseInitialization
public class AppClock {
    /** The product's time zone; dates of campaigns and deadlines are dates there. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Without a word of the configuration: only where the demo world is. */
    private static final String MOVABLE =
            "#{${minqing.clock.movable:${minqing.demo} and '${minqing.database.url:}'.isEmpty()}}";

    private final JdbcClient jdbc;
    private final Clock base = Clock.system(ZONE);
    private final boolean movable;
    private final List<Consumer<Duration>> listeners = new ArrayList<>();
    private volatile Duration offset;

    AppClock(JdbcClient jdbc, @Value(MOVABLE) boolean movable) {
        this.jdbc = jdbc;
        this.movable = movable;
        this.offset = stored();
    }

    public Instant now() {
        return base.instant().plus(offset);
    }

    public LocalDateTime dateTime() {
        return LocalDateTime.ofInstant(now(), ZONE);
    }

    public LocalDate today() {
        return dateTime().toLocalDate();
    }

    /** Whether an administrator may move the clock (the demo and tests). */
    public boolean movable() {
        return movable;
    }

    /**
     * Moves the clock forward to the given moment.
     *
     * @throws UserError {@code clock.fixed} outside the demo, {@code clock.backward} for a moment in the past
     */
    @Transactional
    public void moveTo(Instant moment) {
        if (!movable) {
            throw new UserError("clock.fixed");
        }
        if (moment.isBefore(now())) {
            throw new UserError("clock.backward");
        }
        set(moment);
    }

    /** Sets the clock without looking back; for the first start of the demo world and for tests. */
    @Transactional
    public void set(Instant moment) {
        if (!movable) {
            throw new UserError("clock.fixed");
        }
        var wanted = Duration.between(base.instant(), moment);
        jdbc.sql("update app_clock set offset_millis = ?")
                .param(wanted.toMillis())
                .update();
        apply(wanted);
    }

    /** Tells the listener the offset now and whenever it changes. */
    public void onChange(Consumer<Duration> listener) {
        listeners.add(listener);
        listener.accept(offset);
    }

    @Scheduled(fixedDelayString = "${minqing.clock.poll:PT2S}")
    void follow() {
        var stored = stored();
        if (movable && !stored.equals(offset)) {
            apply(stored);
        }
    }

    private void apply(Duration wanted) {
        offset = wanted;
        listeners.forEach(listener -> listener.accept(wanted));
    }

    private Duration stored() {
        return Duration.ofMillis(jdbc.sql("select offset_millis from app_clock")
                .query(Long.class)
                .single());
    }
}

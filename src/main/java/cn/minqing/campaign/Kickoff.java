package cn.minqing.campaign;

import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the visits that wait for it, in chunks of one transaction each. Killed at any moment it goes on where the last
 * commit left it: an item is marked in the transaction that starts its visit. Any number of nodes may run at once.
 *
 * <p>A chunk that fails is halved until the visit that cannot be started is alone; that one is parked with its reason
 * and the others go on.
 */
@Service
public class Kickoff implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Kickoff.class);
    private static final int LONGEST_REASON = 500;
    private static final int SECONDS_TO_FINISH = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final VisitStarter visits;
    private final RunningVisits running;
    private final AppClock clock;
    private final int chunkSize;
    private final Duration pause;
    private final boolean automatic;
    private final ExecutorService runner =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "minqing-kickoff"));
    private volatile boolean stopping;

    Kickoff(
            JdbcClient jdbc,
            JdbcTemplate batches,
            PlatformTransactionManager transactions,
            VisitStarter visits,
            RunningVisits running,
            AppClock clock,
            @Value("${minqing.kickoff.chunk-size:50}") int chunkSize,
            @Value("${minqing.kickoff.pause:PT0S}") Duration pause,
            @Value("${minqing.kickoff.automatic:${minqing.engine.job-executor}}") boolean automatic) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
        this.visits = visits;
        this.running = running;
        this.clock = clock;
        this.chunkSize = chunkSize;
        this.pause = pause;
        this.automatic = automatic;
    }

    private record Item(UUID contactId, int round, UUID batchId, LocalDate due) {}

    /**
     * Starts everything that waits, now and in this thread.
     *
     * @return how many visits were started
     */
    public int runPending() {
        var started = 0;
        while (!stopping) {
            var chunk = next();
            if (chunk.isEmpty()) {
                break;
            }
            started += start(chunk);
            rest();
        }
        return started;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onRequest(VisitsRequested requested) {
        runSoon();
    }

    /** Picks up what a killed node has left. */
    @Scheduled(fixedDelayString = "${minqing.kickoff.poll:PT10S}")
    void poll() {
        runSoon();
    }

    private void runSoon() {
        if (automatic && !stopping) {
            runner.execute(() -> {
                try {
                    runPending();
                } catch (RuntimeException e) {
                    LOG.warn("Starting visits stops for now and is tried again", e);
                }
            });
        }
    }

    /** The next items of one batch; only read, whoever starts them locks them again. */
    private List<Item> next() {
        var found = jdbc.sql("""
                select k.contact_id, k.round, k.batch_id, b.due_on as due
                from kickoff_item k join visit_batch b on b.id = k.batch_id
                where k.state = 'PENDING' order by k.batch_id, k.contact_id limit ?
                """).param(chunkSize).query(Item.class).list();
        return found.stream()
                .filter(item -> item.batchId().equals(found.getFirst().batchId()))
                .toList();
    }

    private int start(List<Item> items) {
        try {
            var started = transaction.execute(status -> startLocked(items));
            return started == null ? 0 : started;
        } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException e) {
            throw e; // the database, not the item: all stay pending
        } catch (RuntimeException e) {
            if (items.size() == 1) {
                park(items.getFirst(), e);
                return 0;
            }
            var middle = items.size() / 2;
            return start(items.subList(0, middle)) + start(items.subList(middle, items.size()));
        }
    }

    private int startLocked(List<Item> items) {
        var batchId = items.getFirst().batchId();
        var contacts = jdbc.sql("select " + Contacts.COLUMNS + """
                         from kickoff_item k join contact t on t.id = k.contact_id
                        where k.batch_id = :batch and k.contact_id in (:contacts) and k.state = 'PENDING'
                        order by k.contact_id for update of k skip locked
                        """)
                .param("batch", batchId)
                .param("contacts", items.stream().map(Item::contactId).toList())
                .query(Contacts.CONTACT)
                .list();
        if (contacts.isEmpty()) {
            return 0;
        }
        var first = items.getFirst();
        var inspected = first.round() == 0 ? Set.<UUID>of() : underInspection(contacts);
        var wanted = contacts.stream()
                .filter(contact -> contact.until() == null && !inspected.contains(contact.id()))
                .toList();
        if (!wanted.isEmpty()) {
            visits.start(wanted, batchId, first.due());
        }
        var now = Timestamp.from(clock.now());
        batches.batchUpdate(
                "update kickoff_item set state = ?, ended_at = ? where contact_id = ? and batch_id = ?",
                contacts.stream()
                        .map(contact -> new Object[] {
                            wanted.contains(contact) ? "STARTED" : "CANCELLED", now, contact.id(), batchId
                        })
                        .toList());
        return wanted.size();
    }

    /** Files that an inspector checks right now: a second case beside that one would ask for the visit twice. */
    private Set<UUID> underInspection(List<Contact> contacts) {
        var campaignId = contacts.getFirst().campaignId();
        var inspected = new HashSet<>(running.unfinished(campaignId));
        running.contactsWithoutFile(campaignId).forEach(inspected::remove);
        return inspected;
    }

    private void park(Item item, RuntimeException cause) {
        LOG.warn("The visit of contact {} cannot be started", item.contactId(), cause);
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        update kickoff_item set state = 'FAILED', reason = ?, ended_at = ?
                        where contact_id = ? and batch_id = ? and state = 'PENDING'
                        """)
                .params(reason(cause), Timestamp.from(clock.now()), item.contactId(), item.batchId())
                .update());
    }

    private static String reason(Throwable cause) {
        var root = cause;
        while (!(root instanceof UserError) && root.getCause() != null) {
            root = root.getCause();
        }
        var text = root instanceof UserError error ? error.code() : String.valueOf(root.getMessage());
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private void rest() {
        if (pause.isPositive()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopping = true;
            }
        }
    }

    /** Lets the chunk at hand commit. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        runner.shutdown();
        if (!runner.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            runner.shutdownNow();
        }
    }
}

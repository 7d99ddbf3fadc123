package cn.minqing.document;

import cn.minqing.campaign.CampaignArchived;
import cn.minqing.campaign.CampaignPhaseEntered;
import cn.minqing.campaign.CampaignPlanApproved;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the documents that are due and ends those of archived campaigns, in chunks of one transaction each: a phase may
 * ask thousands of cadres for one. Killed at any moment it goes on where the last commit left it; any number of nodes
 * may run at once. A document that cannot be started waits for the next run and holds up no other.
 */
@Service
public class DocumentKickoff implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentKickoff.class);
    private static final int SECONDS_TO_FINISH = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DocumentsDue due;
    private final DocumentProcess process;
    private final int chunkSize;
    private final boolean automatic;
    private final ExecutorService runner =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "minqing-documents"));
    private volatile boolean stopping;

    DocumentKickoff(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DocumentsDue due,
            DocumentProcess process,
            @Value("${minqing.document.chunk-size:50}") int chunkSize,
            @Value("${minqing.document.automatic:${minqing.engine.job-executor}}") boolean automatic) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.due = due;
        this.process = process;
        this.chunkSize = chunkSize;
        this.automatic = automatic;
    }

    /**
     * Starts and ends everything that waits for it, now and in this thread.
     *
     * @return how many documents were started
     */
    public int runPending() {
        var started = 0;
        var failed = new HashSet<UUID>();
        while (!stopping) {
            var chunk = waiting(failed);
            if (chunk.isEmpty()) {
                break;
            }
            started += start(chunk, failed);
        }
        lapse();
        return started;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void approved(CampaignPlanApproved event) {
        runSoon();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void entered(CampaignPhaseEntered event) {
        runSoon();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void archived(CampaignArchived event) {
        runSoon();
    }

    /** Picks up what a killed node has left. */
    @Scheduled(fixedDelayString = "${minqing.document.poll:PT30S}")
    void poll() {
        runSoon();
    }

    /** Who joined since is asked, too, and each period of a standing campaign brings its own documents. */
    @Scheduled(cron = "${minqing.document.sweep:0 20 4 * * *}", zone = "Asia/Shanghai")
    void sweep() {
        if (automatic) {
            due.sweep();
        }
    }

    private void runSoon() {
        if (automatic && !stopping) {
            runner.execute(() -> {
                try {
                    runPending();
                } catch (RuntimeException e) {
                    LOG.warn("Starting documents stops for now and is tried again", e);
                }
            });
        }
    }

    private List<UUID> waiting(Set<UUID> failed) {
        return jdbc
                .sql("select id from document where state = 'WAITING' order by id limit ?")
                .param(chunkSize + failed.size())
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> !failed.contains(id))
                .toList();
    }

    private int start(List<UUID> ids, Set<UUID> failed) {
        try {
            var started = transaction.execute(status -> startLocked(ids));
            return started == null ? 0 : started;
        } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException e) {
            throw e; // the database, not the document: all stay
        } catch (RuntimeException e) {
            if (ids.size() == 1) {
                LOG.warn("Document {} cannot be started", ids.getFirst(), e);
                failed.add(ids.getFirst());
                return 0;
            }
            var middle = ids.size() / 2;
            return start(ids.subList(0, middle), failed) + start(ids.subList(middle, ids.size()), failed);
        }
    }

    private int startLocked(List<UUID> ids) {
        var starts = jdbc.sql("""
                select id, campaign_id, person_id, by_role, due_on from document
                where id in (:ids) and state = 'WAITING' order by id for update skip locked
                """)
                .param("ids", ids)
                .query((row, number) -> new DocumentProcess.Start(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("by_role"),
                        row.getObject("due_on", java.time.LocalDate.class)))
                .list();
        if (starts.isEmpty()) {
            return 0;
        }
        jdbc.sql("update document set state = 'OPEN' where id in (:ids)")
                .param(
                        "ids",
                        starts.stream().map(DocumentProcess.Start::documentId).toList())
                .update();
        process.start(starts);
        return starts.size();
    }

    /** Documents of archived campaigns are not waited for any more. */
    private void lapse() {
        while (!stopping) {
            var ended = transaction.execute(status -> {
                var open = jdbc.sql("""
                        select d.id from document d join campaign c on c.id = d.campaign_id
                        where c.phase = 'ARCHIVED' and d.state in ('OPEN', 'HANDED_IN', 'RETURNED')
                        order by d.id limit ? for update of d skip locked
                        """).param(chunkSize).query(UUID.class).list();
                if (!open.isEmpty()) {
                    jdbc.sql("update document set state = 'LAPSED', version = version + 1 where id in (:ids)")
                            .param("ids", open)
                            .update();
                    process.withdraw(open);
                }
                return open.size();
            });
            if (ended == null || ended == 0) {
                return;
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

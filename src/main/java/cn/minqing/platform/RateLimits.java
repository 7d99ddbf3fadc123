package cn.minqing.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often somebody without an account may ask, counted for all nodes together in the database: a bucket of tokens for
 * each limit and key that fills again evenly. Of addresses and codes only a hash is kept, and no longer than it counts.
 */
@Component
public class RateLimits {
    /** What is limited; the figures are wide enough for a village behind one address. */
    public enum Limit {
        /** Pages shown to one address. */
        PAGE_PER_ADDRESS(180, Duration.ofMinutes(1)),
        /** Codes from one address that stand for nothing. */
        UNKNOWN_PER_ADDRESS(20, Duration.ofMinutes(10)),
        /** What one address sends in. */
        CHANGE_PER_ADDRESS(60, Duration.ofHours(1)),
        /** What is sent in with one card. */
        CHANGE_PER_CODE(10, Duration.ofHours(1));

        private final int times;
        private final Duration within;

        Limit(int times, Duration within) {
            this.times = times;
            this.within = within;
        }

        public int times() {
            return times;
        }

        private double perSecond() {
            return (double) times / within.toSeconds();
        }
    }

    private static final String FULLER =
            "least(:most, r.tokens + :rate * greatest(0, extract(epoch from clock_timestamp() - r.at)))";

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    RateLimits(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Counts one more time, whatever becomes of what is asked; false when it is one too many. */
    public boolean allow(Limit limit, String key) {
        return Boolean.TRUE.equals(apart.execute(status -> jdbc.sql("""
                insert into rate_limit as r (kind, key_hash, tokens, at) values (:kind, :key, :most - 1, clock_timestamp())
                on conflict (kind, key_hash) do update set tokens = %1$s - 1, at = clock_timestamp() where %1$s >= 1
                """.formatted(FULLER))
                        .param("kind", limit.name())
                        .param("key", hash(key))
                        .param("most", (double) limit.times)
                        .param("rate", limit.perSecond())
                        .update()
                == 1));
    }

    /** Whether nothing is left, without counting. */
    public boolean exhausted(Limit limit, String key) {
        return jdbc.sql("select " + FULLER + " < 1 from rate_limit r where kind = :kind and key_hash = :key")
                .param("kind", limit.name())
                .param("key", hash(key))
                .param("most", (double) limit.times)
                .param("rate", limit.perSecond())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Scheduled(fixedDelayString = "PT5M")
    void forgetFull() {
        for (var limit : Limit.values()) {
            jdbc.sql("delete from rate_limit where kind = ? and at < clock_timestamp() - ? * interval '1 second'")
                    .params(limit.name(), limit.within.toSeconds())
                    .update();
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

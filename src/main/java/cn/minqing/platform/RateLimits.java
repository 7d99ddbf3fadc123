package cn.minqing.platform;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often somebody without an account may ask. Each node counts by itself: with sticky sessions an address reaches one
 * node, and with n nodes a limit is at worst n times as wide, which still keeps codes from being guessed. What is counted
 * is forgotten when it is full again, and never written down.
 */
@Component
public class RateLimits {
    private static final int MOST_KEYS = 50_000;

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
    }

    private final Map<Limit, Map<String, Bucket>> buckets = new EnumMap<>(Limit.class);

    RateLimits() {
        for (var limit : Limit.values()) {
            buckets.put(limit, new ConcurrentHashMap<>());
        }
    }

    /** Counts one more time; false when it is one too many. */
    public boolean allow(Limit limit, String key) {
        return bucket(limit, key).tryConsume(1);
    }

    /** Whether nothing is left, without counting. */
    public boolean exhausted(Limit limit, String key) {
        var known = buckets.get(limit).get(key);
        return known != null && known.getAvailableTokens() == 0;
    }

    @Scheduled(fixedDelayString = "PT5M")
    void forgetFull() {
        buckets.forEach(
                (limit, known) -> known.values().removeIf(bucket -> bucket.getAvailableTokens() >= limit.times));
    }

    /** When far too many ask at once, those that come last share one bucket. */
    private Bucket bucket(Limit limit, String key) {
        var known = buckets.get(limit);
        var kept = known.size() < MOST_KEYS || known.containsKey(key) ? key : "";
        return known.computeIfAbsent(
                kept,
                any -> Bucket.builder()
                        .addLimit(bandwidth -> bandwidth.capacity(limit.times).refillGreedy(limit.times, limit.within))
                        .build());
    }
}

package cn.minqing.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Time-ordered identifiers (UUIDv7): random ones cost the indexes more write-ahead log. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}

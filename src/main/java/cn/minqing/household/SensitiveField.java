package cn.minqing.household;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that is masked for most.
 *
 * @param memberId whose; null for PHONE, which belongs to the household
 */
public record SensitiveField(Kind kind, @Nullable UUID memberId) {

    public enum Kind {
        PHONE,
        ID_NUMBER,
        HEALTH,
        DISABILITY
    }

    public static final SensitiveField PHONE = new SensitiveField(Kind.PHONE, null);
}

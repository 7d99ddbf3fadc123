package cn.minqing.issue;

import java.util.Set;
import java.util.UUID;

/** Issues an inspector is to ask about without knowing what was claimed (R8); the context supervision knows. */
public interface BlindRevisits {

    /** Issues whose result the current person does not see yet. */
    Set<UUID> hidden();
}

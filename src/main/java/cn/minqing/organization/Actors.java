package cn.minqing.organization;

import cn.minqing.platform.UserError;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells who acts now. */
public final class Actors {
    private Actors() {}

    /**
     * The signed-in person.
     *
     * @throws UserError {@code signedOut} when nobody is
     */
    public static Actor current() {
        return find().orElseThrow(() -> new UserError("signedOut"));
    }

    /** The signed-in person, or nobody when the system itself acts (timers, kickoff). */
    public static Optional<Actor> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Account account
                ? Optional.of(account.actor())
                : Optional.empty();
    }

    /** The id of the signed-in person, null when the system itself acts. */
    public static @Nullable UUID currentId() {
        return find().map(Actor::id).orElse(null);
    }
}

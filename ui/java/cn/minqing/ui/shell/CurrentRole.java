package cn.minqing.ui.shell;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import com.vaadin.flow.server.VaadinSession;
import java.util.Comparator;
import java.util.List;

/** The role somebody works in now: who holds two sees the work of one at a time. Kept in the session. */
public final class CurrentRole {
    private static final String ATTRIBUTE = CurrentRole.class.getName();

    private CurrentRole() {}

    /** The role of the signed-in person; at first the one with most to decide, and CADRE for who holds none. */
    public static Role get() {
        var held = held(Actors.current());
        var session = VaadinSession.getCurrent();
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof Role role && held.contains(role)) {
            return role;
        }
        return held.isEmpty() ? Role.CADRE : held.getFirst();
    }

    /** Every role the person holds, each once; being a cadre comes last because others wait for the rest. */
    public static List<Role> held(Actor actor) {
        return actor.grants().stream()
                .map(Actor.Grant::role)
                .distinct()
                .sorted(Comparator.comparing((Role role) -> role == Role.CADRE).thenComparing(Role::ordinal))
                .toList();
    }

    /** Where the person holds the current role. */
    public static List<Actor.Grant> grants() {
        var role = get();
        return Actors.current().grants().stream()
                .filter(grant -> grant.role() == role)
                .toList();
    }

    /** Goes on in the role if the person holds it; for links that lead to the work of another role. */
    public static void workIn(Role role) {
        if (held(Actors.current()).contains(role)) {
            set(role);
        }
    }

    static void set(Role role) {
        Actors.current().require(role);
        VaadinSession.getCurrent().setAttribute(ATTRIBUTE, role);
    }
}

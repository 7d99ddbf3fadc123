package cn.minqing.organization;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** What Spring Security keeps of a signed-in person. */
final class Account extends User {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    Account(Actor actor, String passwordHash, boolean active) {
        super(actor.account(), passwordHash, active, true, true, true, authorities(actor));
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    private static Collection<? extends GrantedAuthority> authorities(Actor actor) {
        return List.copyOf(actor.grants().stream()
                .map(grant -> new SimpleGrantedAuthority("ROLE_" + grant.role().name()))
                .distinct()
                .toList());
    }
}

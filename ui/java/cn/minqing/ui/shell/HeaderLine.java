package cn.minqing.ui.shell;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Role;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The line on top of every page: in which campaign, and for which area or unit, somebody works. */
@Component
class HeaderLine {
    String of(Role role) {
        return CurrentRole.grants().stream()
                .map(Actor.Grant::scopeName)
                .distinct()
                .limit(2)
                .collect(Collectors.joining(" · "));
    }
}

package cn.minqing.demo;

import cn.minqing.organization.Actor;
import cn.minqing.organization.People;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The accounts that the sign-in page of the demo offers and the start prints. */
@Component
@ConditionalOnExpression("${minqing.demo} and '${minqing.database.url:}'.isEmpty()")
public class DemoAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final People people;
    private final Environment environment;

    DemoAccounts(People people, Environment environment) {
        this.people = people;
        this.environment = environment;
    }

    /**
     * One account.
     *
     * @param roleNames bundle keys of the roles, {@code role.cadre}
     * @param whatToTry bundle key of one sentence
     */
    public record DemoAccount(String account, String name, List<String> roleNames, String whatToTry) {}

    public List<DemoAccount> list() {
        return DemoData.read().offered().stream().map(this::account).toList();
    }

    private DemoAccount account(String account) {
        var actor = people.actor(account);
        var roles = actor.grants().stream()
                .map(Actor.Grant::role)
                .distinct()
                .map(role -> "role." + role.code())
                .toList();
        return new DemoAccount(account, actor.name(), roles, "demo.try." + account);
    }
}

package cn.minqing.demo;

import cn.minqing.organization.Actor;
import cn.minqing.organization.People;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The accounts that the sign-in page of the demo offers and the start prints. */
@Component
@ConditionalOnExpression("${minqing.demo} and '${minqing.database.url:}'.isEmpty()")
public class DemoAccounts {
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

    /** Tells whoever started the product where it is and how to sign in. */
    @EventListener
    void print(ApplicationReadyEvent ready) {
        var texts = ResourceBundle.getBundle("messages.demo", Locale.ROOT);
        var lines = new StringBuilder("\n")
                .append(MessageFormat.format(
                        texts.getString("demo.ready"), environment.getProperty("local.server.port")))
                .append('\n')
                .append(MessageFormat.format(texts.getString("demo.password"), DemoWorld.PASSWORD))
                .append('\n');
        for (var account : list()) {
            lines.append("  %-10s %s %s%n"
                    .formatted(account.account(), account.name(), texts.getString(account.whatToTry())));
        }
        System.out.println(lines);
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

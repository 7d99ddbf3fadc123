package cn.minqing.demo;

import cn.minqing.household.Households;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import java.time.Instant;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty embedded database with the office, the village and the 233 households of the first campaign (S1.2),
 * on the morning before it begins. Everybody in it is invented.
 */
@Component
@ConditionalOnExpression("${minqing.demo} and '${minqing.database.url:}'.isEmpty()")
public class DemoWorld implements ApplicationRunner {
    /** The same for every account: nothing real lies behind them. */
    public static final String PASSWORD = "Minqing-2013";

    private final Areas areas;
    private final Units units;
    private final People people;
    private final Households households;
    private final AppClock clock;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final PlatformTransactionManager transactions;

    DemoWorld(
            Areas areas,
            Units units,
            People people,
            Households households,
            AppClock clock,
            JdbcClient jdbc,
            PasswordEncoder passwords,
            PlatformTransactionManager transactions) {
        this.areas = areas;
        this.units = units;
        this.people = people;
        this.households = households;
        this.clock = clock;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select exists (select from person)").query(Boolean.class).single()) {
            return;
        }
        var data = DemoData.read();
        var random = new Random(data.households());
        var names = new InventedNames(data, random);
        setClock(data.begin().atZone(AppClock.ZONE).toInstant());
        var villageCode = addAreas(data);
        addOffice(data, names);
        addOtherUnits(data, names);
        households.addAll(new InventedHouseholds(data, names, random).of(villageCode));
    }

    /** For good at once: until it is stored, the clock would follow what is stored and fall back to today. */
    private void setClock(Instant begin) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(status -> clock.set(begin));
    }

    /** Answers with the code of the village. */
    private String addAreas(DemoData data) {
        data.areas().forEach(area -> areas.save(area.code(), area.level(), area.name(), area.source()));
        var village = data.areas().getLast().code();
        for (var index = 0; index < data.groups().size(); index++) {
            areas.save(
                    village + "%03d".formatted(index + 1),
                    AreaLevel.GROUP,
                    data.groups().get(index),
                    data.groupSource());
        }
        return village;
    }

    private void addOffice(DemoData data, InventedNames names) {
        var hash = passwords.encode(PASSWORD);
        var area = areas.byCode(data.officeArea()).orElseThrow();
        var office = units.add(data.office(), null, area.id(), 0);
        var number = 0;
        for (var index = 0; index < data.departments().size(); index++) {
            var row = data.departments().get(index);
            var department = units.add(row.name(), office.id(), area.id(), index + 1);
            for (var member = 0; member < row.people(); member++) {
                number++;
                var chief = member == 0;
                var cadre = people.addHashed(
                        chief ? "kezhang%02d".formatted(index + 1) : "ganbu%03d".formatted(number),
                        hash,
                        names.next(),
                        department.id(),
                        chief ? "section-chief" : "staff",
                        chief ? data.chief() : data.staff());
                people.grant(cadre.id(), Role.CADRE, department.id());
                if (chief) {
                    people.grant(cadre.id(), Role.UNIT_LEADER, department.id());
                }
            }
        }
        for (var official : data.officials()) {
            var person = people.addHashed(
                    official.account(), hash, names.next(), office.id(), "leader", official.position());
            people.grant(person.id(), Role.of(official.role()), office.id());
        }
    }

    private void addOtherUnits(DemoData data, InventedNames names) {
        var hash = passwords.encode(PASSWORD);
        for (var index = 0; index < data.units().size(); index++) {
            var row = data.units().get(index);
            var area = areas.byCode(row.area()).orElseThrow();
            var unit = units.add(row.name(), null, area.id(), index);
            for (var official : row.people()) {
                var person = people.addHashed(
                        official.account(), hash, names.next(), unit.id(), "leader", official.position());
                var role = Role.of(official.role());
                people.grant(person.id(), role, role == Role.DEPARTMENT_HANDLER ? unit.id() : area.id());
            }
        }
    }
}

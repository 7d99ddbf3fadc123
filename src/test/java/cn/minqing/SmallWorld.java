package cn.minqing;

import cn.minqing.organization.Area;
import cn.minqing.organization.People;
import cn.minqing.organization.Person;
import cn.minqing.organization.Unit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A world of a test's own: one county, town and village nobody else uses, an office with two departments of three
 * cadres each, the leaders above, and ten households in two groups.
 *
 * @param cadres by department, then number; each also a cadre, the first of each department its unit leader
 * @param bureau a unit of the county that an issue can be handed to, with {@code handler} in it
 * @param townStation a unit of the town, with {@code townHandler} in it
 */
public record SmallWorld(
        People people,
        Area county,
        Area town,
        Area village,
        List<Area> groups,
        Unit office,
        List<Unit> departments,
        List<Person> cadres,
        Person clerk,
        Person secondClerk,
        Person leadingGroup,
        Person inspector,
        Person villageLeader,
        Person townLeader,
        Person secondTownLeader,
        Person countyLeader,
        Unit bureau,
        Person handler,
        Unit townStation,
        Person townHandler,
        Person administrator,
        List<UUID> households) {

    /** The unit leader of a department. */
    public Person unitLeader(Unit department) {
        return cadres.stream()
                .filter(person -> person.unitId().equals(department.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Does something signed in as that person, and answers with what it answers. */
    public <T> T as(Person person, Callable<T> action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(people.authenticationOf(person.account()));
        SecurityContextHolder.setContext(context);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does something signed in as that person. */
    public void run(Person person, Runnable action) {
        as(person, () -> {
            action.run();
            return true;
        });
    }
}

package cn.minqing.issue;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItems;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Departments asked to help (协办), when a level hands an issue on and at any time while it is handled there. */
@Service
@Transactional
public class CoHandling {
    private final IssueRepository issues;
    private final IssueProcess process;
    private final CoHandlers coHandlers;
    private final Levels levels;
    private final Timeline timeline;
    private final WorkItems workItems;
    private final People people;
    private final Units units;

    CoHandling(
            IssueRepository issues,
            IssueProcess process,
            CoHandlers coHandlers,
            Levels levels,
            Timeline timeline,
            WorkItems workItems,
            People people,
            Units units) {
        this.issues = issues;
        this.process = process;
        this.coHandlers = coHandlers;
        this.levels = levels;
        this.timeline = timeline;
        this.workItems = workItems;
        this.people = people;
        this.units = units;
    }

    /** The departments the current person could still ask to help; empty for whoever may not ask. */
    @Transactional(readOnly = true)
    public List<Unit> choices(UUID issueId) {
        var asked = coHandlers.waiting(issueId);
        return asking(issueId)
                .map(received -> departments(received.areaId()).stream()
                        .filter(unit -> !unit.id().equals(received.unitId()) && !asked.contains(unit.id()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Whoever leads the level that has it, or the lead department, asks others to help. Those asked already stay asked
     * once.
     *
     * @throws UserError {@code forbidden}, also when it is not being handled at a level any more; {@code form.invalid} at
     *     {@code units}
     */
    public void name(UUID issueId, List<UUID> unitIds) {
        workItems.lock(issueId);
        var received = asking(issueId).orElseThrow(UserError::forbidden);
        var issue = issues.findById(issueId).orElseThrow(() -> new UserError("issue.unknown"));
        new Form().require(!unitIds.isEmpty(), "units", "issue.missing.unit").check();
        name(issue, received, unitIds);
    }

    /** The lead department among them is left out. */
    void name(Issue issue, Levels.Received received, List<UUID> unitIds) {
        var allowed = departments(received.areaId()).stream().map(Unit::id).toList();
        var named = coHandlers.name(
                issue.getId(),
                unitIds.stream()
                        .filter(id -> allowed.contains(id) && !id.equals(issue.handlerScopeId))
                        .toList());
        if (named.isEmpty()) {
            return;
        }
        timeline.add(
                issue.getId(),
                EntryKind.CO_HANDLING_ASKED,
                issue.level,
                "",
                named.stream().map(id -> units.get(id).name()).collect(Collectors.joining("、")));
        process.coHandlersNamed(issue.getId(), named);
    }

    List<Unit> departments(UUID areaId) {
        return units.ofArea(areaId).stream()
                .filter(unit ->
                        !people.holding(Role.DEPARTMENT_HANDLER, unit.id()).isEmpty())
                .toList();
    }

    /** The level that handles it, when the current person may ask in its name. */
    private Optional<Levels.Received> asking(UUID issueId) {
        var handled = workItems.waitingFor(issueId).stream()
                .anyMatch(item -> item.element().equals(IssueTasks.HANDLE_AT_LEVEL)
                        || item.element().equals(IssueTasks.HANDLE_BY_DEPARTMENT));
        return handled
                ? levels.current(issueId).filter(received -> mayAsk(Actors.current(), received))
                : Optional.empty();
    }

    private static boolean mayAsk(Actor actor, Levels.Received received) {
        return actor.has(Role.leading(received.level()), received.areaId())
                || (received.unitId() != null && actor.has(Role.DEPARTMENT_HANDLER, received.unitId()));
    }
}

package cn.minqing.process.contacthandover;

import cn.minqing.campaign.ContactsMoved;
import cn.minqing.duty.Rosters;
import cn.minqing.issue.Issues;
import cn.minqing.tasklist.WorkItems;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What is open about households whose contact has moved: visits, issues and every task the predecessor had. */
@Component
class OpenWork {
    private static final String HOUSEHOLD_VISIT = "household-visit";
    private static final String CADRE_ID = "cadreId";

    private final RuntimeService runtime;
    private final WorkItems workItems;
    private final Issues issues;
    private final Rosters rosters;

    OpenWork(RuntimeService runtime, WorkItems workItems, Issues issues, Rosters rosters) {
        this.runtime = runtime;
        this.workItems = workItems;
        this.issues = issues;
        this.rosters = rosters;
    }

    void follow(ContactsMoved moved) {
        moved.contactIds().forEach(contact -> visitTo(contact, moved.to()));
        issues.handOver(moved.from(), moved.to(), moved.householdIds());
        workItems.reassign(moved.from(), moved.to(), moved.householdIds());
        rosters.handOver(moved.campaignId(), moved.from(), moved.to());
    }

    /** The next visit, too, is the successor's. */
    private void visitTo(UUID contactId, UUID successor) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(contactId.toString(), HOUSEHOLD_VISIT)
                .list()
                .forEach(visit -> runtime.setVariable(visit.getId(), CADRE_ID, successor.toString()));
    }
}

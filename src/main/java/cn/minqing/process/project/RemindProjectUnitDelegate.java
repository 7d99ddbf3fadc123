package cn.minqing.process.project;

import cn.minqing.organization.Role;
import cn.minqing.project.Projects;
import cn.minqing.supervision.Reminders;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒责任单位: the date of the project has passed. */
@Component
class RemindProjectUnitDelegate implements JavaDelegate {
    private final Projects projects;
    private final Reminders reminders;

    RemindProjectUnitDelegate(Projects projects, Reminders reminders) {
        this.projects = projects;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var project = projects.forTask(UUID.fromString(execution.getProcessBusinessKey()));
        reminders.projectOverdue(
                "project/" + project.id() + "/" + project.due(),
                project.campaignId(),
                project.id(),
                project.name(),
                Role.UNIT_LEADER.code(),
                project.unitId());
    }
}

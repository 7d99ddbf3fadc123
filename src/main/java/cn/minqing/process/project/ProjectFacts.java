package cn.minqing.process.project;

import cn.minqing.project.Projects;
import cn.minqing.tasklist.WorkItemFacts;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the task list shows of the tasks of {@code project}. */
@Component
class ProjectFacts implements WorkItemFacts {
    private final ObjectProvider<Projects> projects;

    ProjectFacts(ObjectProvider<Projects> projects) {
        this.projects = projects;
    }

    @Override
    public String process() {
        return ProjectModel.ID;
    }

    @Override
    public Facts of(Task task) {
        var project = projects.getObject().forTask(UUID.fromString(task.businessKey()));
        return new Facts(
                task.element().equals(Projects.IMPLEMENT) ? project.unitId() : project.hostUnitId(),
                project.campaignId(),
                null,
                project.areaCode(),
                "PROJECT",
                project.id(),
                project.name(),
                project.unit() + " · " + project.place());
    }
}

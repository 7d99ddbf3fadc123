package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.project.ProjectView;
import cn.minqing.project.Projects;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of the tasks of {@code project}: approve, carry out, check. */
@Component
class ProjectTasks implements TaskPage {
    private final Projects projects;
    private final Dates dates;

    ProjectTasks(Projects projects, Dates dates) {
        this.projects = projects;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("project." + Projects.APPROVE, "project." + Projects.IMPLEMENT, "project." + Projects.CHECK);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        var project = projects.forTask(item.subjectId());
        var panel = new Div();
        panel.addClassNames("page", "page-form");
        panel.add(Parts.header(project.name(), project.campaign()), facts(project));
        var bar = new Div();
        bar.addClassName("action-bar");
        switch (item.element()) {
            case Projects.IMPLEMENT -> {
                var result = Parts.area("project.result", Projects.CONTENT);
                result.setHelperText(text("project.result.help"));
                panel.add(Parts.section("project.reporting", result));
                bar.add(button(
                        "project.report",
                        true,
                        Map.of("result", result),
                        done,
                        () -> projects.report(item.id(), result.getValue())));
            }
            case Projects.APPROVE -> {
                var reason = Parts.area("document.field.reason", Projects.REASON);
                panel.add(Parts.section("project.deciding", reason));
                bar.add(
                        button(
                                "project.refuse",
                                false,
                                Map.of("reason", reason),
                                done,
                                () -> projects.decide(item.id(), false, reason.getValue())),
                        button(
                                "project.approve",
                                true,
                                Map.of("reason", reason),
                                done,
                                () -> projects.decide(item.id(), true, reason.getValue())));
            }
            default -> {
                var reason = Parts.area("document.field.reason", Projects.REASON);
                panel.add(Parts.section("project.checking", reason));
                bar.add(
                        button(
                                "project.notDone",
                                false,
                                Map.of("reason", reason),
                                done,
                                () -> projects.check(item.id(), false, reason.getValue())),
                        button(
                                "project.done",
                                true,
                                Map.of("reason", reason),
                                done,
                                () -> projects.check(item.id(), true, reason.getValue())));
            }
        }
        panel.add(bar);
        return panel;
    }

    private com.vaadin.flow.component.Component facts(ProjectView project) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        Parts.fact(facts, "project.unit", project.unit());
        Parts.fact(facts, "project.place", project.place());
        Parts.fact(facts, "project.origin", text("project.origin." + project.origin()));
        Parts.fact(facts, "project.due", dates.due(project.due(), Parts.locale()));
        project.funds()
                .forEach(fund -> Parts.fact(
                        facts, "project.fund." + fund.source(), text("project.money", fund.planned(), fund.arrived())));
        Parts.fact(facts, "project.result", project.result());
        Parts.fact(facts, "document.reason", project.reason());
        var section = Parts.section("document.facts", facts);
        project.content().lines().filter(line -> !line.isBlank()).forEach(line -> section.add(new Paragraph(line)));
        return section;
    }

    private static Button button(
            String key, boolean primary, Map<String, ? extends HasValidation> fields, Runnable done, Runnable command) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            if (Notices.attempt(fields, command)) {
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}

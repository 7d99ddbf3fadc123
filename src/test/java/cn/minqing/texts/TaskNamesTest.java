package cn.minqing.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The task list words a task by its element id: a model may not bring one that has no words. */
class TaskNamesTest {
    @Test
    @DisplayName("流程图里的每个人工任务都有中英文名称")
    void every_user_task_of_the_models_has_a_name() throws IOException {
        var wanted = new TreeSet<String>();
        try (var files = Files.walk(Path.of("processes"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                Bpmn.readModelFromFile(file.toFile())
                        .getModelElementsByType(UserTask.class)
                        .forEach(task -> wanted.add("task." + task.getId()));
            }
        }

        assertThat(wanted).isNotEmpty();
        var chinese = new TreeSet<String>();
        var english = new TreeSet<String>();
        for (var bundle : Bundle.all()) {
            chinese.addAll(Bundle.texts(bundle.chinese()).keySet());
            english.addAll(Bundle.texts(bundle.english()).keySet());
        }
        assertThat(chinese).containsAll(wanted);
        assertThat(english).containsAll(wanted);
    }
}

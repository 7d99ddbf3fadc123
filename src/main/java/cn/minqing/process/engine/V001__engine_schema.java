package cn.minqing.process.engine;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Runs the engine's own scripts for its tables, so that one migration history tells the whole schema. */
@Component
class V001__engine_schema extends BaseJavaMigration {
    private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        for (var part : PARTS) {
            var script = new EncodedResource(new ClassPathResource(FOLDER + part + ".sql"));
            ScriptUtils.executeSqlScript(context.getConnection(), script);
        }
    }
}

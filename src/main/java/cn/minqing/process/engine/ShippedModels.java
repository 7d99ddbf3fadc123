package cn.minqing.process.engine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of {@code processes/}: one deployment per folder, and none where its files have not changed, so
 * that a restart adds no version.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShippedModels implements ApplicationRunner {
    private static final List<String> KINDS = List.of(".bpmn", ".dmn", ".form");

    private final RepositoryService repository;

    ShippedModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/*");
        var models = Arrays.stream(files)
                .filter(file -> KINDS.stream().anyMatch(name(file)::endsWith))
                .sorted(Comparator.comparing(ShippedModels::name))
                .toList();
        var folders = models.stream().map(ShippedModels::folder).distinct().toList();
        for (var folder : folders) {
            var deployment = repository.createDeployment().name(folder).enableDuplicateFiltering(true);
            for (var model : models) {
                if (folder(model).equals(folder)) {
                    try (var content = model.getInputStream()) {
                        deployment.addInputStream(name(model), content);
                    }
                }
            }
            deployment.deploy();
        }
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static String folder(Resource file) {
        try {
            var parts = file.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.minqing.demo;

import cn.minqing.organization.AreaLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo's world as written in {@code demo/world.yaml}. */
record DemoData(
        LocalDateTime begin,
        List<AreaRow> areas,
        List<String> groups,
        String groupSource,
        int households,
        String office,
        String officeArea,
        String chief,
        String staff,
        List<Department> departments,
        List<Official> officials,
        List<OtherUnit> units,
        List<String> offered,
        String illness,
        String surnames,
        String middles,
        String lasts) {

    record AreaRow(String code, AreaLevel level, String name, String source) {}

    record Department(String name, int people) {}

    record Official(String account, String position, String role) {}

    record OtherUnit(String name, String area, List<Official> people) {}

    static DemoData read() {
        try (var file = new ClassPathResource("demo/world.yaml").getInputStream()) {
            return new YAMLMapper().readValue(file, DemoData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

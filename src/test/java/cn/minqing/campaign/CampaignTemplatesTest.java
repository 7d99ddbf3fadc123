package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("活动方案模板")
class CampaignTemplatesTest {
    private static final Path SHANGLUO = Path.of("processes/templates/s1-shangluo.yaml");
    private static final List<String> RULES = ContactPlanner.RULES;

    @Test
    @DisplayName("商洛模板：六个一、三个阶段，日期按模板推算为 01-15、01-21、03-21、03-31")
    void shangluo_is_whole() throws IOException {
        var template = parse(Files.readString(SHANGLUO));

        assertThat(template.obligations()).hasSize(6);
        assertThat(template.issueCategories()).hasSize(14);
        assertThat(CampaignDates.proposed(template, LocalDate.of(2013, 1, 15)))
                .isEqualTo(new CampaignDates(
                        LocalDate.of(2013, 1, 15),
                        LocalDate.of(2013, 1, 21),
                        LocalDate.of(2013, 3, 21),
                        LocalDate.of(2013, 3, 31)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s1-shangluo",
                "s2-jiedao",
                "s3-yunnan",
                "s4-yongshou",
                "s5-canlian",
                "s6-huishan",
                "s7-hubin",
                "s8-kaifaqu",
                "s9-qinzhou"
            })
    @DisplayName("九种制度的模板都能读")
    void every_system_is_shipped(String id) throws IOException {
        var yaml = Files.readAllBytes(Path.of("processes/templates/" + id + ".yaml"));

        assertThat(CampaignTemplates.parse(id + ".yaml", yaml, RULES).id()).isEqualTo(id);
    }

    @Test
    @DisplayName("统称和文件名称可以不写")
    void names_of_source_and_obligations_may_be_left_out() throws IOException {
        var yaml = Files.readString(SHANGLUO);

        assertThat(parse(yaml).obligationsName()).isEqualTo("六个一");
        assertThat(parse(yaml.replaceAll("(?m)^(sourceName|obligationsName): .*\\R", "")))
                .returns(null, CampaignTemplate::obligationsName)
                .returns(null, CampaignTemplate::sourceName);
    }

    @Test
    @DisplayName("有错的模板不能启动，逐项说明是哪一项、为什么")
    void faults_name_field_and_reason() throws IOException {
        var broken = Files.readString(SHANGLUO)
                .replace("days: 59", "days: 0")
                .replace("rule: balanced-by-unit", "rule: by-lot")
                .replace("measure: coverage", "measure: checkIns")
                .replace("    closing: 3 ", "    closure: 3 ")
                .replace("id: survey", "id: training")
                .replace("[VILLAGE, TOWN, COUNTY]", "[TOWN, VILLAGE, COUNTY]");

        assertThatThrownBy(() -> parse(broken))
                .hasMessageContaining("s1-shangluo.yaml")
                .hasMessageContaining("phases[1].days: must be 1 or more")
                .hasMessageContaining("assignment.rule: must be one of [balanced-by-unit, up-to-quota, as-required]")
                .hasMessageContaining("assessment[0].measure: must be one of")
                .hasMessageContaining("limits.workdays.closing: must be 1 or more")
                .hasMessageContaining("obligations: training stands there twice")
                .hasMessageContaining("escalation.levels: VILLAGE is no level above the one before");
    }

    @Test
    @DisplayName("类型不对时说明位置")
    void wrong_type_names_the_place() throws IOException {
        var broken = Files.readString(SHANGLUO).replace("days: 59", "days: long");

        assertThatThrownBy(() -> parse(broken)).hasMessageContaining("at phases.[1].days");
    }

    private static CampaignTemplate parse(String yaml) {
        return CampaignTemplates.parse("s1-shangluo.yaml", yaml.getBytes(StandardCharsets.UTF_8), RULES);
    }
}

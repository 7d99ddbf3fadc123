package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.UserError.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("活动方案模板：格式")
class CampaignTemplatesTest {
    private static final Path SHANGLUO = Path.of("processes/templates/s1-shangluo.yaml");
    private static final TemplateReader READER = new TemplateReader(ContactPlanner.RULES, form -> true);

    @Test
    @DisplayName("商洛模板：六个一、三个阶段，日期按模板推算为 01-15、01-21、03-21、03-31")
    void shangluo_is_whole() throws IOException {
        var template = template(Files.readString(SHANGLUO));

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
    @CsvSource({
        "s1-shangluo,2013-01-15,2013-01-21,2013-03-21,2013-03-31",
        "s2-jiedao,2003-10-01,2003-10-11,2003-12-22,2003-12-31",
        "s5-canlian,2014-04-26,2014-04-28,2014-05-05,2014-05-06",
        "s7-hubin,2013-04-01,2013-04-13,2013-12-01,2013-12-31",
        "s8-kaifaqu,2012-03-08,2012-03-10,2012-03-26,2012-04-08"
    })
    @DisplayName("有日期的通知，模板推算出的正是那些日期")
    void dates_are_those_of_the_notice(
            String id, LocalDate start, LocalDate implementation, LocalDate acceptance, LocalDate end)
            throws IOException {
        var template = template(Files.readString(SHANGLUO.resolveSibling(id + ".yaml")));

        assertThat(CampaignDates.proposed(template, start))
                .isEqualTo(new CampaignDates(start, implementation, acceptance, end));
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
        var yaml = Files.readString(SHANGLUO.resolveSibling(id + ".yaml"));

        assertThat(CampaignTemplates.shipped(READER, id + ".yaml", yaml).id()).isEqualTo(id);
    }

    @Test
    @DisplayName("统称和文件名称可以不写")
    void names_of_source_and_obligations_may_be_left_out() throws IOException {
        var yaml = Files.readString(SHANGLUO);

        assertThat(template(yaml).obligationsName()).isEqualTo("六个一");
        assertThat(template(yaml.replaceAll("(?m)^(sourceName|obligationsName): .*\\R", "")))
                .returns(null, CampaignTemplate::obligationsName)
                .returns(null, CampaignTemplate::sourceName);
    }

    @Test
    @DisplayName("每处错误说出行号、是哪一项、为什么")
    void faults_name_line_field_and_reason() throws IOException {
        var broken = Files.readString(SHANGLUO)
                .replace("days: 59", "days: 0")
                .replace("    closing: 3 ", "    closure: 3 ")
                .replace("percent: 10", "percent: many")
                .replace("closing:\n    VILLAGE: village-leader", "closing:\n    VILLAGE: mayor");

        assertThat(READER.read(broken).faults())
                .containsExactlyInAnyOrder(
                        fault(broken, "days: 0", "phases[1].days", "template.fault.min", "1"),
                        fault(broken, "limits:", 1, "limits.workdays.closing", "template.fault.missing"),
                        fault(broken, "    closure: 3", "limits.workdays.closure", "template.fault.unknown"),
                        fault(broken, "percent: many", "spotCheck.percent", "template.fault.type.integer"),
                        fault(
                                broken,
                                "VILLAGE: mayor",
                                "escalation.closing.VILLAGE",
                                "template.fault.choice",
                                "village-leader town-leader county-leader city-leader province-leader campaign-office"
                                        + " leading-group"));
        assertThatThrownBy(() -> CampaignTemplates.shipped(READER, "s1-shangluo.yaml", broken))
                .hasMessageContaining("s1-shangluo.yaml")
                .hasMessageContaining("phases[1].days");
    }

    @Test
    @DisplayName("各项之间对不上的也说出行号：分配办法、考评算法、编码重复、层级倒置、类别没有归类")
    void parts_must_fit_each_other() throws IOException {
        var broken = Files.readString(SHANGLUO)
                .replace("rule: balanced-by-unit", "rule: by-lot")
                .replace("measure: coverage", "measure: check-ins")
                .replace("id: survey", "id: training")
                .replace("[VILLAGE, TOWN, COUNTY]", "[TOWN, VILLAGE, COUNTY]")
                .replace(
                        "categories: [income, medical, schooling, housing]",
                        "categories: [medical, schooling, housing]");

        assertThat(READER.read(broken).faults())
                .contains(fault(
                        broken,
                        "rule: by-lot",
                        "assignment.rule",
                        "template.fault.choice",
                        "balanced-by-unit up-to-quota as-required"))
                .contains(fault(broken, "levels: [TOWN", "escalation.levels[1]", "template.fault.level"))
                .contains(fault(broken, "  classes:", "ledger.classes", "template.fault.noClass", "income"))
                .extracting(TemplateFault::field)
                .contains("assessment[0].measure", "obligations[2].id");
    }

    @Test
    @DisplayName("从记录里数的规定动作：要写数什么、多久、至少多少，数的记录要认得")
    void counted_obligations_say_what_is_counted() throws IOException {
        var hubin = Files.readString(SHANGLUO.resolveSibling("s7-hubin.yaml"));

        assertThat(fields(hubin.replace("    count: VISITS\n", ""))).contains("obligations[2].count");
        assertThat(fields(hubin.replace("    least: 2\n", ""))).containsExactly("obligations[3].least");
        assertThat(fields(hubin.replace("kinds: [good-deed]", "kinds: [check-in]")))
                .containsExactly("obligations[3].kinds[0]");
    }

    @Test
    @DisplayName("来路不明的文件伤不到系统：引用、嵌套过深、过大、多份、乱写都说得清，不会卡住")
    void hostile_text_is_refused() {
        var bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n";

        assertThat(only(bomb)).isEqualTo(new TemplateFault(1, "", Message.of("template.fault.reference")));
        assertThat(only("a: " + "[".repeat(50_000)).reason().code()).isEqualTo("template.fault.deep");
        assertThat(only("a: " + "x".repeat(300_000)).reason().code()).isEqualTo("template.fault.long");
        assertThat(only("a: 1\n---\nb: 2\n").reason().code()).isEqualTo("template.fault.documents");
        assertThat(only("").reason().code()).isEqualTo("template.fault.empty");
        assertThat(only("- a\n- b\n").reason().code()).isEqualTo("template.fault.noFields");
        assertThat(only("id: x\nid: y\n")).isEqualTo(new TemplateFault(2, "id", Message.of("template.fault.twice")));
        assertThat(only("a: b\n c: d: e\n").reason().code()).isEqualTo("template.fault.yaml");
        assertThat(only("a: !!java.net.URL [x]\n").reason().code()).startsWith("template.fault");
    }

    @Test
    @DisplayName("文字里的数字、日期和是否按写的读，不会变样")
    void scalars_keep_their_type() throws IOException {
        var yaml = Files.readString(SHANGLUO).replace("name: 走农户、访民情、解民忧", "name: '2013'");

        assertThat(template(yaml).name()).isEqualTo("2013");
        assertThat(fields(yaml.replace("'2013'", "2013"))).containsExactly("name");
    }

    private static CampaignTemplate template(String yaml) {
        var read = READER.read(yaml);
        assertThat(read.faults()).isEmpty();
        return java.util.Objects.requireNonNull(read.template());
    }

    private static List<String> fields(String yaml) {
        return READER.read(yaml).faults().stream().map(TemplateFault::field).toList();
    }

    private static TemplateFault only(String yaml) {
        var faults = READER.read(yaml).faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private static TemplateFault fault(String yaml, String stands, String field, String code, Object... args) {
        return fault(yaml, stands, 0, field, code, args);
    }

    private static TemplateFault fault(
            String yaml, String stands, int below, String field, String code, Object... args) {
        var lines = yaml.lines().toList();
        var line = Arrays.asList(lines.toArray(String[]::new))
                .indexOf(lines.stream()
                        .filter(one -> one.contains(stands))
                        .findFirst()
                        .orElseThrow());
        return new TemplateFault(line + 1 + below, field, Message.of(code, args));
    }
}

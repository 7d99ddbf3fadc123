package cn.minqing.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("随产品提供的表单")
class ShippedFormsTest {
    @Test
    @DisplayName("六问：问全六方面；不满意要说在哪里，愿意增收才问做什么")
    void six_questions() throws IOException {
        var form = form("six-questions");
        var answers = new HashMap<String, Object>(Map.of(
                "memberCount", 4,
                "employment", "farming",
                "medicalCover", "all",
                "pension", "family",
                "villageTeam", "good",
                "townTeam", "silent"));

        assertThat(form.parts().stream().filter(FormPart.Group.class::isInstance))
                .hasSize(6);
        assertThat(form.validate(answers).isEmpty()).isTrue();
        answers.put("villageTeam", "poor");
        assertThat(form.validate(answers).byPath()).containsOnlyKeys("opinionReason");
        answers.put("opinionReason", "账目没有公开");
        answers.put("wantsMore", true);
        assertThat(form.validate(answers).byPath()).containsOnlyKeys("industry");
        assertThat(form.fields().get("memberCount").properties()).containsEntry("household", "memberCount");
    }

    @Test
    @DisplayName("联系村（社区）成效表：村填四个改善，社区填四个加强")
    void place_outcome() throws IOException {
        var form = form("place-outcome");
        var answers = new HashMap<String, Object>(Map.of("place", "南峪村", "kind", "village"));

        assertThat(form.validate(answers).byPath())
                .containsOnlyKeys("infrastructure", "production", "appearance", "relations", "villageFacts");
        answers.put("kind", "community");
        assertThat(form.validate(answers).byPath())
                .containsOnlyKeys("organization", "service", "order", "culture", "communityFacts");
    }

    @Test
    @DisplayName("住户成效表：选的算做到的记一，别的记零；没答的不记")
    void outcomes_are_measured() throws IOException {
        var measures = form("household-outcome")
                .measures(Map.of("memberCount", 3, "food", "yes", "education", "none", "medical", "hard"));

        assertThat(measures.get("members")).isEqualByComparingTo("3");
        assertThat(measures.get("outcome.basic.food")).isEqualByComparingTo("1");
        assertThat(measures.get("outcome.basic.education")).isEqualByComparingTo("1");
        assertThat(measures.get("outcome.basic.medical")).isEqualByComparingTo("0");
        assertThat(measures).doesNotContainKey("outcome.basic.housing");
    }

    @Test
    @DisplayName("意见征集表：一条意见一行，因政策不能办的写明讲了什么道理；没有意见也算填完")
    void opinion_collection() throws IOException {
        var form = form("opinion-collection");
        var answers = new HashMap<String, Object>(Map.of("way", "symposium", "hasOpinion", "no"));

        assertThat(form.validate(answers).isEmpty()).isTrue();
        answers.put("hasOpinion", "yes");
        answers.put(
                "opinions",
                List.of(
                        Map.of("about", "policy", "content", "补贴标准低", "handling", "explain"),
                        Map.of("about", "facilities", "content", "路灯不亮", "handling", "later")));
        assertThat(form.validate(answers).byPath()).containsOnlyKeys("opinions[0].explained");
    }

    @Test
    @DisplayName("安全检查表：有隐患才逐处写，当场排除了的不用写谁整改")
    void safety_check() throws IOException {
        var form = form("safety-check");
        var answers = new HashMap<String, Object>(
                Map.of("checkedOn", "2012-03-12", "place", "home", "checked", List.of("electricity"), "found", "no"));

        assertThat(form.validate(answers).isEmpty()).isTrue();
        answers.put("found", "yes");
        answers.put(
                "hazards",
                List.of(
                        Map.of("kind", "electricity", "where", "灶房电线老化", "grade", "general", "removed", true),
                        Map.of("kind", "house", "where", "山墙外倾", "grade", "major")));
        assertThat(form.validate(answers).byPath()).containsOnlyKeys("hazards[1].responsible");
    }

    @Test
    @DisplayName("住户帮扶成效表：两不愁三保障，四项收入计入今年收入，不愁的不追问")
    void household_outcome() throws IOException {
        var form = form("household-outcome");
        var answers = new HashMap<String, Object>(Map.of(
                "food",
                "yes",
                "clothing",
                "yes",
                "education",
                "all",
                "medical",
                "all",
                "housing",
                "safe",
                "memberCount",
                3,
                "incomeWage",
                12000,
                "incomeBusiness",
                3000,
                "incomeProperty",
                0));
        answers.put("incomeTransfer", 900);

        assertThat(form.validate(answers).isEmpty()).isTrue();
        assertThat(form.measures(answers).entrySet().stream()
                        .filter(one -> one.getKey().startsWith("income"))
                        .map(Map.Entry::getValue)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo("15900");
        answers.put("education", "dropout");
        answers.put("food", "no");
        assertThat(form.validate(answers).byPath()).containsOnlyKeys("plentyLack", "dropout");
    }

    private static FormSchema form(String id) throws IOException {
        return FormSchema.parse(Files.readString(Path.of("processes/forms/" + id + ".form")));
    }
}

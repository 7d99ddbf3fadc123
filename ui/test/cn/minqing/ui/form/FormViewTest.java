package cn.minqing.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.form.FormSchema;
import cn.minqing.platform.UserError.Message;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FormViewTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 1, 21);

    @Test
    @DisplayName("调查摸底表：填进去的答案原样读得出来，类型与表单一致")
    void answers_come_back_as_they_were_set() {
        var form = form("baseline-survey");
        var answers = Map.<String, Object>of(
                "memberCount",
                new BigDecimal("5"),
                "labourCount",
                new BigDecimal("2"),
                "hardships",
                List.of("poor-household", "serious-illness"),
                "farmlandMu",
                new BigDecimal("3.5"),
                "housing",
                "repair",
                "hasStudents",
                true,
                "schoolingNeed",
                "住校伙食费",
                "mainDifficulty",
                "income");

        form.setAnswers(answers);

        assertThat(form.answers()).isEqualTo(answers);
    }

    @Test
    @DisplayName("条件不满足的题目不显示，也不交上去")
    void a_hidden_question_is_not_answered() {
        var form = form("baseline-survey");

        form.setAnswers(Map.of("schoolingNeed", "住校伙食费"));
        assertThat(form.answers()).doesNotContainKey("schoolingNeed");
        assertThat(field(form, "上学的难处").isVisible()).isFalse();

        form.setAnswers(Map.of("hasStudents", true, "schoolingNeed", "住校伙食费"));
        assertThat(form.answers()).containsEntry("schoolingNeed", "住校伙食费");
        assertThat(field(form, "上学的难处").isVisible()).isTrue();
    }

    @Test
    @DisplayName("四项收入自动合计")
    void income_adds_itself_up() {
        var form = form("baseline-survey");

        form.setAnswers(Map.of("incomeWage", 12000, "incomeBusiness", "3,500", "incomeTransfer", "１２００"));

        assertThat(form.total("group_income")).isEqualByComparingTo("16700");
        assertThat(all(form).stream().filter(Span.class::isInstance).map(c -> ((Span) c).getText()))
                .contains("16\u202f700 元");
    }

    @Test
    @DisplayName("读不懂的数字原样保留，在它的位置说明哪里不对")
    void what_cannot_be_read_is_kept_and_told_at_its_field() {
        var form = form("baseline-survey");
        form.setAnswers(Map.of("memberCount", "五口人"));

        assertThat(form.check()).isFalse();

        var members = (TextField) field(form, "家庭人口");
        assertThat(members.isInvalid()).isTrue();
        assertThat(members.getErrorMessage()).contains("error.form.number");
        assertThat(members.getValue()).isEqualTo("五口人");
        assertThat(((TextField) field(form, "耕地")).isInvalid()).isFalse();
    }

    @Test
    @DisplayName("服务器指出的问题按路径落到列表里的那一格")
    void faults_find_their_field_in_a_list() {
        var form = form("income-plan");
        form.setAnswers(
                Map.of("measureItems", List.of(Map.of("action", "种核桃"), Map.of("investment", new BigDecimal("-5")))));

        assertThat(form.showFaults(Map.of("measureItems[1].investment", Message.of("form.negative", "投入"))))
                .isTrue();

        var investments = all(form).stream()
                .filter(c -> c instanceof TextField text && text.getLabel().equals("投入"))
                .map(TextField.class::cast)
                .toList();
        assertThat(investments).hasSize(2);
        assertThat(investments.get(0).isInvalid()).isFalse();
        assertThat(investments.get(1).isInvalid()).isTrue();
    }

    @Test
    @DisplayName("上次的答案带出来并标灰，改过的不再标灰")
    void what_is_known_stands_there_in_grey() {
        var form = form("baseline-survey");
        var before = new FormView.Known(new BigDecimal("4"), LocalDate.of(2012, 3, 1));

        form.setKnown(Map.of("memberCount", before, "labourCount", before));

        assertThat(form.answers()).containsEntry("memberCount", new BigDecimal("4"));
        assertThat(field(form, "家庭人口").getElement().getClassList()).contains("known");
        assertThat(form.hasUnconfirmed()).isTrue();

        form.setTouched(java.util.Set.of("memberCount", "labourCount"));
        assertThat(field(form, "家庭人口").getElement().getClassList()).doesNotContain("known");
        assertThat(form.hasUnconfirmed()).isFalse();
    }

    private static FormView form(String id) {
        try {
            var json = Files.readString(Path.of("processes/household-visit/" + id + ".form"), StandardCharsets.UTF_8);
            return new FormView(FormSchema.parse(json), TODAY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component field(FormView form, String label) {
        return all(form).stream()
                .filter(component -> component instanceof HasValue<?, ?>
                        && label.equals(component.getElement().getProperty("label")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> all(Component root) {
        var found = new ArrayList<Component>();
        Stream.of(root).forEach(component -> collect(component, found));
        return found;
    }

    private static void collect(Component component, List<Component> found) {
        found.add(component);
        component.getChildren().forEach(child -> collect(child, found));
    }
}

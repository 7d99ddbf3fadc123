package cn.minqing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.minqing.form.FormSchema;
import cn.minqing.form.Forms;
import cn.minqing.household.HouseholdView;
import cn.minqing.household.Masking;
import cn.minqing.household.Relation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("填过的不再问")
class KnownAnswersTest {
    private static final LocalDate OLD = LocalDate.of(2012, 3, 1);
    private static final LocalDate NEW = LocalDate.of(2013, 1, 10);
    private static final FormSchema SURVEY = form("household-visit", "baseline-survey");
    private static final FormSchema OUTCOME = form("forms", "household-outcome");
    private static final FormSchema QUESTIONS = form("forms", "six-questions");

    @Test
    @DisplayName("别的表单里问过的同一件事带出来，注明哪天、哪张表")
    void another_form_knows() {
        var known = known(
                OUTCOME,
                household(null, Set.of()),
                answered(SURVEY, OLD, Map.of("incomeWage", 12000, "housing", "repair", "farmlandMu", 3)));

        assertThat(known)
                .containsEntry("incomeWage", new VisitSheet.Known(new BigDecimal("12000"), OLD, SURVEY.name()))
                .containsEntry("housing", new VisitSheet.Known("repair", OLD, SURVEY.name()))
                .doesNotContainKeys("farmlandMu", "food");
    }

    @Test
    @DisplayName("两张表都填过，带出较新的")
    void the_newest_wins() {
        var own = answered(OUTCOME, NEW, Map.of("incomeWage", 15000, "food", "yes"));
        var other = answered(SURVEY, OLD, Map.of("incomeWage", 12000, "incomeTransfer", 800));

        assertThat(known(OUTCOME, household(null, Set.of()), own, other))
                .containsEntry("incomeWage", new VisitSheet.Known(new BigDecimal("15000"), NEW, ""))
                .containsEntry("incomeTransfer", new VisitSheet.Known(new BigDecimal("800"), OLD, SURVEY.name()));
        assertThat(known(SURVEY, household(null, Set.of()), own, other))
                .containsEntry("incomeWage", new VisitSheet.Known(new BigDecimal("15000"), NEW, OUTCOME.name()));
    }

    @Test
    @DisplayName("登记册的人数和群体带出来；核对人口比填表晚的，以登记册为准")
    void the_register_knows() {
        var group = "poor-household";
        assertThat(known(SURVEY, household(null, Set.of(group, "something-else"))))
                .containsEntry("memberCount", new VisitSheet.Known(new BigDecimal("1"), null, ""))
                .containsEntry("hardships", new VisitSheet.Known(List.of(group), null, ""));

        var told = answered(QUESTIONS, OLD, Map.of("memberCount", 4));
        assertThat(known(SURVEY, household(null, Set.of()), told).get("memberCount"))
                .isEqualTo(new VisitSheet.Known(new BigDecimal("4"), OLD, QUESTIONS.name()));
        assertThat(known(SURVEY, household(NEW, Set.of()), told).get("memberCount"))
                .isEqualTo(new VisitSheet.Known(new BigDecimal("1"), NEW, ""));
    }

    @Test
    @DisplayName("选项对不上的不带")
    void what_the_question_does_not_offer_is_left_out() {
        var plan = form("household-visit", "income-plan");
        var away = answered(plan, OLD, Map.of("industry", "labour-export"));
        var farm = answered(plan, OLD, Map.of("industry", "planting"));

        assertThat(known(QUESTIONS, household(null, Set.of()), away)).doesNotContainKey("industry");
        assertThat(known(QUESTIONS, household(null, Set.of()), farm)).doesNotContainKey("hardships");
    }

    private static Map<String, VisitSheet.Known> known(
            FormSchema schema, HouseholdView household, VisitRows.Answered... answers) {
        var forms = mock(Forms.class);
        when(forms.has(anyString())).thenReturn(true);
        for (var one : List.of(SURVEY, OUTCOME, QUESTIONS, form("household-visit", "income-plan"))) {
            when(forms.get(one.id())).thenReturn(one);
        }
        var last = new java.util.LinkedHashMap<String, VisitRows.Answered>();
        for (var one : answers) {
            last.put(one.formId(), one);
        }
        return new KnownAnswers(forms, last, household).of(schema);
    }

    private static VisitRows.Answered answered(FormSchema form, LocalDate on, Map<String, Object> answers) {
        return new VisitRows.Answered(UUID.randomUUID(), form.id(), answers, true, on, "");
    }

    private static HouseholdView household(@Nullable LocalDate confirmed, Set<String> groups) {
        return new HouseholdView(
                UUID.randomUUID(),
                "",
                "",
                "",
                "",
                "",
                null,
                null,
                groups,
                List.of(new HouseholdView.Member(UUID.randomUUID(), "", Relation.HEAD, null, null, "", "", "", false)),
                confirmed,
                Masking.NONE);
    }

    private static FormSchema form(String folder, String id) {
        try {
            return FormSchema.parse(
                    Files.readString(Path.of("processes", folder, id + ".form"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

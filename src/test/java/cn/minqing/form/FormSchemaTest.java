package cn.minqing.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.platform.UserError.Message;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormSchemaTest {
    private final FormSchema form = FormSchema.parse("""
            {"id": "test-form", "components": [
              {"type": "text", "id": "text_intro", "text": "Welcome"},
              {"type": "group", "id": "group_income", "label": "Income", "components": [
                {"type": "number", "id": "n1", "key": "wage", "label": "Wage", "decimalDigits": 0,
                 "appearance": {"suffixAdorner": "元"}, "properties": {"measure": "income"},
                 "validate": {"required": true, "min": 0, "max": 10000000}},
                {"type": "number", "id": "n2", "key": "rent", "label": "Rent", "decimalDigits": 2,
                 "properties": {"measure": "income"}, "validate": {"min": 0}}]},
              {"type": "group", "id": "group_land", "path": "land", "label": "Land", "components": [
                {"type": "number", "id": "n3", "key": "mu", "label": "Mu", "validate": {"min": -5}}]},
              {"type": "checkbox", "id": "c1", "key": "student", "label": "Student"},
              {"type": "textfield", "id": "t1", "key": "school", "label": "School",
               "conditional": {"hide": "=student != true"}, "validate": {"required": true, "maxLength": 10}},
              {"type": "textfield", "id": "t2", "key": "class", "label": "Class",
               "conditional": {"hide": "=school = null"}, "validate": {"minLength": 2, "pattern": "^[0-9]+$"}},
              {"type": "select", "id": "s1", "key": "housing", "label": "Housing",
               "values": [{"label": "Safe", "value": "safe"}, {"label": "Bad", "value": "bad"}]},
              {"type": "checklist", "id": "cl", "key": "trades", "label": "Trades",
               "values": [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]},
              {"type": "datetime", "subtype": "date", "id": "d1", "key": "since", "dateLabel": "Since"},
              {"type": "textarea", "id": "ta", "key": "wishes", "label": "Wishes"},
              {"type": "dynamiclist", "id": "list_items", "path": "items", "label": "Items", "components": [
                {"type": "textfield", "id": "i1", "key": "action", "label": "Action", "validate": {"required": true}},
                {"type": "number", "id": "i2", "key": "cost", "label": "Cost", "validate": {"min": 0}}]}
            ]}
            """);

    @Test
    void complete_answers_have_no_fault_and_come_back_in_their_types() {
        var answers =
                Map.of("wage", "12,000", "land", Map.of("mu", 3.5), "trades", List.of("a", "a"), "since", "2013-01-21");

        assertThat(form.validate(answers).isEmpty()).isTrue();
        assertThat(form.clean(answers))
                .isEqualTo(Map.of(
                        "wage",
                        new BigDecimal("12000"),
                        "land",
                        Map.of("mu", new BigDecimal("3.5")),
                        "trades",
                        List.of("a"),
                        "since",
                        "2013-01-21"));
    }

    @Test
    void a_missing_answer_is_a_fault_only_when_the_form_has_to_be_complete() {
        assertThat(form.validate(Map.of()).byPath()).containsOnlyKeys("wage");
        assertThat(form.validatePartial(Map.of()).isEmpty()).isTrue();
        assertThat(form.validate(Map.of("wage", "  ")).byPath())
                .containsEntry("wage", Message.of("form.required", "Wage"));
    }

    @Test
    void numbers_that_are_none_or_out_of_range_are_told_apart() {
        assertThat(fault("wage", "a lot")).isEqualTo("form.number");
        assertThat(fault("wage", -1)).isEqualTo("form.negative");
        assertThat(fault("wage", 10_000_001)).isEqualTo("form.max");
        assertThat(fault("wage", "1.5")).isEqualTo("form.whole");
        assertThat(fault("rent", "1.555")).isEqualTo("form.decimals");
        assertThat(fault("rent", "1.50")).isEmpty();
        assertThat(form.validatePartial(Map.of("land", Map.of("mu", -6))).byPath())
                .containsEntry("land.mu", Message.of("form.min", "Mu", "-5", ""));
    }

    @Test
    void numbers_no_database_could_keep_are_refused_quickly() {
        for (var hostile : List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NaN,
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                "1e999999999",
                "NaN",
                "9".repeat(1_000_000),
                List.of(1),
                Map.of("a", 1),
                true)) {
            assertThat(fault("wage", hostile)).isEqualTo("form.number");
            assertThat(form.clean(Map.of("wage", hostile))).isEmpty();
        }
    }

    @Test
    void wrong_types_are_faults_not_exceptions() {
        assertThat(fault("wishes", 7)).isEqualTo("form.unreadable");
        assertThat(fault("wishes", List.of("a"))).isEqualTo("form.unreadable");
        assertThat(fault("student", "true")).isEqualTo("form.unreadable");
        assertThat(fault("housing", Map.of("value", "safe"))).isEqualTo("form.option");
        assertThat(fault("housing", "palace")).isEqualTo("form.option");
        assertThat(fault("trades", "a")).isEqualTo("form.unreadable");
        assertThat(fault("trades", List.of("a", "z"))).isEqualTo("form.option");
        assertThat(fault("since", "2013-02-30")).isEqualTo("form.date");
        assertThat(fault("since", "0013-02-03")).isEqualTo("form.date");
        assertThat(fault("since", "2".repeat(100_000))).isEqualTo("form.date");
        assertThat(fault("land", "mine")).isEqualTo("form.unreadable");
        assertThat(fault("items", Map.of())).isEqualTo("form.unreadable");
        assertThat(fault("items", List.of("a"))).isEqualTo("form.unreadable");
        assertThat(fault("items", Collections.nCopies(201, Map.of("action", "a"))))
                .isEqualTo("form.tooMany");
    }

    @Test
    void huge_texts_are_refused_and_control_characters_dropped() {
        assertThat(fault("wishes", "长".repeat(20_001))).isEqualTo("form.tooLong");
        assertThat(fault("wishes", "长".repeat(5_000_000))).isEqualTo("form.tooLong");
        assertThat(form.clean(Map.of("wishes", " a\u0000b\u0007\nc\ud800 "))).containsEntry("wishes", "ab\nc");
    }

    @Test
    void unknown_keys_are_dropped_at_every_depth() {
        var answers = new HashMap<String, Object>();
        IntStream.range(0, 10_000).forEach(i -> answers.put("k" + i, "x"));
        answers.put("wage", 1);
        answers.put("land", Map.of("mu", 1, "owner", "me"));
        answers.put("items", List.of(Map.of("action", "plant", "x", 1)));

        assertThat(form.clean(answers).toString()).isEqualTo("{wage=1, land={mu=1}, items=[{action=plant}]}");
    }

    @Test
    void what_is_hidden_is_neither_asked_nor_kept_even_when_hiding_hides_more() {
        var answers = new HashMap<String, Object>(Map.of("student", true, "school", "No. 1", "class", "12"));
        assertThat(form.clean(answers)).containsKeys("school", "class");

        answers.put("student", false);
        answers.put("class", "not a number");
        assertThat(form.clean(answers)).containsOnlyKeys("student");
        assertThat(form.validatePartial(answers).isEmpty()).isTrue();
    }

    @Test
    void texts_follow_their_rules() {
        assertThat(form.validate(Map.of("wage", 1, "student", true)).byPath()).containsOnlyKeys("school");
        var answers = Map.of("student", true, "school", "a much too long name", "class", "x");
        assertThat(form.validatePartial(answers).byPath())
                .containsEntry("school", Message.of("form.tooLong", "School", 10))
                .containsEntry("class", Message.of("form.tooShort", "Class", 2));
        assertThat(form.validatePartial(Map.of("student", true, "school", "a", "class", "xy"))
                        .byPath())
                .containsEntry("class", Message.of("form.pattern", "Class"));
    }

    @Test
    void untouched_entries_of_a_list_are_ignored_and_faults_name_the_entry() {
        var answers = Map.of(
                "items",
                List.of(Map.of(), Map.of("action", ""), Map.of("cost", -1), Map.of("action", "plant", "cost", 20)));

        assertThat(form.validate(answers).byPath()).containsOnlyKeys("wage", "items[2].action", "items[2].cost");
        assertThat(form.clean(answers).toString()).isEqualTo("{items=[{action=plant, cost=20}]}");
    }

    @Test
    void groups_and_measures_add_up() {
        var answers = Map.of("wage", 1000, "rent", "0.50", "items", List.of(Map.of("cost", 5), Map.of("cost", 6)));

        assertThat(form.total("group_income", answers)).isEqualByComparingTo("1000.5");
        assertThat(form.total("items", answers)).isEqualByComparingTo("11");
        assertThat(form.measures(answers)).containsOnlyKeys("income");
        assertThat(form.measures(answers).get("income")).isEqualByComparingTo("1000.5");
        assertThat(form.measures(Map.of())).isEmpty();
        assertThatThrownBy(() -> form.total("nowhere", answers)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_the_product_cannot_show_is_refused_when_it_is_read() {
        assertThatThrownBy(() -> FormSchema.parse("{\"components\": []}")).hasMessageContaining("without an id");
        assertThatThrownBy(() -> FormSchema.parse(
                        "{\"id\": \"x\", \"components\": [{\"type\": \"iframe\", \"id\": \"frame\"}]}"))
                .hasMessageContaining("iframe");
    }

    private String fault(String key, Object value) {
        var fault = form.validatePartial(Map.of(key, value)).byPath().get(key);
        return fault == null ? "" : fault.code();
    }
}

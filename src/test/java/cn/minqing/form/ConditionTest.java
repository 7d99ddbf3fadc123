package cn.minqing.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private final List<Map<String, ?>> scopes = List.of(
            Map.of("name", "inner", "n", 3),
            Map.of("name", "outer", "flag", true, "list", List.of("a", "b"), "deep", Map.of("key", "v"), "blank", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=name = \"inner\"",
                "=name != \"outer\"",
                "=flag = true",
                "=flag",
                "=not(flag = false)",
                "=missing = null",
                "=blank = null",
                "=n = 3.0 and n >= 3 and n < 4",
                "=n = 7 or (flag and n <= 3)",
                "=list contains(list, \"b\")",
                "=deep.key = \"v\"",
                "=-1 < n",
                "name = \"inner\""
            })
    void holds(String feel) {
        assertThat(Condition.parse(feel).test(scopes)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=name = \"other\"",
                "=missing",
                "=missing > 1",
                "=name > 1",
                "=not(flag)",
                "=list contains(list, \"z\")",
                "=list contains(name, \"i\")",
                ""
            })
    void does_not_hold(String feel) {
        assertThat(Condition.parse(feel).test(scopes)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=if a then b else c",
                "=a = ",
                "=(a = 1",
                "=a ** b",
                "=some x in y satisfies x",
                "=a = 1 b",
                "=="
            })
    void anything_else_is_refused_when_the_form_is_read(String feel) {
        assertThatThrownBy(() -> Condition.parse(feel)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quotes_inside_a_text_are_read() {
        assertThat(Condition.parse("=x = \"a\\\"b\"").test(List.of(Map.of("x", "a\"b"))))
                .isTrue();
    }
}

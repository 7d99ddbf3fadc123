package cn.minqing.papers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordPapersTest {
    private final WordPapers papers = new WordPapers();

    @Test
    @DisplayName("模板用到的名称缺了，不能印成空白")
    void a_missing_value_is_an_error() {
        assertThatThrownBy(() -> papers.print("report", Map.of("unit", "政府办")))
                .rootCause()
                .hasMessageContaining("number");
    }
}

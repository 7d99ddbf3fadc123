package cn.minqing.ui.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.household.MemberChange;
import cn.minqing.household.MemberInput;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.ui.issue.NewIssueInput;
import cn.minqing.visit.SheetInput.NewPromise;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeptSheetTest {

    @Test
    @DisplayName("草稿存成文本再取出来，一项不少")
    void a_draft_comes_back_whole() {
        var kept = new KeptSheet(
                UUID.randomUUID(),
                LocalDate.of(2013, 1, 26),
                "HOME",
                "户主本人",
                true,
                List.of(
                        MemberChange.add(new MemberInput("谢小妹", Relation.DAUGHTER, Sex.FEMALE, 2012)),
                        MemberChange.remove(UUID.randomUUID(), "外嫁")),
                "",
                Map.of(
                        "baseline-survey",
                        new KeptSheet.KeptForm(
                                Map.of("farmlandMu", new BigDecimal("3.5"), "hardships", List.of("poor-household")),
                                Set.of("farmlandMu"))),
                Map.of("training", "学嫁接"),
                List.of(NewIssueInput.empty()),
                List.of(new NewPromise("带资料来", null)),
                Set.of(UUID.randomUUID()),
                "老两口在家",
                null);

        assertThat(KeptSheet.of(kept.json())).isEqualTo(kept);
    }

    @Test
    @DisplayName("别的版本留下的草稿读不懂就不用，不出错")
    void a_draft_of_another_version_is_left_alone() {
        assertThat(KeptSheet.of("{\"visitedOn\":\"2013-01-26\"}")).isNull();
        assertThat(KeptSheet.of("[1, 2]")).isNull();
    }
}

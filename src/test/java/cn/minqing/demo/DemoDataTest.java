package cn.minqing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.organization.AreaLevel;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("演示数据")
class DemoDataTest {
    private final DemoData data = DemoData.read();

    @Test
    @DisplayName("117 名干部分在各科室，233 户分在八个组")
    void the_figures_of_the_notice() {
        assertThat(data.departments().stream()
                        .mapToInt(DemoData.Department::people)
                        .sum())
                .isEqualTo(117);
        assertThat(households()).hasSize(233);
        assertThat(households().stream()
                        .collect(Collectors.groupingBy(NewHousehold::groupCode, Collectors.counting()))
                        .values())
                .hasSize(8)
                .allMatch(count -> count >= 29 && count <= 30);
    }

    @Test
    @DisplayName("没有两个人同名，户号不重复")
    void nobody_is_there_twice() {
        assertThat(households().stream().map(NewHousehold::number)).doesNotHaveDuplicates();
        assertThat(households().stream().flatMap(one -> one.members().stream()).map(MemberInput::name))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("县及以上用国家标准代码，镇村代码写明是自编")
    void areas_say_where_their_codes_come_from() {
        assertThat(data.areas()).allSatisfy(area -> {
            assertThat(area.code()).hasSize(area.level().codeLength());
            assertThat(area.source().startsWith("GB/T 2260"))
                    .isEqualTo(area.level().ordinal() <= AreaLevel.COUNTY.ordinal());
        });
    }

    private List<NewHousehold> households() {
        var random = new Random(1);
        return new InventedHouseholds(data, new InventedNames(data, random), random).of("611002801801");
    }
}

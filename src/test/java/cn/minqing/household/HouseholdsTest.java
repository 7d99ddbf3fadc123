package cn.minqing.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class HouseholdsTest {
    @Autowired
    Households households;

    @Autowired
    Areas areas;

    @Test
    void smoke() {
        areas.save("98", AreaLevel.PROVINCE, "省", "test");
        areas.save("9801", AreaLevel.CITY, "市", "test");
        areas.save("980101", AreaLevel.COUNTY, "县", "test");
        areas.save("980101101", AreaLevel.TOWN, "镇", "test");
        areas.save("980101101201", AreaLevel.VILLAGE, "村", "test");
        var group = areas.save("980101101201001", AreaLevel.GROUP, "一组", "test");
        var id = households.add(new NewHousehold(
                group.code(),
                "10",
                "张秋生",
                "",
                List.of(new MemberInput("张秋生", Relation.HEAD, Sex.MALE, 1970)),
                Set.of("poor-household")));
        assertThat(households.summary(id).place()).isEqualTo("镇村一组");
        assertThat(households.resident("980101")).hasSize(1);
    }
}

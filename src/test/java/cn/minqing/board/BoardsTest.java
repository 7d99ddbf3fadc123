package cn.minqing.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contacts;
import cn.minqing.organization.Person;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DisplayName("一览：逐级往下看")
class BoardsTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Boards boards;

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcClient jdbc;

    private SmallWorld world;
    private CampaignView campaign;

    @BeforeEach
    void visits_are_under_way() {
        world = worlds.create();
        campaign = paths.visiting(world);
    }

    private Board of(Person person, String area) {
        return world.as(person, () -> boards.of(campaign.id(), area));
    }

    @Test
    @DisplayName("村分到组，数字加得起来；走访以后数字跟着变")
    void coverage_by_area() {
        var board = of(world.clerk(), "");
        assertThat(board.whole().code()).isEqualTo(campaign.areaCode());
        assertThat(board.whole()).returns(10, Board.Coverage::registered).returns(10, Board.Coverage::inContact);
        assertThat(board.parts()).isNotEmpty();
        assertThat(board.parts().stream().mapToInt(Board.Coverage::registered).sum())
                .isEqualTo(10);
        assertThat(board.whole().visited()).isZero();

        var contact = contacts.ofCampaign(campaign.id()).getFirst();
        jdbc.sql("update household_file set visits = 1 where contact_id = ?")
                .param(contact.id())
                .update();
        jdbc.sql("""
                insert into file_measure (file_id, measure, amount)
                select id, 'incomeThisYear.wage', 12000 from household_file where contact_id = ?
                """).param(contact.id()).update();

        var village = of(world.clerk(), world.village().code());
        assertThat(village.whole().visited()).isEqualTo(1);
        assertThat(village.parts())
                .extracting(Board.Coverage::code)
                .containsExactlyElementsOf(
                        world.groups().stream().map(group -> group.code()).toList());
        assertThat(village.parts()).noneMatch(Board.Coverage::divided);
        assertThat(village.income().getFirst().thisYear()).isEqualByComparingTo(new BigDecimal(12000));
        assertThat(village.income().getFirst().households()).isEqualTo(1);
        var group = of(world.clerk(), world.groups().getFirst().code());
        assertThat(group.parts()).isEmpty();
        assertThat(group.whole().registered()).isEqualTo(5);
    }

    @Test
    @DisplayName("领导看自己的区划，办公室看整个活动，别的人不能看")
    void rights() {
        assertThat(of(world.villageLeader(), "").whole().code())
                .isEqualTo(world.village().code());
        assertThatThrownBy(() -> of(world.villageLeader(), world.county().code()))
                .hasMessageContaining("forbidden");
        assertThat(of(world.countyLeader(), "").whole().code()).isEqualTo(campaign.areaCode());
        assertThat(world.as(world.inspector(), () -> boards.campaigns()))
                .extracting(CampaignView::id)
                .contains(campaign.id());
        for (var nobody : List.of(world.cadres().getFirst(), world.handler(), world.administrator())) {
            assertThatThrownBy(() -> of(nobody, "")).hasMessageContaining("forbidden");
        }
    }
}

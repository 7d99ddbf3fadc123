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
import java.util.UUID;
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
    BoardRecords behind;

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
    @DisplayName("每个数点开就是它数的那些户、那些事项")
    void figures_open_what_they_count() {
        var contact = contacts.ofCampaign(campaign.id()).getFirst();
        jdbc.sql("update household_file set visits = 1 where contact_id = ?")
                .param(contact.id())
                .update();
        var missed = contacts.ofCampaign(campaign.id()).getLast();
        world.run(world.clerk(), () -> contacts.end(missed.id()));
        var area = campaign.areaCode();
        var whole = of(world.clerk(), "").whole();

        assertThat(records(area, "registered")).hasSize(whole.registered());
        assertThat(records(area, "visited")).containsExactly(contact.householdId());
        assertThat(records(area, "missed"))
                .hasSize(whole.registered() - whole.inContact())
                .containsExactly(missed.householdId());
        assertThat(records(area, "complete")).hasSize(whole.complete());
        var issues = of(world.clerk(), "").issues();
        assertThat(records(area, "issues")).hasSize(issues.registered());
        assertThat(records(area, "coordinated")).hasSize(issues.coordinated());
        issues.byState()
                .forEach((state, number) ->
                        assertThat(records(area, "state." + state)).hasSize(number));
        var first = world.as(world.clerk(), () -> behind.page(campaign.id(), area, "registered", null, 4));
        var second = world.as(
                world.clerk(),
                () -> behind.page(
                        campaign.id(), area, "registered", first.getLast().id(), 100));
        assertThat(second).hasSize(whole.registered() - 4).doesNotContainAnyElementsOf(first);
        assertThatThrownBy(() -> world.as(
                        world.villageLeader(),
                        () -> behind.page(campaign.id(), world.county().code(), "registered", null, 10)))
                .hasMessageContaining("forbidden");
    }

    private List<UUID> records(String area, String figure) {
        return world.as(world.clerk(), () -> behind.page(campaign.id(), area, figure, null, 100)).stream()
                .map(BoardRecords.Line::id)
                .toList();
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

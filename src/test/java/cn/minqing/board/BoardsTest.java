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
    BoardRows rows;

    @Autowired
    OutcomeLabels labels;

    @Autowired
    cn.minqing.visit.IncomeAverages averages;

    @Autowired
    cn.minqing.campaign.CampaignTemplates templates;

    @Autowired
    cn.minqing.platform.AppClock clock;

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
    @DisplayName("成效：人均收入与全区平均比，两不愁三保障、四个明显各数做到的户；平均数只有办公室能填")
    void outcomes() {
        var known = contacts.ofCampaign(campaign.id()).stream().limit(2).toList();
        var year = clock.today().getYear();
        told(known.getFirst(), 1, "outcome.basic.food", 1, "outcome.basic.clothing", 1);
        told(known.getLast(), 4, "outcome.basic.food", 1, "outcome.basic.clothing", 0);
        assertThat(rows.outcomes(campaign.id(), "")).isEmpty();
        of(world.clerk(), "");
        assertThat(rows.outcomes(campaign.id(), "")).doesNotContainKey(Board.Outcome.AVERAGE);

        assertThatThrownBy(() -> world.run(world.clerk(), () -> averages.enter(campaign.id(), year + 1, 0)))
                .hasMessageContaining("form.invalid");
        assertThatThrownBy(() -> world.run(world.countyLeader(), () -> averages.enter(campaign.id(), year, 5000)))
                .hasMessageContaining("forbidden");
        world.run(world.clerk(), () -> averages.enter(campaign.id(), year - 1, 4000));
        world.run(world.clerk(), () -> averages.enter(campaign.id(), year, 5000));
        var board = of(world.clerk(), "");

        assertThat(rows.outcomes(campaign.id(), ""))
                .containsEntry(Board.Outcome.AVERAGE, new BoardRows.OutcomeCount(2, 1))
                .containsEntry("outcome.basic.food", new BoardRows.OutcomeCount(2, 2))
                .containsEntry("outcome.basic.clothing", new BoardRows.OutcomeCount(2, 1))
                .containsEntry("outcome.basic", new BoardRows.OutcomeCount(2, 1));
        assertThat(board.outcomes()).containsExactly(new Board.Outcome(Board.Outcome.AVERAGE, List.of(), 2, 1));
        assertThat(labels.of(templates.find("s9-qinzhou").orElseThrow(), rows.outcomes(campaign.id(), "")))
                .extracting(Board.Outcome::labels)
                .containsExactly(List.of(), List.of("两不愁", "三保障"), List.of("不愁吃"), List.of("不愁穿"));
        assertThat(world.as(world.clerk(), () -> averages.of(campaign.id())))
                .containsExactly(java.util.Map.entry(year, 5000), java.util.Map.entry(year - 1, 4000));
    }

    private void told(cn.minqing.campaign.Contact contact, int members, String first, int one, String second, int two) {
        jdbc.sql("update household_file set visits = 1, last_visit_on = ? where contact_id = ?")
                .params(clock.today(), contact.id())
                .update();
        jdbc.sql("""
                insert into file_measure (file_id, measure, amount)
                select f.id, m.measure, m.amount from household_file f
                cross join (values ('incomeThisYear.wage', 12000), ('members', ?), (?, ?), (?, ?)) m (measure, amount)
                where f.contact_id = ?
                """).params(members, first, one, second, two, contact.id()).update();
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

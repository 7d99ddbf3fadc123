package cn.minqing.process.monthlyledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.Channel;
import cn.minqing.issue.Issues;
import cn.minqing.issue.NewIssue;
import cn.minqing.issue.Route;
import cn.minqing.ledger.LedgerFilter;
import cn.minqing.ledger.Ledgers;
import cn.minqing.platform.Ids;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("各种活动的台账分类")
class TemplateLedgersTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns paths;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Issues issues;

    @Autowired
    Ledgers ledgers;

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({
        "s2-jiedao,普遍问题/个别问题/长远问题/当前问题",
        "s4-yongshou,解民忧/解民困/解民怨/意见建议",
        "s7-hubin,干部作风/实际困难/工作不足/发展建议",
        "s8-kaifaqu,民情台账/安全生产台账/矛盾纠纷台账/社会治安台账/计生服务台账/基层组织建设台账",
        "s9-qinzhou,富民引领/破解难题/助学助童/产业扶贫/维稳安民/文化启智"
    })
    @DisplayName("每个类别的事项各归一类，当场解决的只计数、不列入")
    void each_category_stands_in_its_class(String template, String classes) {
        var world = worlds.create();
        var campaign = paths.launchAs(world, template);
        var known = campaign.template();
        assertThat(known.ledgerClasses()).extracting(one -> one.name()).isEqualTo(List.of(classes.split("/")));

        world.run(world.clerk(), () -> {
            known.issueCategories()
                    .forEach(category -> register(campaign.id(), world.village().code(), category.code(), null));
            register(
                    campaign.id(),
                    world.village().code(),
                    known.issueCategories().getFirst().code(),
                    Route.ON_THE_SPOT);
            var all = LedgerFilter.of(campaign.id());
            known.ledgerClasses()
                    .forEach(one -> assertThat(ledgers.count(all.withClass(one.code())))
                            .as(one.name())
                            .isEqualTo(one.categories().size()));
            assertThat(ledgers.count(all)).isEqualTo(known.issueCategories().size());
            assertThat(ledgers.onTheSpot(all)).isEqualTo(1);
        });
    }

    private void register(
            java.util.UUID campaignId, String area, String category, @org.jspecify.annotations.Nullable Route route) {
        issues.register(new NewIssue(
                Ids.next(),
                campaignId,
                null,
                area,
                Channel.HOTLINE,
                category,
                "事项" + category,
                "群众来电反映" + category,
                false,
                route == null ? "above" : "now",
                route,
                "",
                route == null ? "" : "当场答复"));
    }
}

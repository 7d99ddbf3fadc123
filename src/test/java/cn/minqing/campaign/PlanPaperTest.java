package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.AssignedCampaigns;
import cn.minqing.tasklist.WorkItems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class PlanPaperTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    AssignedCampaigns campaigns;

    @Autowired
    Plans plans;

    @Autowired
    PlanPaper paper;

    @Autowired
    WorkItems workItems;

    @Test
    @DisplayName("活动方案打印成文，审定前标明草稿，没有起草时说明先起草")
    void the_plan_on_paper() throws Exception {
        var world = worlds.create();
        var campaign = campaigns.create(world, "走农户、访民情、解民忧");
        assertThatThrownBy(() -> world.as(world.clerk(), () -> paper.pdf(campaign.id())))
                .hasMessageContaining("plan.none");
        var item = world.as(world.clerk(), () -> workItems.about(campaign.id())).getFirst();
        var content = new PlanContent(
                "走出机关，深入基层。",
                "挨家挨户走访。\n逐户落实六个一。",
                "秘书长任组长。",
                "轻车简从，不扰民。",
                world.departments().stream().map(unit -> unit.id()).toList());
        world.run(world.clerk(), () -> plans.draftPlan(item.id(), content));

        var pdf = world.as(world.clerk(), () -> paper.pdf(campaign.id()));

        Files.write(Path.of("target", "plan.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("“走农户、访民情、解民忧”活动方案")
                    .contains("（草稿）")
                    .contains("参加单位：第1科、第2科。")
                    .contains(List.of("宣传动员", "组织实施", "总结验收"))
                    .contains("逐户落实六个一。")
                    .contains("轻车简从，不扰民。");
        }
    }
}

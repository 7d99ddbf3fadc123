package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class AnnexPaperTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactPoints points;

    @Autowired
    Balances balances;

    @Autowired
    AnnexPaper annex;

    @Test
    @DisplayName("对应表列出每名干部分到的联系点和联系户，打印和导出一致（S2.10）")
    void the_annex_lists_what_was_assigned() throws Exception {
        var world = worlds.create();
        var campaign = campaigns.assigned(world);
        var cadre = world.cadres().getFirst();
        var unit = world.departments().getFirst();
        world.run(
                world.clerk(),
                () -> points.add(
                        campaign.id(),
                        ContactPoint.Kind.VILLAGE,
                        unit.id(),
                        cadre.id(),
                        world.village().id(),
                        "包解困"));
        world.run(
                world.clerk(),
                () -> points.add(
                        campaign.id(),
                        ContactPoint.Kind.VILLAGE,
                        unit.id(),
                        null,
                        world.village().id(),
                        ""));

        var lines = world.as(world.clerk(), () -> annex.lines(campaign.id()));

        var place = world.town().name() + world.village().name();
        var assigned = world.as(world.clerk(), () -> contacts.lines(campaign.id(), null));
        assertThat(lines.stream().mapToInt(line -> line.households().size()).sum())
                .isEqualTo(assigned.size());
        assertThat(lines.getFirst()).isEqualTo(new AnnexPaper.Line(unit.name(), "", List.of(place), List.of()));
        var own = lines.stream()
                .filter(line -> line.unit().equals(unit.name()) && line.person().equals(cadre.name()))
                .findFirst()
                .orElseThrow();
        assertThat(own.places()).containsExactly(place + "（包解困）");
        assertThat(own.households())
                .hasSize((int) assigned.stream()
                        .filter(line -> line.contact().personId().equals(cadre.id()))
                        .count())
                .allMatch(home -> home.contains(world.village().name()));
        try (var document = Loader.loadPDF(world.as(world.clerk(), () -> annex.pdf(campaign.id())))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("干部联系对应表")
                    .contains(cadre.name())
                    .contains("包解困")
                    .contains(own.households().getFirst().replace(" ", ""));
        }
    }

    @Test
    @DisplayName("找联系户按页给出；调整以后只重算有关的人")
    void contacts_are_found_a_page_at_a_time() {
        var world = worlds.create();
        var campaign = campaigns.assigned(world);
        world.run(world.clerk(), () -> {
            var all = contacts.lines(campaign.id(), null);
            var first = contacts.search(campaign.id(), world.village().name(), null, 4);
            var last = first.stream()
                    .map(line -> line.contact().id())
                    .max(java.util.UUID::compareTo)
                    .orElseThrow();
            var rest = contacts.search(campaign.id(), world.village().name(), last, 100);
            assertThat(first).hasSize(4).doesNotContainAnyElementsOf(rest);
            assertThat(rest).hasSize(all.size() - 4);
            var one = all.getFirst();
            assertThat(contacts.search(campaign.id(), one.household().number(), null, 100))
                    .contains(one);
            assertThat(contacts.linesOf(campaign.id(), one.contact().personId()))
                    .contains(one)
                    .allMatch(line ->
                            line.contact().personId().equals(one.contact().personId()));
            assertThat(balances.coverageAfter(
                            campaign.id(),
                            balances.coverage(campaign.id()),
                            List.of(one.contact().personId())))
                    .isEqualTo(balances.coverage(campaign.id()));
        });
    }
}

package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorlds;
import cn.minqing.assessment.AssignedCampaigns;
import cn.minqing.household.Households;
import cn.minqing.household.MemberInput;
import cn.minqing.household.NewHousehold;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.organization.Person;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ContactCardsTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    AssignedCampaigns assigned;

    @Autowired
    Contacts contacts;

    @Autowired
    Households households;

    @Autowired
    ContactCards cards;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("民情联系卡一户一张，八张一页，户主姓名、联系人和他的电话能读回，二维码就是卡号的网址")
    void one_card_for_each_household() throws Exception {
        var world = worlds.create();
        var campaign = assigned.create(world, "走农户、访民情、解民忧");
        jdbc.sql("update person set phone = '0914-2312345' where id in (:ids)")
                .param("ids", world.cadres().stream().map(Person::id).toList())
                .update();

        var pdf = world.as(world.clerk(), () -> cards.pdf(campaign.id(), null));

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            var text = new PDFTextStripper().getText(document);
            for (var index = 0; index < world.households().size(); index++) {
                assertThat(text).contains("户主" + index);
            }
            assertThat(text).contains("民情联系卡").contains("0914-2312345");
            assertThat(text).contains("干部0").contains("第1科").contains("第 2 页　共 2 页");
            var codes = contacts.ofCampaign(campaign.id()).stream()
                    .map(Contact::cardCode)
                    .toList();
            assertThat(codes).hasSize(10).allSatisfy(code -> assertThat(text).contains(code));
            assertThat(scanned(document))
                    .containsExactlyInAnyOrderElementsOf(codes.stream()
                            .map(code -> "http://localhost:8080/card/" + code)
                            .toList());
        }
    }

    @Test
    @DisplayName("单位负责人只能打印本单位的联系卡，联系干部不能打印")
    void a_unit_leader_prints_the_own_unit() throws IOException {
        var world = worlds.create();
        var campaign = assigned.create(world, "走农户");
        var first = world.departments().getFirst();
        var second = world.departments().getLast();
        var leader = world.unitLeader(first);

        var own = world.as(leader, () -> cards.pdf(campaign.id(), first.id()));

        try (var document = Loader.loadPDF(own)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains(first.name()).doesNotContain(second.name());
        }
        assertThatThrownBy(() -> world.as(leader, () -> cards.pdf(campaign.id(), second.id())))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.as(leader, () -> cards.pdf(campaign.id(), null)))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.as(world.cadres().get(1), () -> cards.pdf(campaign.id(), first.id())))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("233户的联系卡几秒内打好，姓名里的标签只当文字")
    void a_whole_village_in_seconds() throws IOException {
        var world = worlds.create();
        var campaign = assigned.create(world, "走农户、访民情、解民忧");
        for (var index = 10; index < 233; index++) {
            var name = index == 10 ? "<b>甲</b>&\"乙\"" : "村民" + index;
            var household = households.add(new NewHousehold(
                    world.groups().getFirst().code(),
                    "%03d".formatted(index + 1),
                    name,
                    "0914-1234567",
                    List.of(new MemberInput(name, Relation.HEAD, Sex.MALE, 1960)),
                    Set.of()));
            assigned.assign(world, campaign.id(), household, index);
        }

        var before = System.nanoTime();
        var pdf = world.as(world.clerk(), () -> cards.pdf(campaign.id(), null));
        var took = Duration.ofNanos(System.nanoTime() - before);

        Files.write(Path.of("target", "contact-cards.pdf"), pdf);
        assertThat(took).isLessThan(Duration.ofMinutes(1));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(30);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("<b>甲</b>&\"乙\"")
                    .contains("村民232");
        }
    }

    /** What a scanner reads of each card of each page. */
    private static List<String> scanned(PDDocument document) throws Exception {
        var found = new ArrayList<String>();
        var renderer = new PDFRenderer(document);
        for (var page = 0; page < document.getNumberOfPages(); page++) {
            var image = renderer.renderImageWithDPI(page, 200);
            var width = image.getWidth() / 2;
            var height = image.getHeight() * 66 / 297;
            for (var card = 0; card < 8; card++) {
                var cell = image.getSubimage(
                        card % 2 * width, image.getHeight() * 12 / 297 + card / 2 * height, width, height);
                var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(cell)));
                try {
                    found.add(new QRCodeReader()
                            .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
                } catch (NotFoundException e) {
                    // the last page is not full
                }
            }
        }
        return found;
    }
}

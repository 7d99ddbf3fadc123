package cn.minqing.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorlds;
import cn.minqing.campaign.HouseholdLetters;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("日记、登记卡、一封信")
class HouseholdPapersTest {
    @Autowired
    VisitWorld.Tools tools;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Diaries diaries;

    @Autowired
    RegistrationCards cards;

    @Autowired
    HouseholdLetters letters;

    @Test
    @DisplayName("走访单上的日记自动汇集成册，只有本人能看，能打印")
    void the_own_diary() {
        var world = tools.create();
        var contact = world.visiting(false);
        var sheet = world.complete();
        world.submit(contact, sheet);

        var entries = world.people
                .as(world.cadre, () -> diaries.mine(world.campaign.id(), null, 10))
                .entries();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.words()).isEqualTo(sheet.diary());
            assertThat(entry.householdId()).isEqualTo(contact.householdId());
        });
        assertThat(world.people.as(world.cadre, () -> diaries.campaigns()))
                .extracting(one -> one.id())
                .containsExactly(world.campaign.id());
        assertThat(words(world.people.as(world.cadre, () -> diaries.pdf(world.campaign.id()))))
                .contains(entries.getFirst().head());
        var leader = world.people.unitLeader(world.people.departments().getLast());
        assertThat(world.people
                        .as(leader, () -> diaries.mine(world.campaign.id(), null, 10))
                        .entries())
                .isEmpty();
    }

    @Test
    @DisplayName("民情登记卡：联系人打印全部，别人打印的敏感内容隐去，无权的打印不了")
    void the_registration_card() {
        var world = tools.create();
        var contact = world.visiting(false);
        world.submit(contact, world.complete());
        var home = contact.householdId();

        var own = words(world.people.as(world.cadre, () -> cards.pdf(home)));
        assertThat(own).contains("民情登记卡").contains("家庭成员").doesNotContain("敏感内容已隐去");
        assertThat(world.people.as(world.cadre, () -> cards.model(home)).get("forms"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isNotEmpty();
        var village = world.people.villageLeader();
        assertThat(words(world.people.as(village, () -> cards.pdf(home)))).contains("敏感内容已隐去");
        assertThat(world.people.as(village, () -> cards.model(home)).get("forms"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
        var stranger = world.people.unitLeader(world.people.departments().getLast());
        assertThatThrownBy(() -> world.people.as(stranger, () -> cards.pdf(home)))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("每户一封信，写明联系人和联系卡号；只打印自己的户或本单位的户")
    void the_letter_to_each_household() {
        var world = worlds.create();
        var campaign = campaigns.mobilized(world);
        var department = world.departments().getFirst();
        var leader = world.unitLeader(department);
        var printed = words(world.as(leader, () -> letters.pdf(campaign.id(), department.id())));
        assertThat(printed)
                .contains("致住户的一封信")
                .contains(campaign.name())
                .contains(department.name() + "的" + leader.name());
        assertThat(words(world.as(world.clerk(), () -> letters.pdf(campaign.id(), department.id()))))
                .contains("联系卡号是");
        assertThat(words(world.as(leader, () -> letters.pdf(campaign.id(), null))))
                .contains(leader.name());
        assertThatThrownBy(() -> world.as(
                        leader,
                        () -> letters.pdf(
                                campaign.id(), world.departments().getLast().id())))
                .hasMessageContaining("forbidden");
        assertThatThrownBy(() -> world.as(world.clerk(), () -> letters.pdf(campaign.id(), null)))
                .hasMessageContaining("letter.none");
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

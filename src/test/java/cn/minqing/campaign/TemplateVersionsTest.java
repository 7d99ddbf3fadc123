package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.minqing.ProductTest;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("活动方案模板：版本")
class TemplateVersionsTest {
    @Autowired
    TemplateVersions versions;

    @Autowired
    CampaignTemplates templates;

    @Autowired
    TemplateStore store;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SmallWorlds worlds;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private String id;

    @BeforeEach
    void ownTemplate() {
        world = worlds.create();
        id = "t-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    @DisplayName("九种制度的模板都已入库，都能立项")
    void shipped_templates_are_there() {
        assertThat(templates.all())
                .extracting(CampaignTemplate::id)
                .contains(
                        "s1-shangluo",
                        "s2-jiedao",
                        "s3-yunnan",
                        "s4-yongshou",
                        "s5-canlian",
                        "s6-huishan",
                        "s7-hubin",
                        "s8-kaifaqu",
                        "s9-qinzhou");
    }

    @Test
    @DisplayName("起草、修改、发布：发布前不能立项，发布后新活动用新版，进行中的活动仍用旧版")
    void a_running_campaign_keeps_its_version() {
        var draft = office(() -> versions.create(id, "护堤走访", "s1-shangluo"));
        assertThat(templates.find(id)).isEmpty();

        office(() -> versions.release(id, 1, draft.revision()));
        var today = clock.today();
        var campaign = office(() -> campaigns.launch(
                id,
                "护堤走访一",
                world.office().id(),
                world.village().id(),
                CampaignDates.proposed(templates.find(id).orElseThrow(), today)));
        var second = office(() -> versions.save(id, 1, 1, text().replace("护堤走访", "护堤大走访")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.draft()).isTrue();
        assertThat(templates.find(id).orElseThrow().name()).isEqualTo("护堤走访");
        assertThatThrownBy(() -> office(() -> versions.release(id, 2, second.revision())))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("template.secondPerson"));
        world.as(world.secondClerk(), () -> versions.release(id, 2, second.revision()));

        assertThat(templates.find(id).orElseThrow())
                .returns("护堤大走访", CampaignTemplate::name)
                .returns(2, CampaignTemplate::version);
        assertThat(campaigns.get(campaign.id()).template())
                .returns("护堤走访", CampaignTemplate::name)
                .returns(1, CampaignTemplate::version);
    }

    @Test
    @DisplayName("两个人改同一份草稿，后存的人被告知是谁、何时改的，先存的不丢")
    void the_second_editor_is_told() {
        var draft = office(() -> versions.create(id, "护堤走访", "s1-shangluo"));
        office(() -> versions.save(id, 1, draft.revision(), text().replace("护堤走访", "先存")));

        assertThatThrownBy(() -> world.as(
                        world.secondClerk(), () -> versions.save(id, 1, draft.revision(), text().replace("先存", "后存"))))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.code()).isEqualTo("template.changed");
                    assertThat(error.message().args().getFirst())
                            .isEqualTo(world.clerk().name());
                });
        assertThat(text()).contains("先存");
    }

    @Test
    @DisplayName("有错的草稿存得下、发布不了；发布过的不能改、不能删")
    void faulty_drafts_are_kept_but_not_released() {
        var draft = office(() -> versions.create(id, "护堤走访", "s1-shangluo"));
        var saved = office(() -> versions.save(id, 1, draft.revision(), text().replace("days: 59", "days: 0")));

        assertThatThrownBy(() -> office(() -> versions.release(id, 1, saved.revision())))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("template.faulty"));
        var mended = office(() -> versions.save(id, 1, saved.revision(), text().replace("days: 0", "days: 5")));
        office(() -> versions.release(id, 1, mended.revision()));
        assertThatThrownBy(() -> office(() -> {
                    versions.discard(id, 1, mended.revision());
                    return 0;
                }))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("template.released"));
    }

    @Test
    @DisplayName("重启不覆盖办公室发布的版本；产品带来的新版等办公室采用，采用后才是现用的")
    void a_restart_never_overwrites() {
        var draft = office(() -> versions.create(id, "护堤走访", "s1-shangluo"));
        office(() -> versions.release(id, 1, draft.revision()));
        var shipped = text().replace("护堤走访", "随产品来的");
        var template = TemplateReader.stored(shipped);

        store.ship(template, shipped, clock.now());
        store.ship(template, shipped, clock.now());

        assertThat(templates.find(id).orElseThrow().name()).isEqualTo("护堤走访");
        var waiting = office(versions::all).stream()
                .filter(one -> one.id().equals(id) && one.shipped())
                .toList();
        assertThat(waiting).singleElement().returns(true, TemplateVersions.Version::draft);
        var taken = waiting.getFirst();
        office(() -> versions.release(id, taken.version(), taken.revision()));
        assertThat(templates.find(id).orElseThrow().name()).isEqualTo("随产品来的");
    }

    @Test
    @DisplayName("导出的文件能再导入，成为新的草稿；编码写得不对、文件读不出的说明原因")
    void what_is_exported_can_be_taken_in() {
        var draft = office(() -> versions.create(id, "护堤走访", "s7-hubin"));
        office(() -> versions.release(id, 1, draft.revision()));
        var exported = text();

        var taken = office(() -> versions.take(exported));

        assertThat(taken).returns(2, TemplateVersions.Version::version).returns(true, TemplateVersions.Version::draft);
        assertThat(office(() -> versions.differences(id, 2))).isEmpty();
        assertThatThrownBy(() -> office(() -> versions.take(exported)))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("template.draftThere"));
        assertThatThrownBy(() -> office(() -> versions.take("a: [")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("template.fault.yaml"));
    }

    @Test
    @DisplayName("与上一版的不同逐项说清：改了哪一项的什么，增了什么，去了什么")
    void differences_are_told_item_by_item() {
        var draft = office(() -> versions.create(id, "护堤走访", "s1-shangluo"));
        office(() -> versions.release(id, 1, draft.revision()));
        office(() -> versions.save(
                id,
                1,
                1,
                text().replace("days: 59", "days: 60")
                        .replace("name: 赠送一幅春联", "name: 送一幅对联")
                        .replaceAll("(?m)^ *- code: \"?poor-party-member\"?\\R +name: .*\\R", "")));

        assertThat(office(() -> versions.differences(id, 2)))
                .containsExactlyInAnyOrder(
                        new TemplateChange(
                                List.of(
                                        new TemplateChange.Step("phases[]", "组织实施"),
                                        new TemplateChange.Step("phases[].days", "")),
                                "59",
                                "60"),
                        new TemplateChange(
                                List.of(
                                        new TemplateChange.Step("obligations[]", "送一幅对联"),
                                        new TemplateChange.Step("obligations[].name", "")),
                                "赠送一幅春联",
                                "送一幅对联"),
                        new TemplateChange(List.of(new TemplateChange.Step("vulnerabilities[]", "困难党员")), "困难党员", ""));
    }

    @Test
    @DisplayName("干部不能改模板")
    void cadres_may_not() {
        assertThatThrownBy(() -> world.as(world.cadres().get(1), versions::all))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("forbidden"));
    }

    private String text() {
        return office(() -> versions.newest(id)).text();
    }

    private <T> T office(java.util.concurrent.Callable<T> work) {
        return world.as(world.clerk(), work);
    }
}

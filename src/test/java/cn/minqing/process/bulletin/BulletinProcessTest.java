package cn.minqing.process.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.minqing.ProductTest;
import cn.minqing.SmallCampaigns;
import cn.minqing.SmallWorld;
import cn.minqing.SmallWorlds;
import cn.minqing.bulletin.BulletinBoard;
import cn.minqing.bulletin.BulletinState;
import cn.minqing.bulletin.Bulletins;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Work;
import cn.minqing.obligation.WorkLog;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.CircularKind;
import cn.minqing.supervision.Circulars;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@DisplayName("简报签发")
class BulletinProcessTest {
    @Autowired
    SmallWorlds worlds;

    @Autowired
    SmallCampaigns campaigns;

    @Autowired
    Bulletins bulletins;

    @Autowired
    BulletinBoard board;

    @Autowired
    Circulars circulars;

    @Autowired
    WorkLog workLog;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WebApplicationContext context;

    @Autowired
    AppClock clock;

    private SmallWorld world;
    private CampaignView campaign;

    @BeforeEach
    void campaign() {
        world = worlds.create();
        campaign = campaigns.launch(world);
    }

    @Test
    @DisplayName("素材取自记录：走访和活动次数、通报表扬的典型，不用再填")
    void compiled_from_what_is_on_record() {
        transaction.executeWithoutResult(status -> workLog.done(List.of(
                work("visit.home", world.households().getFirst()),
                work("visit.home", world.households().getLast()))));
        var unit = world.departments().getFirst();
        world.run(
                world.leadingGroup(),
                () -> circulars.issue(campaign.id(), CircularKind.PRAISE, unit.id(), "先看水再看路", "做法好。"));
        var material = world.as(world.clerk(), () -> bulletins.material(campaign.id(), clock.today(), clock.today()));
        assertThat(material)
                .extracting(Bulletins.Entry::kind)
                .containsExactly(Bulletins.Kind.FIGURES, Bulletins.Kind.MODEL);
        assertThat(material.getFirst().words()).contains("入户走访 2 户次，走到 2 户");
        assertThat(material.getLast().words()).contains(unit.name()).contains("先看水再看路");
        assertThatThrownBy(() -> world.as(
                        world.leadingGroup(), () -> bulletins.material(campaign.id(), clock.today(), clock.today())))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("领导小组签发后按活动连续编号，公示栏不登录就能看，也能打印")
    void signed_numbered_and_published() throws Exception {
        var first = submit("第一周走访情况", "走访开局良好。");
        var second = submit("第二周走访情况", "继续走访。");
        sign(second);
        sign(first);
        assertThat(number(second)).isEqualTo(1);
        assertThat(number(first)).isEqualTo(2);
        assertThat(running(first)).isFalse();
        var cadre = world.cadres().getFirst();
        assertThat(world.as(cadre, () -> bulletins.page(null, 2).bulletins()))
                .extracting(one -> one.id())
                .containsExactly(second, first);
        var page = MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get("/notice-board/bulletins"))
                .andReturn()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("第一周走访情况", "走访开局良好。");
        assertThat(new String(world.as(cadre, () -> board.pdf(first)), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    @DisplayName("退回的办公室修改后再签；不发的撤销，不占期号，也不公布")
    void returned_revised_or_dropped() {
        var id = submit("走访情况", "情况良好。");
        assertThatThrownBy(() -> world.run(
                        world.leadingGroup(), () -> bulletins.sendBack(campaigns.task(id, Bulletins.SIGN), "")))
                .hasMessageContaining("form.invalid");
        sendBack(id);
        world.run(
                world.clerk(),
                () -> bulletins.revise(campaigns.task(id, Bulletins.REVISE), content("走访情况", "走访八户，两户不在家。"), false));
        sign(id);
        assertThat(world.as(world.clerk(), () -> bulletins.get(id)).body()).isEqualTo("走访八户，两户不在家。");

        var dropped = submit("不发的", "没有内容。");
        sendBack(dropped);
        world.run(world.clerk(), () -> bulletins.drop(campaigns.task(dropped, Bulletins.REVISE)));
        assertThat(running(dropped)).isFalse();
        assertThat(world.as(world.clerk(), () -> bulletins.get(dropped)).state())
                .isEqualTo(BulletinState.DROPPED);
        assertThatThrownBy(() -> world.as(world.cadres().getFirst(), () -> bulletins.get(dropped)))
                .hasMessageContaining("forbidden");
    }

    @Test
    @DisplayName("有电话、证件号的不能报送；有住户姓名的要改或核对；不能签自己写的；重复点击只报一次")
    void no_personal_data_and_nobody_signs_their_own() {
        assertThatThrownBy(() -> submit("走访", "有事请打 13912345678。"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("bulletin.numbers"));
        assertThatThrownBy(() -> submit("走访", "户主3家修好了屋顶。"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("bulletin.names"));
        world.people()
                .grant(world.clerk().id(), Role.LEADING_GROUP, world.office().id());
        var key = Bulletins.newKey();
        for (var click = 0; click < 2; click++) {
            world.as(world.clerk(), () -> bulletins.submit(key, campaign.id(), content("走访", "户主3家修好了屋顶。"), true));
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.toString())
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> world.run(world.clerk(), () -> bulletins.sign(campaigns.task(key, Bulletins.SIGN))))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.code()).isEqualTo("bulletin.own"));
        assertThatThrownBy(() -> world.as(
                        world.cadres().getFirst(),
                        () -> bulletins.submit(Bulletins.newKey(), campaign.id(), content("走访", "好"), true)))
                .hasMessageContaining("forbidden");
    }

    private Work work(String kind, UUID household) {
        var cadre = world.cadres().getFirst();
        return new Work(
                campaign.id(),
                kind,
                UUID.randomUUID(),
                clock.today(),
                false,
                cadre.id(),
                cadre.unitId(),
                world.village().code(),
                household,
                null,
                null);
    }

    private Bulletins.Content content(String title, String body) {
        return new Bulletins.Content(clock.today().minusDays(6), clock.today(), title, body);
    }

    private UUID submit(String title, String body) {
        return world.as(
                world.clerk(), () -> bulletins.submit(Bulletins.newKey(), campaign.id(), content(title, body), false));
    }

    private void sign(UUID id) {
        world.run(world.leadingGroup(), () -> bulletins.sign(campaigns.task(id, Bulletins.SIGN)));
    }

    private void sendBack(UUID id) {
        world.run(world.leadingGroup(), () -> bulletins.sendBack(campaigns.task(id, Bulletins.SIGN), "写清户数"));
    }

    private int number(UUID id) {
        return world.as(world.clerk(), () -> bulletins.get(id)).number();
    }

    private boolean running(UUID id) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count()
                > 0;
    }
}

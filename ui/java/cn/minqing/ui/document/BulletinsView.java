package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.bulletin.Bulletin;
import cn.minqing.bulletin.BulletinBoard;
import cn.minqing.bulletin.Bulletins;
import cn.minqing.campaign.CampaignView;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.Parts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The bulletins, newest first; the office compiles the next one here. */
@StyleSheet("context://styles/supervision.css")
@Route("bulletins")
@Menu(title = "bulletin.list", order = 47, icon = "vaadin:newspaper")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "DEPARTMENT_HANDLER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class BulletinsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;
    private static final int DAYS = 7;

    private final transient Bulletins bulletins;
    private final transient BulletinBoard board;
    private final transient Drafts drafts;
    private final transient ObjectMapper json;
    private final transient AppClock clock;
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private @Nullable UUID after;

    BulletinsView(Bulletins bulletins, BulletinBoard board, Drafts drafts, ObjectMapper json, AppClock clock) {
        this.bulletins = bulletins;
        this.board = board;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
        addClassNames("page", "supervision");
        var campaigns = bulletins.compilingIn();
        var write = new Button(text("bulletin.new"), event -> compose(campaigns));
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        write.setVisible(!campaigns.isEmpty());
        more.addClickListener(event -> load());
        add(Parts.header(text("bulletin.list"), text("bulletin.rule"), write), list, more);
        reload();
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = bulletins.page(after, PAGE);
        page.bulletins().forEach(one -> list.add(card(one)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("bulletin.empty"));
        }
    }

    private Component card(Bulletin one) {
        var meta = new Div(
                Parts.tag(
                        one.number() > 0
                                ? text("bulletin.number", one.number())
                                : text("bulletin.state." + one.state())),
                new Span(one.campaign()),
                new Span(one.host()));
        if (one.publishedAt() != null) {
            meta.add(new Span(Dates.moment(one.publishedAt(), Parts.locale())));
        }
        meta.addClassName("page-meta");
        var card = new Section(new H2(one.title()), meta);
        card.addClassName("section");
        one.body().lines().filter(line -> !line.isBlank()).forEach(line -> card.add(new Paragraph(line)));
        card.add(new DownloadButton(text("document.pdf"), Pdf.download(one.title(), () -> board.pdf(one.id()))));
        return card;
    }

    private void compose(List<CampaignView> campaigns) {
        var dialog = new Dialog(text("bulletin.compose.title"));
        dialog.setWidth("48rem");
        dialog.setMaxWidth("100%");
        var campaign = new Select<CampaignView>();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        var place = new Div();
        campaign.addValueChangeListener(event -> {
            place.removeAll();
            place.add(form(event.getValue()));
        });
        campaign.setValue(campaigns.getFirst());
        campaign.setVisible(campaigns.size() > 1);
        dialog.add(new Paragraph(text("bulletin.compose.help")), campaign, place);
        var key = Bulletins.newKey();
        var submit = new Button(text("bulletin.compose.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(event -> {
            var form = (BulletinForm) place.getChildren().findFirst().orElseThrow();
            if (Notices.attempt(
                    form.fields(),
                    () -> bulletins.submit(key, campaign.getValue().id(), form.content(), form.checked()))) {
                form.clear();
                dialog.close();
                Notices.success("bulletin.compose.done");
                reload();
            } else {
                submit.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(text("supervision.cancel"), event -> dialog.close()), submit);
        dialog.open();
    }

    private BulletinForm form(CampaignView campaign) {
        var today = clock.today();
        return new BulletinForm(
                bulletins,
                drafts,
                json,
                campaign.id(),
                "bulletin/" + campaign.id(),
                new Bulletins.Content(today.minusDays(DAYS - 1L), today, "", ""));
    }

    @Override
    public String getPageTitle() {
        return text("bulletin.list");
    }
}

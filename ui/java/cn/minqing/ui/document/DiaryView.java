package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.HouseholdLetters;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.supervision.Parts;
import cn.minqing.visit.Diaries;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cadre's own diary: what they wrote on the sheets of their visits, and the letters to their households. */
@StyleSheet("context://styles/supervision.css")
@Route("diary")
@Menu(title = "diary.title", order = 49, icon = "vaadin:book")
@RolesAllowed("CADRE")
class DiaryView extends Div implements HasDynamicTitle {
    private static final int PAGE = 30;

    private final transient Diaries diaries;
    private final Select<CampaignView> campaign = new Select<>();
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private @Nullable UUID after;

    DiaryView(Diaries diaries, HouseholdLetters letters) {
        this.diaries = diaries;
        addClassNames("page", "supervision");
        var campaigns = diaries.campaigns();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(campaigns.size() > 1);
        var header = Parts.header(text("diary.title"), text("diary.rule"));
        add(header, campaign, list, more);
        more.addClickListener(event -> load());
        if (campaigns.isEmpty()) {
            more.setVisible(false);
            list.add(Parts.empty("diary.empty"));
            return;
        }
        campaign.setValue(campaigns.getFirst());
        campaign.addValueChangeListener(event -> reload());
        var title = new Span();
        title.addClassName("muted");
        header.add(title);
        campaign.addValueChangeListener(event -> title.setText(name(event.getValue())));
        title.setText(name(campaign.getValue()));
        var actions = new Div(
                new DownloadButton(
                        text("diary.pdf"),
                        Pdf.download(
                                text("diary.title"),
                                () -> diaries.pdf(campaign.getValue().id()))),
                new DownloadButton(
                        text("letter.pdf"),
                        Pdf.download(
                                text("letter.file"),
                                () -> letters.pdf(campaign.getValue().id(), null))));
        actions.addClassName("page-actions");
        header.add(actions);
        reload();
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = diaries.mine(campaign.getValue().id(), after, PAGE);
        page.entries().forEach(entry -> list.add(card(entry)));
        after = page.next();
        more.setVisible(after != null);
    }

    private static Section card(Diaries.Entry entry) {
        var meta = new Div(new Span(entry.place()), new Anchor("household/" + entry.householdId(), entry.head()));
        if (entry.late()) {
            meta.add(Parts.tag(text("document.late")));
        }
        meta.addClassName("page-meta");
        var card = new Section(new H2(Dates.date(entry.day(), Parts.locale())), meta);
        card.addClassName("section");
        entry.words().lines().filter(line -> !line.isBlank()).forEach(line -> card.add(new Paragraph(line)));
        return card;
    }

    /** How the diary is called in this kind of campaign. */
    private String name(CampaignView of) {
        return of.template().word("diary", text("diary.title"));
    }

    @Override
    public String getPageTitle() {
        return text("diary.title");
    }
}

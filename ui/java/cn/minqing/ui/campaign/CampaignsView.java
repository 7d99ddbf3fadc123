package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Phase;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The campaigns somebody has to do with, newest first. */
@Route(CampaignNavigation.CAMPAIGNS)
@PermitAll
@Menu(title = "campaigns.title", icon = "vaadin:flag-o", order = 30)
class CampaignsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 20;

    private final transient Campaigns campaigns;
    private final Div list = new Div();
    private final Button more = new Button();
    private @Nullable UUID next;

    CampaignsView(Campaigns campaigns) {
        this.campaigns = campaigns;
        addClassName("page");
        setId("campaigns");
        var header = new Div(new H1(getTranslation("campaigns.title")));
        header.addClassName("page-header");
        if (Actors.current().has(Role.CAMPAIGN_OFFICE)) {
            header.add(actions());
        }
        list.addClassName("inbox");
        more.setText(getTranslation("campaigns.more"));
        more.setVisible(false);
        more.addClickListener(e -> load(next));
        add(header, list, more);
        load(null);
    }

    private Component actions() {
        var launch = Pieces.buttonLink(CampaignNavigation.LAUNCH, getTranslation("campaigns.launch.open"));
        launch.addClassName("button-link-primary");
        launch.setId("campaign-new");
        var actions = new Div(launch);
        actions.addClassName("page-actions");
        return actions;
    }

    private void load(@Nullable UUID after) {
        var page = campaigns.page(after, PAGE);
        if (after == null && page.lines().isEmpty()) {
            list.removeClassName("inbox");
            var office = Actors.current().has(Role.CAMPAIGN_OFFICE);
            list.add(Pieces.empty(
                    getTranslation("campaigns.empty"),
                    getTranslation(office ? "campaigns.empty.office" : "campaigns.empty.others")));
            return;
        }
        page.lines().forEach(line -> list.add(row(line)));
        next = page.next();
        more.setVisible(next != null);
    }

    private Anchor row(Campaigns.Line line) {
        var what = Pieces.span("what", line.name());
        var phase = new Span(getTranslation("campaigns.phase." + line.phase().name()));
        phase.addClassName("tag");
        if (line.phase() == Phase.ARCHIVED) {
            phase.getElement().setAttribute("data-archived", true);
        }
        var where = Pieces.span("where", getTranslation("campaigns.line.where", line.place(), line.hostUnit()));
        var due = new Span(phase);
        due.addClassName("due");
        var when = Pieces.span(
                "where",
                getTranslation(
                        "campaigns.line.dates",
                        Dates.date(line.start(), getLocale()),
                        Dates.date(line.end(), getLocale())));
        var row = Pieces.link(CampaignNavigation.overview(line.id()), what, where, due, when);
        row.addClassName("inbox-row");
        row.setId("campaign-" + line.id());
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("campaigns.title") + " · " + getTranslation("shell.product");
    }
}

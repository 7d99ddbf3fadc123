package cn.minqing.ui.board;

import cn.minqing.board.BoardRecords;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.IssueState;
import cn.minqing.organization.Areas;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records that a figure of the board counts. */
@Route(value = "board/records", layout = MainLayout.class)
@RolesAllowed({
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class BoardRecordsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    private final transient BoardRecords records;
    private final transient Campaigns campaigns;
    private final transient Areas areas;
    private final Map<String, String> places = new HashMap<>();
    private final Div list = new Div();
    private final Div more = new Div();
    private UUID campaignId = new UUID(0, 0);
    private String area = "";
    private String figure = "";

    BoardRecordsView(BoardRecords records, Campaigns campaigns, Areas areas) {
        this.records = records;
        this.campaigns = campaigns;
        this.areas = areas;
        addClassName("page");
        list.addClassName("inbox");
        list.setId("board-records");
        more.addClassName("inbox-more");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        list.removeAll();
        var query = event.getLocation().getQueryParameters();
        area = query.getSingleParameter("area").orElse("");
        figure = query.getSingleParameter("figure").orElse("");
        try {
            campaignId = UUID.fromString(query.getSingleParameter("campaign").orElse(""));
            var campaign = campaigns.get(campaignId);
            var page = records.page(campaignId, area, figure, null, PAGE);
            var board = new Anchor(
                    "board?"
                            + QueryParameters.simple(Map.of("campaign", campaignId.toString(), "area", area))
                                    .getQueryString(),
                    getTranslation("glance.back", areas.place(area)));
            board.getElement().setAttribute("router-link", true);
            var meta = new Div(new Span(campaign.name()), new Span(areas.place(area)));
            meta.addClassName("page-meta");
            var header = new Div(new H1(getTranslation("glance.records", words(campaign))), meta);
            header.addClassName("page-header");
            add(board, header, list, more);
            load(page);
            if (page.isEmpty()) {
                var empty = new Div(
                        new H3(getTranslation("glance.records.none")),
                        new Paragraph(getTranslation("glance.records.noneHint")));
                empty.addClassName("empty");
                list.setVisible(false);
                add(empty);
            }
        } catch (IllegalArgumentException e) {
            event.rerouteToError(NotFoundException.class);
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            add(empty);
        }
    }

    /** What the figure counts. */
    private String words(CampaignView campaign) {
        if (figure.startsWith("state.")) {
            var state = figure.substring("state.".length());
            return Arrays.stream(IssueState.values()).anyMatch(one -> one.name().equals(state))
                    ? getTranslation("issue.state." + state)
                    : "";
        }
        if (figure.startsWith("class.")) {
            return campaign.template().ledger().classes().stream()
                    .filter(one -> one.code().equals(figure.substring("class.".length())))
                    .map(one -> one.name())
                    .findFirst()
                    .orElse("");
        }
        return getTranslation("glance.figure." + figure);
    }

    private void load(List<BoardRecords.Line> page) {
        page.forEach(line -> list.add(row(line)));
        more.removeAll();
        if (page.size() == PAGE) {
            @Nullable UUID last = page.getLast().id();
            more.add(new Button(
                    getTranslation("inbox.more"), event -> load(records.page(campaignId, area, figure, last, PAGE))));
        }
    }

    private Anchor row(BoardRecords.Line line) {
        var what = new Span(line.name());
        what.addClassName("what");
        var where = new Span(places.computeIfAbsent(line.areaCode(), areas::place));
        where.addClassName("where");
        var number = new Span(line.issue() ? line.number() : getTranslation("glance.household", line.number()));
        number.addClassNames("due", "num");
        var link = new Anchor((line.issue() ? "issue/" : "household/") + line.id());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("inbox-row");
        link.add(what, where, number);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("glance.title") + " · " + getTranslation("shell.product");
    }
}

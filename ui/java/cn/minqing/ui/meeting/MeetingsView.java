package cn.minqing.ui.meeting;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.meeting.Meeting;
import cn.minqing.meeting.MeetingState;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The meetings of a campaign, newest first, and what came of the opinions raised there (S4.4). */
@StyleSheet("context://styles/duty.css")
@Route("meetings")
@Menu(title = "meeting.title", order = 26, icon = "vaadin:group")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class MeetingsView extends Div implements HasDynamicTitle {
    private static final int PAGE = 40;
    private static final int EXCEL_PAGE = 500;

    private final MeetingServices services;
    private final Select<CampaignView> campaign = new Select<>();
    private final NativeButton mine = new NativeButton(text("meeting.chip.mine"));
    private final NativeButton all = new NativeButton(text("meeting.chip.all"));
    private final Div figures = new Div();
    private final Div list = new Div();
    private final Button more = new Button(text("duty.more"));
    private boolean mineOnly = Actors.current().has(Role.CADRE);
    private @Nullable Meeting after;

    MeetingsView(MeetingServices services) {
        this.services = services;
        addClassNames("page", "duty");
        var campaigns = services.meetings().campaigns();
        if (campaigns.isEmpty()) {
            add(PageParts.header(text("meeting.title"), ""), PageParts.empty("meeting.noCampaign"));
            return;
        }
        var plan = new Button(
                text("meeting.plan"), event -> new PlanDialog(services, campaign.getValue(), this::planned).open());
        plan.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(PageParts.header(
                text("meeting.title"),
                text("meeting.rule"),
                plan,
                new DownloadButton(
                        text("duty.excel"), Excel.download(text("meeting.title"), columns(), this::everything))));
        campaign.setLabel(text("duty.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(one -> one == null ? "" : one.name());
        campaign.setVisible(campaigns.size() > 1);
        var chips = new Div(mine, all);
        chips.addClassName("chips");
        for (var chip : List.of(mine, all)) {
            chip.addClassName("chip");
            chip.addClickListener(event -> {
                mineOnly = chip == mine;
                reload();
            });
        }
        figures.addClassName("page-meta");
        list.addClassName("inbox");
        more.addClickListener(event -> load());
        add(campaign, figures, chips, list, more);
        campaign.addValueChangeListener(event -> reload());
        campaign.setValue(campaigns.getFirst());
    }

    private void planned(java.util.UUID id) {
        getUI().ifPresent(ui -> ui.navigate("meeting/" + id));
    }

    private void reload() {
        mine.getElement().setAttribute("aria-pressed", String.valueOf(mineOnly));
        all.getElement().setAttribute("aria-pressed", String.valueOf(!mineOnly));
        var of = services.opinions().figures(campaign.getValue().id(), null);
        figures.removeAll();
        if (of.total() > 0) {
            figures.add(new Span(text(
                    "meeting.figures",
                    of.total(),
                    of.suggestions(),
                    of.explained(),
                    of.solved(),
                    of.coordinated(),
                    of.open())));
        }
        list.removeAll();
        after = null;
        load();
        if (list.getComponentCount() == 0) {
            list.add(PageParts.empty("meeting.empty"));
        }
    }

    private void load() {
        var page = services.meetings().page(campaign.getValue().id(), mineOnly, after, PAGE);
        page.meetings().forEach(meeting -> list.add(line(meeting)));
        after = page.next();
        more.setVisible(after != null);
    }

    private Component line(Meeting meeting) {
        var what = new Div(new Anchor("meeting/" + meeting.id(), meeting.title()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(
                " · ",
                text("meeting.kind." + meeting.kind()),
                services.dates().day(meeting.day(), PageParts.locale()),
                meeting.village() + meeting.place(),
                meeting.holder())));
        where.addClassName("where");
        var right = new Div(PageParts.tag(state(meeting)));
        right.addClassName("due");
        if (meeting.open() > 0) {
            right.add(new Span(text("meeting.openOpinions", meeting.open())));
        }
        var line = new Div(what, where, right);
        line.addClassName("inbox-row");
        return line;
    }

    static String state(Meeting meeting) {
        return text("meeting.state." + meeting.state())
                + (meeting.state() == MeetingState.HELD && meeting.late() ? text("duty.late") : "");
    }

    private Iterator<Meeting> everything() {
        var id = campaign.getValue().id();
        var own = mineOnly;
        return Excel.paged(
                last -> services.meetings().page(id, own, last, EXCEL_PAGE).meetings());
    }

    private static List<Excel.Column<Meeting>> columns() {
        return List.of(
                Excel.Column.of(text("duty.column.day"), 14, Meeting::day),
                Excel.Column.of(text("meeting.kind"), 14, meeting -> text("meeting.kind." + meeting.kind())),
                Excel.Column.of(text("meeting.field.title"), 30, Meeting::title),
                Excel.Column.of(text("duty.column.place"), 28, meeting -> meeting.village() + meeting.place()),
                Excel.Column.of(text("meeting.holder"), 14, Meeting::holder),
                Excel.Column.of(text("duty.column.unit"), 24, Meeting::unit),
                Excel.Column.of(text("duty.column.state"), 14, MeetingsView::state),
                Excel.Column.of(text("meeting.field.attendance"), 10, Meeting::attendance),
                Excel.Column.of(text("meeting.opinions"), 10, Meeting::opinions),
                Excel.Column.of(text("meeting.opinions.open"), 10, Meeting::open));
    }

    @Override
    public String getPageTitle() {
        return text("meeting.title");
    }
}

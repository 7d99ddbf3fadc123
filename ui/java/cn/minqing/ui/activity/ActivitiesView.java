package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityLine;
import cn.minqing.activity.ActivityState;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignView;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of other work one made, took part in, leads or oversees; newest first. */
@Route("activities")
@Menu(title = "activity.title", order = 14, icon = "vaadin:clipboard-text")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
@StyleSheet("context://styles/visit.css")
@StyleSheet("context://styles/obligation.css")
@StyleSheet("context://styles/supervision.css")
class ActivitiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 30;

    private final transient ActivityServices services;
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<ActivityKind> kind = new Select<>();
    private final Div actions = new Div();
    private final Div list = new Div();
    private final Button more = new Button();
    private @Nullable UUID after;

    ActivitiesView(ActivityServices services) {
        this.services = services;
        addClassNames("page", "supervision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        actions.removeAll();
        actions.addClassName("page-actions");
        var header = new Div(new H1(getTranslation("activity.title")), actions);
        header.addClassName("page-header");
        add(header);
        var known = services.campaigns().page(null, 50).lines().stream()
                .map(line -> services.campaigns().get(line.id()))
                .filter(one -> !one.template().activityKinds().isEmpty())
                .toList();
        if (known.isEmpty()) {
            add(empty());
            return;
        }
        campaign.setLabel(getTranslation("due.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(known.size() > 1);
        kind.setLabel(getTranslation("activity.field.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(getTranslation("activity.allKinds"));
        kind.setItemLabelGenerator(one -> one == null ? getTranslation("activity.allKinds") : one.name());
        more.setText(getTranslation("due.more"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        list.addClassName("inbox");
        var filters = new Div(campaign, kind);
        filters.addClassName("due-filters");
        add(filters, list, more);
        campaign.addValueChangeListener(changed -> {
            kind.setItems(changed.getValue().template().activityKinds());
            show();
        });
        kind.addValueChangeListener(changed -> reload());
        more.addClickListener(clicked -> load());
        campaign.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("campaign")
                .flatMap(id -> known.stream()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst())
                .orElse(known.getFirst()));
    }

    private void show() {
        actions.removeAll();
        var shown = campaign.getValue();
        if (!services.activities().kinds(shown.id()).isEmpty()) {
            var record = new Anchor("activities/new?campaign=" + shown.id(), getTranslation("activity.new"));
            record.addClassName("button-link");
            actions.add(record);
        }
        actions.add(new DownloadButton(
                getTranslation("due.excel"),
                Excel.download(
                        getTranslation("activity.title"),
                        columns(),
                        () -> Excel.paged(last -> services.activities()
                                .page(shown.id(), wanted(), last == null ? null : last.id(), 500)
                                .lines()))));
        reload();
    }

    private String wanted() {
        return kind.getValue() == null ? "" : kind.getValue().code();
    }

    private List<Excel.Column<ActivityLine>> columns() {
        return List.of(
                Excel.Column.of(getTranslation("activity.field.kind"), 16, ActivityLine::kindName),
                Excel.Column.of(getTranslation("activity.field.title"), 30, ActivityLine::title),
                Excel.Column.of(getTranslation("activity.field.from"), 12, ActivityLine::from),
                Excel.Column.of(getTranslation("activity.field.to"), 12, ActivityLine::to),
                Excel.Column.of(getTranslation("activity.field.place"), 20, ActivityLine::place),
                Excel.Column.of(getTranslation("due.column.unit"), 16, ActivityLine::unitName),
                Excel.Column.of(getTranslation("activity.recordedBy"), 12, ActivityLine::recordedBy),
                Excel.Column.of(getTranslation("activity.households"), 10, ActivityLine::households),
                Excel.Column.of(
                        getTranslation("activity.state"),
                        12,
                        line -> getTranslation("activity.state." + line.state())));
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = services.activities().page(campaign.getValue().id(), wanted(), after, PAGE);
        page.lines().forEach(line -> list.add(row(line)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(empty());
        }
    }

    private Component row(ActivityLine line) {
        var what = new Div(new Span(line.kindName() + " · " + line.title()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(" · ", line.place(), line.unitName(), line.recordedBy())));
        where.addClassName("where");
        var when = new Div(new Span(services.dates().day(line.from(), getLocale())));
        when.addClassName("due");
        if (line.state() != ActivityState.COUNTED) {
            var tag = new Span(getTranslation("activity.state." + line.state()));
            tag.addClassName("tag");
            when.add(tag);
        }
        var link = new Anchor("activity/" + line.id(), what, where, when);
        link.addClassName("inbox-row");
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Div empty() {
        var empty =
                new Div(new H3(getTranslation("activity.empty")), new Paragraph(getTranslation("activity.empty.next")));
        empty.addClassName("empty");
        return empty;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("activity.title");
    }
}

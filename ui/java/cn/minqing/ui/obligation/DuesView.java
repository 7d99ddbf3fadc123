package cn.minqing.ui.obligation;

import static cn.minqing.ui.obligation.DueWords.text;

import cn.minqing.activity.Activities;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What the current person, and the unit, team or village they act for, still has to do: only their own, no comparison. */
@Route("dues")
@Menu(title = "due.title", order = 12, icon = "vaadin:tasks")
@RolesAllowed({"CADRE", "UNIT_LEADER", "VILLAGE_LEADER"})
@StyleSheet("context://styles/visit.css")
@StyleSheet("context://styles/obligation.css")
class DuesView extends Div implements HasDynamicTitle {
    private final transient Obligations obligations;
    private final transient Activities activities;
    private final transient DueWords words;
    private final Select<CampaignView> campaign = new Select<>();
    private final Div actions = new Div();
    private final Div list = new Div();

    DuesView(Obligations obligations, Activities activities, DueWords words) {
        this.obligations = obligations;
        this.activities = activities;
        this.words = words;
        addClassName("page");
        actions.addClassName("page-actions");
        var meta = new Div(new Span(text("due.rule")));
        meta.addClassName("page-meta");
        var header = new Div(new H1(text("due.title")), meta, actions);
        header.addClassName("page-header");
        add(header);
        var known = obligations.campaigns();
        if (known.isEmpty()) {
            add(empty());
            return;
        }
        campaign.setId("due-campaign");
        campaign.setLabel(text("due.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        campaign.setVisible(known.size() > 1);
        campaign.addValueChangeListener(event -> show(event.getValue()));
        add(campaign, list);
        campaign.setValue(known.getFirst());
    }

    private void show(CampaignView shown) {
        actions.removeAll();
        if (!activities.kinds(shown.id()).isEmpty()) {
            var record = new Anchor("activities/new?campaign=" + shown.id(), text("activity.new"));
            record.addClassNames("button-link", "primary");
            actions.add(record);
        }
        var all = new Anchor("activities?campaign=" + shown.id(), text("activity.title"));
        all.addClassName("button-link");
        actions.add(all);
        list.removeAll();
        var dues = obligations.mine(shown.id());
        section(
                "due.mine",
                shown,
                dues.stream()
                        .filter(due -> due.obligation().owedBy() == Per.CADRE)
                        .toList());
        dues.stream()
                .filter(due -> due.obligation().owedBy() != Per.CADRE)
                .map(Due::subjectName)
                .distinct()
                .forEach(name -> titled(
                        name,
                        shown,
                        dues.stream()
                                .filter(due -> due.obligation().owedBy() != Per.CADRE
                                        && due.subjectName().equals(name))
                                .toList()));
        if (dues.isEmpty()) {
            list.add(empty());
        }
    }

    private void section(String key, CampaignView shown, List<Due> dues) {
        titled(text(key), shown, dues);
    }

    private void titled(String heading, CampaignView shown, List<Due> dues) {
        if (dues.isEmpty()) {
            return;
        }
        var section = new Section(new H2(heading));
        section.addClassName("section");
        // What is still due stands first; within that the order of the template.
        dues.stream().filter(due -> !due.met()).forEach(due -> section.add(line(shown, due)));
        dues.stream().filter(Due::met).forEach(due -> section.add(line(shown, due)));
        list.add(section);
    }

    private Component line(CampaignView shown, Due due) {
        var name = new Span(due.obligation().name());
        name.addClassName("due-name");
        var progress = new Span(words.progress(due));
        progress.addClassName("due-progress");
        var summary = new Div(name, progress);
        var details = new Details(summary);
        details.addClassName("due-line");
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(new RecordsList(obligations, shown, due));
            }
        });
        return details;
    }

    private static Div empty() {
        var empty = new Div(new H3(text("due.empty")), new Paragraph(text("due.empty.next")));
        empty.addClassName("empty");
        return empty;
    }

    @Override
    public String getPageTitle() {
        return text("due.title");
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 确认本单位联系户: the unit leader sees who has which household, confirms, or objects with a reason. */
@Component
class ConfirmContactsTask implements TaskPage {
    private final Campaigns campaigns;
    private final Assignments assignments;
    private final Contacts contacts;
    private final ContactWords words;
    private final PointsPanel pointsPanel;

    ConfirmContactsTask(
            Campaigns campaigns,
            Assignments assignments,
            Contacts contacts,
            ContactWords words,
            PointsPanel pointsPanel) {
        this.campaigns = campaigns;
        this.assignments = assignments;
        this.contacts = contacts;
        this.words = words;
        this.pointsPanel = pointsPanel;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_confirmContacts");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "campaign-task");
            setId("task-confirm-contacts");
            var unitId = Objects.requireNonNull(item.scopeId());
            var campaign = campaigns.view(item.subjectId());
            var lines = contacts.lines(campaign.id(), unitId);
            var list = new ContactList(line -> {
                var home = new Span(words.household(this, campaign, line));
                home.addClassName("campaign-home");
                return home;
            });
            var cadres = lines.stream()
                    .map(line -> line.contact().personId())
                    .distinct()
                    .count();
            var unit = lines.isEmpty() ? "" : lines.getFirst().unitName();
            list.show(lines, List.of(), Map.of(), "");

            var object = new Button(
                    getTranslation("campaigns.confirm.object"),
                    event -> new ReasonDialog("contacts-object-dialog", "campaigns.confirm.objectDialog", reason -> {
                                assignments.objectUnit(item.id(), reason);
                                Notices.success("campaigns.confirm.objected");
                                done.run();
                            })
                            .open());
            object.setId("contacts-object");
            var confirm = new Button(getTranslation("campaigns.confirm.submit"), event -> {
                if (Notices.attempt(() -> assignments.confirmUnit(item.id()))) {
                    Notices.success("campaigns.confirm.done");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            confirm.setId("contacts-confirm");
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            confirm.setDisableOnClick(true);
            var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.confirm.next")), object, confirm);
            bar.addClassName("action-bar");
            add(
                    Pieces.note("info-note", getTranslation("campaigns.confirm.summary", unit, cadres, lines.size())),
                    Pieces.section(getTranslation("campaigns.confirm.heading"), list),
                    Pieces.section(getTranslation("campaigns.points.heading"), pointsPanel.ofUnit(campaign, unitId)),
                    bar);
        }
    }
}

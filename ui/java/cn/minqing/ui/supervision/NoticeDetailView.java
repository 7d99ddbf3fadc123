package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.platform.UserError;
import cn.minqing.supervision.Supervision;
import cn.minqing.tasklist.ProcessPictures;
import cn.minqing.ui.component.BpmnDiagram;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One supervision notice: what, who, until when, what happened, and where it stands on the diagram. */
@StyleSheet("context://styles/supervision.css")
@Route("supervision/:noticeId")
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
class NoticeDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Supervision supervision;
    private final SupervisionTaskPage tasks;
    private final ProcessPictures pictures;
    private final Dates dates;
    private String title = text("supervision.title");

    NoticeDetailView(Supervision supervision, SupervisionTaskPage tasks, ProcessPictures pictures, Dates dates) {
        this.supervision = supervision;
        this.tasks = tasks;
        this.pictures = pictures;
        this.dates = dates;
        addClassNames("page", "supervision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("noticeId").orElse(""));
    }

    private void show(String id) {
        removeAll();
        try {
            var notice = supervision.view(UUID.fromString(id));
            title = text("notice.title", notice.subject());
            add(Parts.header(title, ""), new NoticeFacts(notice, dates));
            notice.mine().forEach(item -> add(tasks.decisions(item, () -> show(id))));
            pictures.of("supervision", id).ifPresent(picture -> {
                var diagram = new BpmnDiagram(picture.xml());
                diagram.mark(picture.active(), picture.done());
                add(Parts.section("notice.diagram", diagram));
            });
        } catch (UserError e) {
            refuse(Notices.text(e.message()));
        } catch (IllegalArgumentException e) {
            refuse(Notices.text(UserError.Message.of("supervision.unknown")));
        }
    }

    private void refuse(String sentence) {
        var empty = new Div(new H3(sentence), new Anchor("supervision", text("supervision.toList")));
        empty.addClassName("empty");
        add(empty);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

package cn.minqing.ui.meeting;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One meeting; who holds it writes it down here or in the task. */
@Route("meeting")
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
class MeetingView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final MeetingServices services;
    private final WorkItems workItems;

    MeetingView(MeetingServices services, WorkItems workItems) {
        this.services = services;
        this.workItems = workItems;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        UUID id;
        try {
            id = UUID.fromString(parameter);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        show(id);
    }

    private void show(UUID id) {
        removeAll();
        try {
            var item = workItems.about(id).stream()
                    .filter(one -> one.process().equals("meeting"))
                    .map(WorkItem::id)
                    .findFirst()
                    .orElse(null);
            add(new MeetingPanel(services, id, item, () -> show(id)));
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            add(empty);
        }
    }

    @Override
    public String getPageTitle() {
        return text("meeting.title");
    }
}

package cn.minqing.ui.duty;

import cn.minqing.campaign.Campaigns;
import cn.minqing.duty.Duties;
import cn.minqing.duty.Swaps;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Works on the tasks of {@code duty-day} and {@code duty-swap}. */
@Component
class DutyTaskPage implements TaskPage {
    private final Duties duties;
    private final Swaps swaps;
    private final Issues issues;
    private final Campaigns campaigns;
    private final Households households;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;

    DutyTaskPage(
            Duties duties,
            Swaps swaps,
            Issues issues,
            Campaigns campaigns,
            Households households,
            Drafts drafts,
            ObjectMapper json,
            Dates dates) {
        this.duties = duties;
        this.swaps = swaps;
        this.issues = issues;
        this.campaigns = campaigns;
        this.households = households;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("duty-day." + Duties.RECORD, "duty-swap." + Swaps.ANSWER);
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        try {
            return item.element().equals(Duties.RECORD)
                    ? new RecordDutyPanel(duties, issues, campaigns, households, drafts, json, dates, item, done)
                    : new AnswerSwapPanel(swaps, dates, item, done);
        } catch (UserError e) {
            var empty = new Div(new H3(Notices.text(e.message())));
            empty.addClassName("empty");
            return empty;
        }
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Plans;
import cn.minqing.organization.People;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 审定活动方案: the leading group reads the plan and approves it, or returns it with a reason. */
@Component
class ApprovePlanTask implements TaskPage {
    private final Campaigns campaigns;
    private final Plans plans;
    private final PlanSheet paper;
    private final People people;
    private final Dates dates;

    ApprovePlanTask(Campaigns campaigns, Plans plans, PlanSheet paper, People people, Dates dates) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.paper = paper;
        this.people = people;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_approvePlan");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "page-form", "campaign-task");
            setId("task-approve-plan");
            var campaign = campaigns.view(item.subjectId());
            var versions = plans.versions(item.subjectId());
            if (versions.isEmpty()) {
                add(Pieces.empty(getTranslation("campaigns.plan.none"), getTranslation("campaigns.plan.none.why")));
                return;
            }
            var plan = versions.getFirst();
            var meta = new Div(
                    new com.vaadin.flow.component.html.Span(getTranslation(
                            "campaigns.plan.submittedBy",
                            plan.number(),
                            name(plan.submittedBy()),
                            plan.submittedAt() == null ? "" : dates.when(plan.submittedAt(), getLocale()))),
                    Pieces.link(CampaignNavigation.overview(campaign.id()), getTranslation("campaigns.toCampaign")));
            meta.add(paper.pdf(this, campaign));
            meta.addClassName("page-meta");
            add(meta);
            if (versions.size() > 1 && !versions.get(1).returnReason().isEmpty()) {
                add(Pieces.note(
                        "info-note",
                        getTranslation(
                                "campaigns.plan.lastReturn", versions.get(1).returnReason())));
            }
            add(paper.of(campaign, plan.content()));

            var back = new Button(
                    getTranslation("campaigns.plan.return"),
                    event -> new ReasonDialog("plan-return-dialog", "campaigns.plan.returnDialog", reason -> {
                                plans.returnPlan(item.id(), reason);
                                Notices.success("campaigns.plan.returnedDone");
                                done.run();
                            })
                            .open());
            back.setId("plan-return");
            var approve = new Button(getTranslation("campaigns.plan.approve"), event -> {
                if (Notices.attempt(() -> plans.approvePlan(item.id()))) {
                    Notices.success("campaigns.plan.approved");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            approve.setId("plan-approve");
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            approve.setDisableOnClick(true);
            var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.plan.approve.next")), back, approve);
            bar.addClassName("action-bar");
            add(bar);
        }

        private String name(@Nullable UUID personId) {
            return personId == null ? "" : people.get(personId).name();
        }
    }
}

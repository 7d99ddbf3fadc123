package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.ContactPoints;
import cn.minqing.campaign.PlanContent;
import cn.minqing.campaign.Plans;
import cn.minqing.campaign.Teams;
import cn.minqing.organization.People;
import cn.minqing.organization.Unit;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** 起草活动方案: the office writes the plan, with what the template says already there. */
@Component
class DraftPlanTask implements TaskPage {
    private final Campaigns campaigns;
    private final Plans plans;
    private final Balances balances;
    private final Teams teams;
    private final ContactPoints points;
    private final PlanSheet paper;
    private final People people;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;

    DraftPlanTask(
            Campaigns campaigns,
            Plans plans,
            Balances balances,
            Teams teams,
            ContactPoints points,
            PlanSheet paper,
            People people,
            Drafts drafts,
            ObjectMapper json,
            Dates dates) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.balances = balances;
        this.teams = teams;
        this.points = points;
        this.paper = paper;
        this.people = people;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_draftPlan");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        private final TextArea aims = area("plan-aims", "campaigns.plan.aims", "campaigns.plan.aims.help");
        private final TextArea work = area("plan-work", "campaigns.plan.work", "campaigns.plan.work.help");
        private final TextArea organization =
                area("plan-organization", "campaigns.plan.organization", "campaigns.plan.organization.help");
        private final TextArea discipline =
                area("plan-discipline", "campaigns.plan.discipline", "campaigns.plan.discipline.help");
        private final CheckboxGroup<Unit> units = new CheckboxGroup<>();
        private final Div capacity = Pieces.note("info-note", "");
        private final Div preview = new Div();
        private final UUID campaignId;
        private final Autosave<PlanContent> autosave;

        Panel(WorkItem item, Runnable done) {
            campaignId = item.subjectId();
            addClassNames("page", "page-form", "campaign-task");
            setId("task-draft-plan");
            var campaign = campaigns.view(campaignId);
            autosave = new Autosave<>(
                    drafts, json, dates, Autosave.key("campaign-plan", campaignId), PlanContent.class, this::content);
            plans.versions(campaignId).stream()
                    .findFirst()
                    .filter(version -> version.state() == Plans.State.RETURNED)
                    .ifPresent(this::returned);

            var takesPart = paper.departments(plans.participants(campaignId));
            units.setId("plan-units");
            units.setLabel(getTranslation("campaigns.plan.units"));
            units.setItems(takesPart);
            units.setItemLabelGenerator(Unit::name);
            units.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
            units.addClassName("campaign-columns");
            units.addValueChangeListener(event -> showCapacity());

            var proposal = plans.proposal(campaignId);
            fill(autosave.stored().orElse(proposal), proposal, takesPart);
            autosave.watch("aims", aims);
            autosave.watch("work", work);
            autosave.watch("organization", organization);
            autosave.watch("discipline", discipline);
            autosave.watch("units", units);

            var about = Pieces.link(CampaignNavigation.overview(campaignId), getTranslation("campaigns.toCampaign"));
            add(Pieces.sectionWith(getTranslation("campaigns.plan.heading"), autosave, about, aims, work));
            var tryOut = new Button(getTranslation("campaigns.plan.preview"), event -> {
                showPreview();
                event.getSource().setEnabled(true);
            });
            tryOut.setId("plan-preview");
            tryOut.setDisableOnClick(true);
            preview.setId("plan-preview-result");
            preview.getElement().setAttribute("role", "status");
            add(Pieces.section(getTranslation("campaigns.plan.who"), units, capacity, tryOut, preview));
            add(Pieces.section(
                    getTranslation("campaigns.teams.heading"),
                    new TeamsPanel(teams, points, campaignId, this::showCapacity)));
            add(Pieces.section(getTranslation("campaigns.plan.demands"), organization, discipline));
            showCapacity();

            Map<String, HasValidation> fields = new LinkedHashMap<>();
            fields.put("aims", aims);
            fields.put("work", work);
            fields.put("unitIds", units);
            fields.put("organization", organization);
            fields.put("discipline", discipline);
            var submit = new Button(getTranslation("campaigns.plan.submit"), event -> {
                if (Notices.attempt(fields, () -> plans.submitPlan(item.id(), content()))) {
                    autosave.clear();
                    Notices.success("campaigns.plan.submitted");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            submit.setId("plan-submit");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setDisableOnClick(true);
            var bar = new Div(
                    Pieces.span("action-note", getTranslation("campaigns.plan.submit.next", campaign.name())), submit);
            bar.addClassName("action-bar");
            add(bar);
        }

        private void returned(Plans.Version version) {
            var who = version.decidedBy() == null
                    ? ""
                    : people.get(version.decidedBy()).name();
            var when = version.decidedAt() == null ? "" : dates.when(version.decidedAt(), getLocale());
            var note = Pieces.note(
                    "warn-note", getTranslation("campaigns.plan.returned", who, when, version.returnReason()));
            note.setId("plan-returned");
            add(note);
        }

        private void fill(PlanContent content, PlanContent proposal, List<Unit> takesPart) {
            aims.setValue(content.aims());
            work.setValue(content.work());
            organization.setValue(content.organization());
            discipline.setValue(content.discipline());
            var chosen = content.unitIds().isEmpty() ? proposal.unitIds() : content.unitIds();
            var selected = new LinkedHashSet<Unit>();
            takesPart.stream().filter(unit -> chosen.contains(unit.id())).forEach(selected::add);
            units.setValue(selected);
        }

        private PlanContent content() {
            return new PlanContent(
                    aims.getValue(),
                    work.getValue(),
                    organization.getValue(),
                    discipline.getValue(),
                    units.getListDataView()
                            .getItems()
                            .filter(units.getValue()::contains)
                            .map(Unit::id)
                            .toList());
        }

        private void showCapacity() {
            var chosen = content().unitIds();
            if (chosen.isEmpty()) {
                capacity.setText(getTranslation("campaigns.plan.noUnits"));
                capacity.setClassName("warn-note");
                return;
            }
            var room = balances.capacity(campaignId, chosen);
            capacity.setClassName(room.missing() == 0 ? "info-note" : "warn-note");
            capacity.setText(getTranslation(
                    room.missing() == 0 ? "campaigns.plan.capacity" : "campaigns.plan.capacityMissing",
                    chosen.size(),
                    room.cadres(),
                    room.capacity(),
                    room.households(),
                    room.missing()));
        }

        /** What the rules come to, without writing anything: how many links, or what lacks and how much. */
        private void showPreview() {
            preview.removeAll();
            var found = balances.preview(campaignId, content().unitIds());
            if (found.lacks().isEmpty()) {
                preview.add(Pieces.note(
                        "info-note",
                        getTranslation(
                                "campaigns.plan.previewDone", found.cadres(), found.contacts(), found.points())));
            }
            found.lacks().forEach(lack -> preview.add(Pieces.note("warn-note", Notices.text(lack.message()))));
        }

        private TextArea area(String id, String label, String help) {
            var area = new TextArea(getTranslation(label));
            area.setId(id);
            area.setHelperText(getTranslation(help));
            area.setMaxLength(10_000);
            area.setMinRows(3);
            area.setMaxRows(16);
            area.setWidthFull();
            return area;
        }
    }
}

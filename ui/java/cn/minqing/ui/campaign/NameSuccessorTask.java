package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Handovers;
import cn.minqing.organization.People;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 确定接替人: the unit leader names who takes over, with how many households each has already (S9.6). */
@Component
class NameSuccessorTask implements TaskPage {
    private final Handovers handovers;
    private final Campaigns campaigns;
    private final People people;
    private final ContactWords words;
    private final Dates dates;

    NameSuccessorTask(Handovers handovers, Campaigns campaigns, People people, ContactWords words, Dates dates) {
        this.handovers = handovers;
        this.campaigns = campaigns;
        this.people = people;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("contact-handover.userTask_nameSuccessor");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        private final RadioButtonGroup<Handovers.Candidate> successor = new RadioButtonGroup<>();

        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "page-form", "campaign-task");
            setId("task-name-successor");
            var handover = handovers.view(item.subjectId());
            var campaign = campaigns.view(handover.campaignId());
            var from = people.get(handover.fromPerson()).name();
            var homes = HandoverHouseholds.of(this, words, campaign, handovers.lines(handover.id()));

            var candidates = handovers.candidates(handover.id());
            successor.setId("handover-successor");
            successor.setLabel(getTranslation("campaigns.handover.successor"));
            successor.setHelperText(getTranslation("campaigns.handover.successor.help"));
            successor.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            successor.setItems(candidates);
            successor.setItemLabelGenerator(
                    one -> getTranslation("campaigns.handover.candidate", one.name(), one.households()));

            Map<String, HasValidation> fields = Map.of("personId", successor);
            var submit = new Button(getTranslation("campaigns.handover.name"), event -> {
                if (Notices.attempt(fields, () -> {
                    if (successor.getValue() == null) {
                        throw UserError.invalid(Map.of("personId", Message.of("campaigns.successorMissing")));
                    }
                    handovers.nameSuccessor(item.id(), successor.getValue().personId());
                })) {
                    Notices.success(
                            "campaigns.handover.named", successor.getValue().name());
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            submit.setId("handover-name");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setDisableOnClick(true);
            submit.setEnabled(!candidates.isEmpty());
            var bar = new Div(Pieces.span("action-note", getTranslation("campaigns.handover.name.next")), submit);
            bar.addClassName("action-bar");
            add(
                    Pieces.section(
                            getTranslation("campaigns.handover.heading", from),
                            new Paragraph(getTranslation(
                                    "campaigns.handover.reasonIs",
                                    handover.reason(),
                                    dates.when(handover.requestedAt(), getLocale()))),
                            homes),
                    candidates.isEmpty()
                            ? Pieces.note("warn-note", getTranslation("campaigns.handover.nobody"))
                            : Pieces.section(getTranslation("campaigns.handover.who"), successor),
                    bar);
        }
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Handovers;
import cn.minqing.organization.People;
import cn.minqing.tasklist.Drafts;
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
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** 告知住户联系人变动: the successor has seen the households and given them the new card. */
@Component
class TellHouseholdsTask implements TaskPage {
    private final Handovers handovers;
    private final Campaigns campaigns;
    private final People people;
    private final ContactWords words;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;

    TellHouseholdsTask(
            Handovers handovers,
            Campaigns campaigns,
            People people,
            ContactWords words,
            Drafts drafts,
            ObjectMapper json,
            Dates dates) {
        this.handovers = handovers;
        this.campaigns = campaigns;
        this.people = people;
        this.words = words;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
    }

    @Override
    public Set<String> elements() {
        return Set.of("contact-handover.userTask_tellHouseholds");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        Panel(WorkItem item, Runnable done) {
            addClassNames("page", "page-form", "campaign-task");
            setId("task-tell-households");
            var handover = handovers.view(item.subjectId());
            var campaign = campaigns.view(handover.campaignId());
            var note = new TextArea(getTranslation("campaigns.handover.note"));
            note.setId("handover-note");
            note.setHelperText(getTranslation("campaigns.handover.note.help"));
            note.setMaxLength(1000);
            note.setMinRows(3);
            note.setWidthFull();
            var autosave = new Autosave<>(
                    drafts, json, dates, Autosave.key("handover-told", handover.id()), String.class, note::getValue);
            autosave.stored().ifPresent(note::setValue);
            autosave.watch("note", note);

            Map<String, HasValidation> fields = Map.of("note", note);
            var submit = new Button(getTranslation("campaigns.handover.told"), event -> {
                if (Notices.attempt(fields, () -> handovers.toldHouseholds(item.id(), note.getValue()))) {
                    autosave.clear();
                    Notices.success("campaigns.handover.toldDone");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            submit.setId("handover-told");
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            submit.setDisableOnClick(true);
            var bar = new Div(submit);
            bar.addClassName("action-bar");
            add(
                    Pieces.section(
                            getTranslation("campaigns.handover.tell.heading"),
                            new Paragraph(
                                    handover.fromPerson().equals(handover.successor())
                                            ? getTranslation("campaigns.handover.tell.unit", handover.reason())
                                            : getTranslation(
                                                    "campaigns.handover.tell.text",
                                                    people.get(handover.fromPerson())
                                                            .name())),
                            HandoverHouseholds.of(this, words, campaign, handovers.lines(handover.id()))),
                    Pieces.sectionWith(getTranslation("campaigns.handover.tell.how"), autosave, note),
                    bar);
        }
    }
}

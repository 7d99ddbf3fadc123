package cn.minqing.ui.assessment;

import cn.minqing.assessment.Assessments;
import cn.minqing.assessment.Reports;
import cn.minqing.campaign.Acceptance;
import cn.minqing.campaign.CampaignTemplate.Every;
import cn.minqing.campaign.Contacts;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.component.Word;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The leading group sees what the campaign came to, and accepts it or orders remedial visits. */
class AcceptCampaignPanel extends Composite<Div> {
    private static final int LONGEST_REASON = 500;
    private static final int DEFAULT_DAYS = 10;

    private enum Decision {
        ACCEPT,
        NEXT_PERIOD,
        STAND,
        END,
        REMEDIAL
    }

    private final Acceptance acceptance;
    private final WorkItem item;
    private final boolean standing;
    private final List<Contacts.Line> withoutFile;
    private final RadioButtonGroup<Decision> decision = new RadioButtonGroup<>();
    private final RadioButtonGroup<Every> period = new RadioButtonGroup<>();
    private final DatePicker deadline = new DatePicker();
    private final TextArea reason = new TextArea();
    private final CheckboxGroup<Contacts.Line> households = new CheckboxGroup<>();
    private final Button decide = new Button();
    private final Span consequence = new Span();

    AcceptCampaignPanel(
            Acceptance acceptance,
            Assessments assessments,
            Reports reports,
            BehindRecords behind,
            AppClock clock,
            boolean standing,
            WorkItem item,
            Runnable done) {
        this.acceptance = acceptance;
        this.item = item;
        this.standing = standing;
        var campaignId = item.subjectId();
        withoutFile = acceptance.withoutFile(campaignId);
        getContent().addClassNames("page", "page-form");

        var papers = new Div(
                new DownloadButton(
                        getTranslation("report.download"),
                        Pdf.download(getTranslation("report.file", item.subject()), () -> reports.pdf(campaignId))),
                new DownloadButton(
                        getTranslation("report.download.word"),
                        Word.download(getTranslation("report.file", item.subject()), () -> reports.word(campaignId))),
                new Anchor("campaign/" + campaignId + "/assessment", getTranslation("acceptance.byUnit")));
        papers.addClassName("page-actions");
        var results = new Section(
                new H3(getTranslation("assessment.heading")),
                new ResultsPanel(
                        campaignId,
                        assessments.of(campaignId).stream()
                                .filter(result -> result.unitId() == null)
                                .toList(),
                        behind));
        results.addClassName("section");
        getContent().add(papers, results, earlier(campaignId), decision(clock));

        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        decide.addClickListener(e -> decide(done));
        consequence.addClassName("action-note");
        var actions = new Div(consequence, decide);
        actions.addClassName("action-bar");
        getContent().add(actions);
        show();
    }

    private Div earlier(UUID campaignId) {
        var rounds = new Div();
        for (var order : acceptance.orders(campaignId)) {
            var line = new Div(getTranslation(
                    "acceptance.round", order.round(), order.households(), order.deadline(), order.reason()));
            line.addClassName("info-note");
            rounds.add(line);
        }
        return rounds;
    }

    private Section decision(AppClock clock) {
        decision.setLabel(getTranslation("acceptance.decision"));
        decision.setItems(
                standing
                        ? List.of(Decision.NEXT_PERIOD, Decision.REMEDIAL, Decision.END)
                        : List.of(Decision.ACCEPT, Decision.STAND, Decision.REMEDIAL));
        decision.setItemLabelGenerator(one -> getTranslation("acceptance.decision." + one));
        decision.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        decision.setValue(withoutFile.isEmpty() ? (standing ? Decision.NEXT_PERIOD : Decision.ACCEPT) : null);
        decision.addValueChangeListener(e -> show());

        period.setLabel(getTranslation("acceptance.period"));
        period.setHelperText(getTranslation("acceptance.period.help"));
        period.setItems(Every.MONTH, Every.QUARTER, Every.YEAR);
        period.setItemLabelGenerator(every -> getTranslation("acceptance.period." + every));
        period.setValue(Every.YEAR);

        deadline.setLabel(getTranslation("acceptance.deadline"));
        deadline.setMin(clock.today().plusDays(1));
        deadline.setValue(clock.today().plusDays(DEFAULT_DAYS));
        deadline.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("acceptance.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        households.setLabel(getTranslation("acceptance.households", withoutFile.size()));
        households.setHelperText(getTranslation("acceptance.households.help"));
        households.setItems(withoutFile);
        households.setItemLabelGenerator(AcceptCampaignPanel::label);
        households.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        households.select(withoutFile);

        var section = new Section(new H3(getTranslation("acceptance.decide")));
        section.addClassName("section");
        section.add(new Paragraph(
                withoutFile.isEmpty()
                        ? getTranslation("acceptance.allFiles")
                        : getTranslation("acceptance.filesMissing", withoutFile.size())));
        section.add(decision, period, deadline, reason, households);
        return section;
    }

    private static String label(Contacts.Line line) {
        return line.household().number() + "　" + line.household().headName() + "　" + line.place() + "　"
                + line.personName() + "（" + line.unitName() + "）";
    }

    private void show() {
        var chosen = decision.getValue();
        var remedial = chosen == Decision.REMEDIAL;
        period.setVisible(chosen == Decision.STAND);
        deadline.setVisible(remedial);
        reason.setVisible(remedial);
        households.setVisible(remedial && !withoutFile.isEmpty());
        decide.setEnabled(chosen != null);
        decide.setText(getTranslation(remedial ? "acceptance.order" : "acceptance.accept"));
        consequence.setText(getTranslation(
                switch (chosen) {
                    case null -> "acceptance.choose";
                    case REMEDIAL -> "acceptance.order.note";
                    case NEXT_PERIOD, STAND -> "acceptance.next.note";
                    case ACCEPT, END -> "acceptance.accept.note";
                }));
    }

    private void accept(Runnable done) {
        var accepted = Notices.attempt(() -> {
            switch (decision.getValue()) {
                case STAND -> acceptance.acceptAndStand(item.id(), period.getValue());
                case END -> acceptance.acceptAndEnd(item.id());
                default -> acceptance.accept(item.id());
            }
        });
        if (accepted) {
            var goesOn = decision.getValue() == Decision.NEXT_PERIOD || decision.getValue() == Decision.STAND;
            Notices.success(goesOn ? "acceptance.goesOn" : "acceptance.accepted");
            done.run();
        }
    }

    private void decide(Runnable done) {
        if (decision.getValue() != Decision.REMEDIAL) {
            accept(done);
            return;
        }
        if (deadline.getValue() == null) {
            deadline.setErrorMessage(getTranslation("acceptance.deadline.missing"));
            deadline.setInvalid(true);
            deadline.focus();
            return;
        }
        if (!withoutFile.isEmpty() && households.getValue().isEmpty()) {
            households.setErrorMessage(getTranslation("acceptance.households.missing"));
            households.setInvalid(true);
            return;
        }
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("deadline", deadline);
        fields.put("reason", reason);
        fields.put("contactIds", households);
        var contacts =
                households.getValue().stream().map(line -> line.contact().id()).toList();
        if (Notices.attempt(
                fields, () -> acceptance.orderRemedial(item.id(), deadline.getValue(), contacts, reason.getValue()))) {
            Notices.success("acceptance.ordered", contacts.size());
            done.run();
        }
    }
}

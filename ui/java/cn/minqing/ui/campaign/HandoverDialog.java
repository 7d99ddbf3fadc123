package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contacts;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for a successor of a cadre who can no longer serve, for all households or some. */
class HandoverDialog extends Dialog {

    /** Asks for it; the contacts are never empty. */
    interface Request {
        void submit(UUID fromPerson, List<UUID> contactIds, String reason);
    }

    private record Cadre(UUID personId, String name, List<Contacts.Line> lines) {}

    private final ComboBox<Cadre> cadre = new ComboBox<>();
    private final CheckboxGroup<Contacts.Line> households = new CheckboxGroup<>();
    private final TextArea reason = new TextArea();

    /** @param lines contacts of the units the person leads */
    HandoverDialog(CampaignView campaign, ContactWords words, List<Contacts.Line> lines, Request request) {
        setId("handover-dialog");
        setHeaderTitle(getTranslation("campaigns.handover.request"));
        setWidth("34rem");
        setMaxWidth("100%");
        var cadres = new LinkedHashMap<UUID, Cadre>();
        lines.forEach(line -> cadres.computeIfAbsent(
                        line.contact().personId(), id -> new Cadre(id, line.personName(), new java.util.ArrayList<>()))
                .lines()
                .add(line));
        cadre.setId("handover-cadre");
        cadre.setLabel(getTranslation("campaigns.handover.cadre"));
        cadre.setItems(cadres.values());
        cadre.setItemLabelGenerator(one -> getTranslation(
                "campaigns.handover.candidate", one.name(), one.lines().size()));
        cadre.setWidthFull();
        cadre.addValueChangeListener(event -> show());
        households.setId("handover-contacts");
        households.setLabel(getTranslation("campaigns.handover.households"));
        households.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        households.setItemLabelGenerator(line -> words.household(cadre, campaign, line));
        households.setVisible(false);
        reason.setId("handover-reason");
        reason.setLabel(getTranslation("campaigns.handover.reason"));
        reason.setHelperText(getTranslation("campaigns.handover.reason.help"));
        reason.setMaxLength(500);
        reason.setMinRows(3);
        reason.setWidthFull();
        var content =
                new Div(new Paragraph(getTranslation("campaigns.handover.request.text")), cadre, households, reason);
        content.addClassName("campaign-stack");
        add(content);

        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("fromPerson", cadre);
        fields.put("contactIds", households);
        fields.put("reason", reason);
        var cancel = new Button(getTranslation("campaigns.cancel"), event -> close());
        var submit = new Button(getTranslation("campaigns.handover.request.submit"), event -> {
            if (Notices.attempt(fields, () -> submit(request))) {
                close();
            }
            event.getSource().setEnabled(true);
        });
        submit.setId("handover-request-submit");
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        getFooter().add(cancel, submit);
    }

    private void show() {
        var chosen = cadre.getValue();
        households.setVisible(chosen != null);
        if (chosen != null) {
            households.setItems(chosen.lines());
            households.setValue(new LinkedHashSet<>(chosen.lines()));
        }
    }

    private void submit(Request request) {
        var faults = new LinkedHashMap<String, Message>();
        if (cadre.getValue() == null) {
            faults.put("fromPerson", Message.of("campaigns.cadreMissing"));
        } else if (households.getValue().isEmpty()) {
            faults.put("contactIds", Message.of("campaigns.householdsMissing"));
        }
        if (reason.getValue().isBlank()) {
            faults.put("reason", Message.of("campaigns.reasonMissing"));
        }
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        request.submit(
                cadre.getValue().personId(),
                households.getValue().stream().map(line -> line.contact().id()).toList(),
                reason.getValue());
    }
}

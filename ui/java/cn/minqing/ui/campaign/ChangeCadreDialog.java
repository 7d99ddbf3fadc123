package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contacts;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a household to another cadre. Who has no room left takes it in exchange for one of their own. What each will
 * have is shown before it is saved.
 */
class ChangeCadreDialog extends Dialog {

    /** {@code exchangedContactId} is the contact that comes back; null when the household just moves. */
    interface Change {
        void apply(UUID personId, @Nullable UUID exchangedContactId);
    }

    private final transient Contacts.Line line;
    private final transient Function<UUID, List<Contacts.Line>> ofPerson;
    private final transient Balances.Load from;
    private final ComboBox<Balances.Load> cadre;
    private final RadioButtonGroup<Contacts.Line> exchange = new RadioButtonGroup<>();
    private final Div preview = Pieces.note("info-note", "");

    /**
     * @param from how the cadre stands who has the household
     * @param ofPerson the contacts of a cadre, asked for when one of them must come back
     * @param changed told who has the household now
     */
    ChangeCadreDialog(
            CampaignView campaign,
            ContactWords words,
            Contacts.Line line,
            String household,
            Balances.Load from,
            ComboBox<Balances.Load> cadre,
            Function<UUID, List<Contacts.Line>> ofPerson,
            Change change,
            Consumer<Balances.Load> changed) {
        this.line = line;
        this.from = from;
        this.cadre = cadre;
        this.ofPerson = ofPerson;
        setId("change-cadre-dialog");
        setHeaderTitle(household);
        setWidth("34rem");
        setMaxWidth("100%");
        cadre.addValueChangeListener(event -> show());
        exchange.setId("contact-exchange");
        exchange.setLabel(getTranslation("campaigns.adjust.exchange"));
        exchange.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        exchange.setItemLabelGenerator(one -> words.household(cadre, campaign, one));
        exchange.addValueChangeListener(event -> showPreview());
        preview.getElement().setAttribute("role", "status");
        var content = new Div(
                new Paragraph(getTranslation("campaigns.adjust.now", line.unitName(), line.personName())),
                cadre,
                exchange,
                preview);
        content.addClassName("campaign-stack");
        add(content);
        show();

        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("personId", cadre);
        fields.put("exchange", exchange);
        var cancel = new Button(getTranslation("campaigns.cancel"), event -> close());
        var save = new Button(getTranslation("campaigns.adjust.save"), event -> {
            if (Notices.attempt(fields, () -> apply(change))) {
                close();
                Notices.success("campaigns.adjust.saved");
                changed.accept(cadre.getValue());
            }
            event.getSource().setEnabled(true);
        });
        save.setId("contact-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        getFooter().add(cancel, save);
    }

    private void apply(Change change) {
        if (cadre.getValue() == null) {
            throw UserError.invalid(Map.of("personId", Message.of("campaigns.cadreMissing")));
        }
        if (cadre.getValue().personId().equals(from.personId())) {
            throw UserError.invalid(Map.of("personId", Message.of("campaigns.cadreSame", from.name())));
        }
        if (full(cadre.getValue()) && exchange.getValue() == null) {
            throw UserError.invalid(Map.of("exchange", Message.of("campaigns.exchangeMissing")));
        }
        change.apply(
                cadre.getValue().personId(),
                full(cadre.getValue()) ? exchange.getValue().contact().id() : null);
    }

    private static boolean full(Balances.Load load) {
        return load.households() >= load.quota();
    }

    private boolean same(Balances.Load load) {
        return load.personId().equals(from.personId());
    }

    private void show() {
        var to = cadre.getValue();
        var needed = to != null && full(to) && !same(to);
        exchange.setVisible(needed);
        if (needed) {
            exchange.setItems(ofPerson.apply(to.personId()));
            exchange.setHelperText(getTranslation("campaigns.adjust.exchange.help", to.name(), to.quota()));
        }
        showPreview();
    }

    private void showPreview() {
        var to = cadre.getValue();
        preview.setVisible(to != null && !same(to) && (!full(to) || exchange.getValue() != null));
        if (to == null) {
            return;
        }
        preview.setText(
                full(to)
                        ? getTranslation(
                                "campaigns.adjust.previewExchange",
                                line.personName(),
                                from.households(),
                                to.name(),
                                to.households())
                        : getTranslation(
                                "campaigns.adjust.preview",
                                line.personName(),
                                from.households(),
                                from.households() - 1,
                                to.name(),
                                to.households(),
                                to.households() + 1));
    }
}

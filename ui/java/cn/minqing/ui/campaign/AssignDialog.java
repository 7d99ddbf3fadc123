package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Gives a household that nobody is in contact with to a cadre who has room. */
class AssignDialog extends Dialog {

    AssignDialog(
            String household, ComboBox<Balances.Load> cadre, Consumer<UUID> assign, Consumer<Balances.Load> changed) {
        setId("assign-dialog");
        setHeaderTitle(getTranslation("campaigns.adjust.giveTitle", household));
        setWidth("32rem");
        setMaxWidth("100%");
        add(cadre);
        var cancel = new Button(getTranslation("campaigns.cancel"), event -> close());
        var save = new Button(getTranslation("campaigns.adjust.save"), event -> {
            Map<String, HasValidation> fields = Map.of("personId", cadre);
            if (Notices.attempt(fields, () -> assign.accept(chosen(cadre)))) {
                close();
                Notices.success("campaigns.adjust.saved");
                changed.accept(cadre.getValue());
            }
            event.getSource().setEnabled(true);
        });
        save.setId("assign-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        getFooter().add(cancel, save);
    }

    private static UUID chosen(ComboBox<Balances.Load> cadre) {
        if (cadre.getValue() == null) {
            throw UserError.invalid(Map.of("personId", Message.of("campaigns.cadreMissing")));
        }
        return cadre.getValue().personId();
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Chooses a cadre by name or department, with how many households each has. */
final class CadreField {
    private CadreField() {}

    static ComboBox<Balances.Load> of(String label, Balances.Balance balance, List<Balances.Load> cadres) {
        var units = balance.units().stream()
                .collect(Collectors.toMap(Balances.UnitBalance::unitId, Balances.UnitBalance::unitName, (a, b) -> a));
        var field = new ComboBox<Balances.Load>(label);
        field.setId("contact-cadre");
        field.setItemLabelGenerator(load -> field.getTranslation(
                "campaigns.adjust.cadreItem",
                load.name(),
                unit(units, load.unitId()),
                load.households(),
                load.quota()));
        field.setItems(cadres);
        field.setWidthFull();
        return field;
    }

    private static String unit(java.util.Map<UUID, String> units, UUID id) {
        return units.getOrDefault(id, "");
    }
}

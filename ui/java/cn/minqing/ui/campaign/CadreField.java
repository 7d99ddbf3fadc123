package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Map;
import java.util.UUID;

/** Chooses a cadre by name or department, with how many households each has; fetched a page at a time. */
final class CadreField {
    private CadreField() {}

    /** @param units names of the units that take part */
    static ComboBox<Balances.Load> of(String label, Balances balances, UUID campaignId, Map<UUID, String> units) {
        var field = new ComboBox<Balances.Load>(label);
        field.setId("contact-cadre");
        field.setItemLabelGenerator(load -> field.getTranslation(
                "campaigns.adjust.cadreItem",
                load.name(),
                units.getOrDefault(load.unitId(), ""),
                load.households(),
                load.quota()));
        field.setItems(query ->
                balances
                        .search(campaignId, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        field.setWidthFull();
        return field;
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.household.Households;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses an area step by step from one on top, and says how many households live in it. */
class AreaField extends CustomField<Area> {
    private final transient Areas areas;
    private final transient Households households;
    private final Div steps = new Div();
    private final Span count = new Span();
    private final List<Select<Area>> selects = new ArrayList<>();
    private @Nullable Area top;

    AreaField(Areas areas, Households households) {
        this.areas = areas;
        this.households = households;
        steps.addClassName("campaign-steps");
        count.addClassName("muted");
        count.getElement().setAttribute("role", "status");
        add(steps, count);
    }

    /** Begins at this area; where there is no choice below it, the only way down is taken. */
    void setTop(Area area) {
        top = area;
        selects.clear();
        steps.removeAll();
        descend(area);
        changed();
    }

    private void descend(Area above) {
        var below = areas.children(above.id());
        if (below.isEmpty()) {
            return;
        }
        var select = new Select<Area>();
        select.setLabel(
                getTranslation("campaigns.area." + below.getFirst().level().name()));
        select.setItems(below);
        select.setItemLabelGenerator(area -> area == null ? "" : area.name());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("campaigns.area.all", above.name()));
        select.setPlaceholder(getTranslation("campaigns.area.all", above.name()));
        select.setId("campaign-area-" + below.getFirst().level().name().toLowerCase(java.util.Locale.ROOT));
        selects.add(select);
        steps.add(select);
        select.addValueChangeListener(event -> {
            cutAfter(select);
            if (event.getValue() != null) {
                descend(event.getValue());
            }
            if (event.isFromClient()) {
                changed();
            }
        });
        if (below.size() == 1) {
            select.setValue(below.getFirst());
        }
    }

    private void cutAfter(Select<Area> select) {
        var from = selects.indexOf(select) + 1;
        var cut = List.copyOf(selects.subList(from, selects.size()));
        cut.forEach(steps::remove);
        selects.removeAll(cut);
    }

    private void changed() {
        updateValue();
        var chosen = generateModelValue();
        count.setText(
                chosen == null
                        ? ""
                        : getTranslation(
                                "campaigns.area.households",
                                areas.place(chosen.code()).isEmpty() ? chosen.name() : areas.place(chosen.code()),
                                households.resident(chosen.code()).size()));
    }

    @Override
    protected @Nullable Area generateModelValue() {
        var chosen = top;
        for (var select : selects) {
            chosen = select.getValue() == null ? chosen : select.getValue();
        }
        return chosen;
    }

    @Override
    protected void setPresentationValue(@Nullable Area area) {
        if (area != null) {
            setTop(area);
        }
    }
}

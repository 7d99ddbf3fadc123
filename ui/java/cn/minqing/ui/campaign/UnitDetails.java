package cn.minqing.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Units as an office files them, each folded away. What belongs to a unit is fetched when it is opened, and again when
 * it was changed, so that a change costs as much as the units it concerns.
 */
@StyleSheet("context://styles/campaign.css")
class UnitDetails extends Div {
    /** With this few units nothing is folded away. */
    private static final int FEW = 2;

    private static final int PAGE = 50;

    private final transient BiConsumer<UUID, Div> fill;
    private final Div shown = new Div();
    private final Div more = new Div();
    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    /** @param summary what is in the unit, in a few words */
    record Entry(UUID unitId, String name, String summary) {}

    private record Row(Details details, Div content, Div summary) {}

    /** @param fill puts what belongs to the unit into its place, which is empty */
    UnitDetails(BiConsumer<UUID, Div> fill) {
        this.fill = fill;
        shown.addClassName("campaign-contacts");
        more.addClassName("inbox-more");
        add(shown, more);
    }

    /** Shows these units, in this order. */
    void show(List<Entry> entries) {
        shown.removeAll();
        rows.clear();
        page(entries, 0);
    }

    private void page(List<Entry> entries, int from) {
        var to = Math.min(entries.size(), from + PAGE);
        for (var entry : entries.subList(from, to)) {
            var row = row(entry);
            rows.put(entry.unitId(), row);
            shown.add(row.details());
            if (entries.size() <= FEW) {
                row.details().setOpened(true);
            }
        }
        more.removeAll();
        if (to < entries.size()) {
            more.add(new Button(getTranslation("campaigns.more"), event -> page(entries, to)));
        }
    }

    /** Shows a unit as it is now; one that is not listed is left out. */
    void refresh(Entry entry) {
        var row = rows.get(entry.unitId());
        if (row == null) {
            return;
        }
        summary(row.summary(), entry);
        row.content().removeAll();
        if (row.details().isOpened()) {
            fill.accept(entry.unitId(), row.content());
        }
    }

    boolean lists(UUID unitId) {
        return rows.containsKey(unitId);
    }

    private Row row(Entry entry) {
        var summary = new Div();
        summary.addClassName("campaign-unit-summary");
        summary(summary, entry);
        var content = new Div();
        content.addClassName("campaign-cadres");
        var details = new Details(summary, content);
        details.setId("unit-" + entry.unitId());
        details.setWidthFull();
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && content.getComponentCount() == 0) {
                fill.accept(entry.unitId(), content);
            }
        });
        return new Row(details, content, summary);
    }

    private static void summary(Div place, Entry entry) {
        place.removeAll();
        place.add(Pieces.span("campaign-unit", entry.name()), Pieces.span("muted", entry.summary()));
    }
}

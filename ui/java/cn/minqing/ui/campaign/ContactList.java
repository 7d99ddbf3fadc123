package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.Contacts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Contacts as an office files them: department, in it the cadres, at each cadre the households. A department fills when
 * it is opened, so that a long list costs little; while somebody searches, what was found stands open.
 */
@StyleSheet("context://styles/campaign.css")
class ContactList extends Div {
    /** With this few departments nothing is folded away. */
    private static final int FEW = 2;

    private final transient Function<Contacts.Line, Component> piece;

    /** @param piece what a household is shown as */
    ContactList(Function<Contacts.Line, Component> piece) {
        this.piece = piece;
        addClassName("campaign-contacts");
    }

    /** {@code load} is null where only contacts matter. */
    private record Cadre(String name, Balances.@Nullable Load load, List<Contacts.Line> lines) {}

    private record Department(String name, Map<UUID, Cadre> cadres) {
        int households() {
            return cadres.values().stream()
                    .mapToInt(cadre -> cadre.lines().size())
                    .sum();
        }
    }

    /**
     * Shows the contacts.
     *
     * @param loads cadres who are listed even without a household; none where only contacts matter
     * @param units names of the units of the loads
     * @param text what somebody searches for: part of a name, a department, a place or the number of a household
     * @return how many households are shown
     */
    int show(List<Contacts.Line> lines, List<Balances.Load> loads, Map<UUID, String> units, String text) {
        removeAll();
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var departments = new LinkedHashMap<UUID, Department>();
        for (var load : loads) {
            var unit = units.getOrDefault(load.unitId(), "");
            if (wanted.isEmpty() || has(load.name(), wanted) || has(unit, wanted)) {
                department(departments, load.unitId(), unit)
                        .cadres()
                        .put(load.personId(), new Cadre(load.name(), load, new ArrayList<>()));
            }
        }
        var shown = 0;
        for (var line : lines) {
            if (wanted.isEmpty() || matches(line, wanted)) {
                department(departments, line.contact().unitId(), line.unitName())
                        .cadres()
                        .computeIfAbsent(
                                line.contact().personId(), id -> new Cadre(line.personName(), null, new ArrayList<>()))
                        .lines()
                        .add(line);
                shown++;
            }
        }
        var open = !wanted.isEmpty() || departments.size() <= FEW;
        departments.forEach((id, department) -> add(details(id, department, open)));
        if (departments.isEmpty()) {
            add(Pieces.empty(
                    getTranslation("campaigns.contacts.none"),
                    getTranslation(
                            wanted.isEmpty() ? "campaigns.contacts.none.yet" : "campaigns.contacts.none.found")));
        }
        return shown;
    }

    private static Department department(Map<UUID, Department> all, UUID id, String name) {
        return all.computeIfAbsent(id, unit -> new Department(name, new LinkedHashMap<>()));
    }

    private static boolean matches(Contacts.Line line, String wanted) {
        return has(line.household().headName(), wanted)
                || has(line.household().number(), wanted)
                || has(line.place(), wanted)
                || has(line.personName(), wanted)
                || has(line.unitName(), wanted)
                || has(line.contact().cardCode(), wanted);
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Details details(UUID id, Department department, boolean open) {
        var summary = new Div(
                Pieces.span("campaign-unit", department.name()),
                Pieces.span(
                        "muted",
                        getTranslation(
                                "campaigns.contacts.unit", department.cadres().size(), department.households())));
        summary.addClassName("campaign-unit-summary");
        var content = new Div();
        content.addClassName("campaign-cadres");
        var details = new Details(summary, content);
        details.setId("unit-" + id);
        details.setWidthFull();
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && content.getComponentCount() == 0) {
                fill(content, department);
            }
        });
        if (open) {
            fill(content, department);
            details.setOpened(true);
        }
        return details;
    }

    private void fill(Div content, Department department) {
        department.cadres().values().forEach(cadre -> {
            var name = new Div(Pieces.span("campaign-cadre-name", cadre.name()), count(cadre));
            name.addClassName("campaign-cadre-head");
            var homes = new Div();
            homes.addClassName("campaign-homes");
            cadre.lines().forEach(line -> homes.add(piece.apply(line)));
            var row = new Div(name, homes);
            row.addClassName("campaign-cadre");
            content.add(row);
        });
    }

    private Span count(Cadre cadre) {
        var load = cadre.load();
        return Pieces.span(
                "muted",
                load == null
                        ? getTranslation(
                                "campaigns.contacts.count", cadre.lines().size())
                        : getTranslation("campaigns.contacts.countOf", load.households(), load.quota()));
    }
}

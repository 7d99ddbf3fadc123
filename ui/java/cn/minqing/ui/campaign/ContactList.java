package cn.minqing.ui.campaign;

import cn.minqing.campaign.Balances;
import cn.minqing.campaign.Contacts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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

    /** So many cadres are laid out at a time. */
    private static final int PAGE = 50;

    private final transient Function<Contacts.Line, Component> piece;

    /** @param piece what a household is shown as */
    ContactList(Function<Contacts.Line, Component> piece) {
        this.piece = piece;
        addClassName("campaign-contacts");
    }

    /** {@code load} is null where only contacts matter. */
    record Cadre(String name, Balances.@Nullable Load load, List<Contacts.Line> lines) {}

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
     * @param text what somebody searches for: part of a name, a department, a place or the number of a household
     * @return how many households are shown
     */
    int show(List<Contacts.Line> lines, String text) {
        return show(lines, text, !text.isBlank());
    }

    /** Shows what was found elsewhere; nothing is folded away. */
    void found(List<Contacts.Line> lines) {
        show(lines, "", true);
    }

    private int show(List<Contacts.Line> lines, String text, boolean searched) {
        removeAll();
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var departments = new LinkedHashMap<UUID, Department>();
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
        var open = searched || departments.size() <= FEW;
        departments.forEach((id, department) -> add(details(id, department, open)));
        if (departments.isEmpty()) {
            add(Pieces.empty(
                    getTranslation("campaigns.contacts.none"),
                    getTranslation(searched ? "campaigns.contacts.none.found" : "campaigns.contacts.none.yet")));
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
        rows(content, List.copyOf(department.cadres().values()), piece);
    }

    /** The cadres of a unit, those without a household too, each with the contacts they have. */
    static List<Cadre> cadres(List<Contacts.Line> lines, List<Balances.Load> loads) {
        var cadres = new LinkedHashMap<UUID, Cadre>();
        loads.forEach(load -> cadres.put(load.personId(), new Cadre(load.name(), load, new ArrayList<>())));
        lines.forEach(line -> cadres.computeIfAbsent(
                        line.contact().personId(), id -> new Cadre(line.personName(), null, new ArrayList<>()))
                .lines()
                .add(line));
        return List.copyOf(cadres.values());
    }

    /** The cadres of a department with their households, a page at a time. */
    static void rows(Div content, List<Cadre> cadres, Function<Contacts.Line, Component> piece) {
        cadres.stream().limit(PAGE).forEach(cadre -> content.add(row(content, cadre, piece)));
        if (cadres.size() > PAGE) {
            var more = new Button(content.getTranslation("campaigns.more"));
            more.addClickListener(event -> {
                content.remove(more);
                rows(content, cadres.subList(PAGE, cadres.size()), piece);
            });
            content.add(more);
        }
    }

    private static Div row(Div content, Cadre cadre, Function<Contacts.Line, Component> piece) {
        var name = new Div(Pieces.span("campaign-cadre-name", cadre.name()), count(content, cadre));
        name.addClassName("campaign-cadre-head");
        var homes = new Div();
        homes.addClassName("campaign-homes");
        cadre.lines().forEach(line -> homes.add(piece.apply(line)));
        var row = new Div(name, homes);
        row.addClassName("campaign-cadre");
        return row;
    }

    private static Span count(Div page, Cadre cadre) {
        var load = cadre.load();
        return Pieces.span(
                "muted",
                load == null
                        ? page.getTranslation(
                                "campaigns.contacts.count", cadre.lines().size())
                        : page.getTranslation("campaigns.contacts.countOf", load.households(), load.quota()));
    }
}

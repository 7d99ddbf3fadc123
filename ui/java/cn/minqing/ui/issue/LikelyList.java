package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.Duplicates;
import cn.minqing.issue.Duplicates.Likely;
import cn.minqing.issue.Duplicates.Relation;
import cn.minqing.issue.IssueState;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues that may be the same, with enough to decide, and what each is to the new one. Choices survive new results. */
class LikelyList extends Composite<Div> {
    private final Dates dates;
    private final Map<UUID, Relation> chosen = new LinkedHashMap<>();
    private final Map<UUID, Span> likeness = new LinkedHashMap<>();

    LikelyList(Dates dates) {
        this.dates = dates;
        getContent().addClassName("likely");
        getContent().getElement().setAttribute("aria-live", "polite");
        clear();
    }

    void clear() {
        getContent().removeAll();
        chosen.clear();
        likeness.clear();
        getContent().add(muted("duplicates.hint"));
    }

    /** The same issues again only change how alike they are: what somebody has open stays open. */
    void show(List<Likely> found) {
        var ids = found.stream().map(one -> one.row().id()).toList();
        if (!ids.isEmpty() && ids.equals(List.copyOf(likeness.keySet()))) {
            found.forEach(one -> likeness.get(one.row().id()).setText(text("duplicates.like", one.likeness())));
            return;
        }
        likeness.clear();
        getContent().removeAll();
        chosen.keySet().retainAll(ids);
        if (found.isEmpty()) {
            getContent().add(muted("duplicates.none"));
        }
        found.forEach(one -> getContent().add(card(one)));
    }

    int size() {
        return (int)
                getContent().getChildren().filter(one -> one instanceof Div).count();
    }

    List<Duplicates.Choice> choices() {
        return chosen.entrySet().stream()
                .map(entry -> new Duplicates.Choice(entry.getKey(), entry.getValue(), ""))
                .toList();
    }

    private Component card(Likely one) {
        var row = one.row();
        Component title = one.mayOpen() ? new Anchor("issue/" + row.id(), row.title()) : new Span(row.title());
        if (title instanceof Anchor anchor) {
            anchor.setTarget(AnchorTarget.BLANK);
        }
        title.addClassName("what");
        var alike = tag(text("duplicates.like", one.likeness()));
        likeness.put(row.id(), alike);
        var tags = new Div(tag(IssueTexts.state(row.state())), alike);
        if (one.sameHousehold()) {
            tags.add(tag(text("duplicates.sameHousehold")));
        }
        if (one.sameCategory()) {
            tags.add(tag(text("duplicates.sameCategory")));
        }
        tags.addClassName("likely-tags");
        var facts = new ArrayList<String>();
        facts.add(row.number());
        facts.add(row.place() + row.household());
        facts.add(text("duplicates.registeredOn", dates.day(row.registeredOn(), IssueTexts.locale())));
        var turn = turn(one);
        if (turn != null) {
            facts.add(text("duplicates.turn", turn));
        }
        var where = new Span(String.join(" · ", facts));
        where.addClassName("muted");

        var relation = new Select<Relation>();
        relation.setLabel(text("duplicates.relation"));
        relation.setItems(
                row.state() == IssueState.CLOSED
                        ? List.of(Relation.AGAIN, Relation.RELATED)
                        : List.of(Relation.MERGE, Relation.RELATED));
        relation.setEmptySelectionAllowed(true);
        relation.setEmptySelectionCaption(text("duplicates.relation.none"));
        relation.setPlaceholder(text("duplicates.relation.none"));
        relation.setItemLabelGenerator(
                way -> way == null ? text("duplicates.relation.none") : text("duplicates.relation." + way));
        relation.setValue(chosen.get(row.id()));
        relation.setHelperText(help(chosen.get(row.id())));
        relation.setWidthFull();
        relation.addValueChangeListener(e -> {
            if (e.getValue() == null) {
                chosen.remove(row.id());
            } else {
                chosen.put(row.id(), e.getValue());
            }
            relation.setHelperText(help(e.getValue()));
        });
        var card = new Div(title, tags, where, relation);
        card.addClassName("likely-card");
        return card;
    }

    private static String help(@Nullable Relation way) {
        return way == null ? "" : text("duplicates.relation." + way + ".help");
    }

    private static @Nullable String turn(Likely one) {
        if (!one.turn().isEmpty()) {
            return one.turn();
        }
        return one.turnRole().isEmpty() ? null : text("role." + one.turnRole());
    }

    private static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    private static Paragraph muted(String key) {
        var words = new Paragraph(text(key));
        words.addClassName("muted");
        return words;
    }
}

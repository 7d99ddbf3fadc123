package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityView;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One version of a record of work, as it reads. */
@StyleSheet("context://styles/obligation.css")
final class ActivityFacts extends Div {
    ActivityFacts(ActivityView activity, ActivityView.Version version) {
        addClassName("activity-facts");
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "activity.field.day", days(version));
        fact(facts, "activity.field.place", version.place());
        fact(facts, "activity.field.unit", activity.unitName());
        fact(
                facts,
                "activity.field.cadres",
                version.cadres().stream()
                        .map(ActivityView.Cadre::name)
                        .collect(Collectors.joining(getTranslation("sheet.comma"))));
        fact(
                facts,
                "activity.field.participants",
                version.participants() == null ? "" : version.participants().toString());
        fact(facts, "activity.field.enterprise", version.enterprise());
        fact(facts, "activity.field.volunteers", version.volunteers());
        fact(facts, "activity.field.amount", yuan(version.amount()));
        fact(facts, "activity.field.goods", version.goods());
        fact(
                facts,
                "activity.recordedBy",
                version.enteredBy() + " · " + Dates.moment(version.enteredAt(), getLocale())
                        + (version.late() ? " · " + getTranslation("due.late") : ""));
        var words = new Paragraph(version.words());
        words.addClassName("diary");
        var main = new Section(facts, words);
        main.addClassName("section");
        add(main);
        if (!version.households().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain-list");
            version.households().forEach(one -> list.add(home(one)));
            var homes = new Section(
                    new H2(getTranslation(
                            "activity.householdsCount", version.households().size())),
                    list);
            homes.addClassName("section");
            add(homes);
        }
    }

    private ListItem home(ActivityView.Household one) {
        var got = Stream.of(yuan(one.amount()), one.goods())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
        var detail = new Span(one.home().place() + " " + one.home().number());
        detail.addClassName("detail");
        return new ListItem(
                new Anchor("household/" + one.home().id(), one.home().headName()), new Span(got), detail);
    }

    private String days(ActivityView.Version version) {
        var first = Dates.date(version.from(), getLocale());
        return version.to().equals(version.from())
                ? first
                : getTranslation("activity.days", first, Dates.date(version.to(), getLocale()));
    }

    private String yuan(@Nullable BigDecimal amount) {
        return amount == null
                ? ""
                : getTranslation("due.count.AMOUNT", amount.stripTrailingZeros().toPlainString());
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value)));
        }
    }
}

package cn.minqing.ui.assessment;

import cn.minqing.assessment.Figures;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The figures a summary or report stands on, as the system has them. */
class FiguresPanel extends Composite<Div> {
    FiguresPanel(Figures figures) {
        getContent().getStyle().set("display", "grid").set("gap", "0.875rem");
        var issues = figures.issues();
        var headlines = new Div(
                headline("visited", figures.visited(), figures.households()),
                headline("files", figures.filesComplete(), figures.households()),
                headline("answered", issues.answered(), issues.registered()),
                headline("satisfied", issues.satisfied(), issues.asked()));
        headlines.addClassName("headlines");
        getContent().add(headlines);

        var obligations = new UnorderedList();
        obligations.addClassName("bars");
        figures.obligations()
                .forEach(due -> obligations.add(bar(
                        due.name(),
                        due.count() + " / " + figures.households(),
                        Shares.part(due.count(), figures.households()))));
        getContent().add(new H3(getTranslation("assessment.figures.obligations")), obligations);

        var income = new DescriptionList();
        income.addClassName("facts");
        figures.income()
                .forEach(kind -> fact(
                        income,
                        getTranslation("assessment.income." + kind.kind()),
                        getTranslation(
                                "assessment.figures.incomeLine",
                                Shares.yuan(kind.thisYear()),
                                Shares.yuan(kind.planned()))));
        fact(
                income,
                getTranslation("assessment.figures.total"),
                getTranslation(
                        "assessment.figures.incomeLine",
                        Shares.yuan(figures.incomeThisYear()),
                        Shares.yuan(figures.incomePlanned())));
        getContent().add(new H3(getTranslation("assessment.figures.income")), income);

        var counts = new DescriptionList();
        counts.addClassName("facts");
        fact(counts, "registered", issues.registered());
        issues.routes()
                .forEach(route -> fact(
                        counts, getTranslation("assessment.route." + route.route()), String.valueOf(route.count())));
        fact(counts, "answered", issues.answered());
        fact(counts, "closed", issues.closed());
        fact(counts, "open", issues.open());
        fact(counts, "overdue", issues.overdue());
        getContent().add(new H3(getTranslation("assessment.figures.issues")), counts);
        if (!issues.categories().isEmpty()) {
            var most = issues.categories().stream()
                    .mapToInt(Figures.Count::count)
                    .max()
                    .orElse(1);
            var categories = new UnorderedList();
            categories.addClassName("bars");
            issues.categories()
                    .forEach(category -> categories.add(bar(
                            category.name(), String.valueOf(category.count()), Shares.part(category.count(), most))));
            getContent().add(new H3(getTranslation("assessment.figures.categories")), categories);
        }
    }

    private Component headline(String name, int part, int whole) {
        var figure = new Span(Shares.of(part, whole));
        figure.addClassName("figure");
        var unit = new Span(part + " / " + whole);
        unit.addClassName("unit");
        var meaning = new Span(getTranslation("assessment.figures." + name + ".meaning"));
        meaning.addClassName("meaning");
        var headline = new Div(figure, unit, meaning);
        headline.addClassName("headline");
        return headline;
    }

    static ListItem bar(String name, String figure, double share) {
        var label = new Span(name);
        label.addClassName("name");
        var value = new Span(figure);
        value.addClassName("figure");
        var line = new Span();
        line.addClassName("bar");
        line.getStyle().set("--share", String.valueOf(share));
        return new ListItem(label, value, line);
    }

    private void fact(DescriptionList facts, String name, int count) {
        fact(facts, getTranslation("assessment.figures.issue." + name), String.valueOf(count));
    }

    private static void fact(DescriptionList facts, String term, String description) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}

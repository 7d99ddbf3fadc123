package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.fact;
import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.IssueView;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What the matter is, for whom, and what has been answered so far. */
@StyleSheet("context://styles/issue.css")
class IssueMatter extends Composite<Div> {

    IssueMatter(IssueView issue, Dates dates) {
        var words = new Paragraph(issue.description());
        words.addClassName("issue-words");
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "issue.fact.household", household(issue));
        fact(facts, "issue.fact.category", issue.categoryName());
        fact(facts, "issue.fact.solvable", text("issue.solvable." + issue.solvable()));
        if (issue.urgent()) {
            fact(facts, "issue.fact.urgent", text("issue.urgent"));
        }
        if (issue.result() != null) {
            fact(facts, "issue.fact.result", text("issue.result." + issue.result()));
        }
        fact(facts, "issue.fact.answer", issue.answer());
        fact(facts, "issue.fact.evidence", issue.evidence());
        if (issue.told() != null) {
            fact(
                    facts,
                    "issue.fact.told",
                    text(
                            "issue.told",
                            dates.when(issue.told().at(), IssueTexts.locale()),
                            text("issue.how." + issue.told().how())));
        }
        if (issue.satisfaction() != null) {
            var satisfaction = issue.satisfaction();
            fact(
                    facts,
                    "issue.fact.satisfaction",
                    text(
                            satisfaction.satisfied() ? "issue.satisfied" : "issue.dissatisfied",
                            dates.when(satisfaction.at(), IssueTexts.locale()),
                            satisfaction.askedBy().isEmpty() ? text("issue.byThemselves") : satisfaction.askedBy(),
                            satisfaction.words()));
            fact(facts, "issue.field.answeredBy", text("issue.answeredBy." + satisfaction.from()));
        }
        getContent().addClassName("issue-matter");
        getContent().add(words, facts);
    }

    static Component household(IssueView issue) {
        var household = issue.household();
        var name =
                household.name().isEmpty() ? text("issue.household.masked") : text("issue.household", household.name());
        var words = household.place() + " · " + name;
        return household.id() == null ? new Span(words) : new Anchor("household/" + household.id(), words);
    }
}

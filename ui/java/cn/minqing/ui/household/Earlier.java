package cn.minqing.ui.household;

import cn.minqing.issue.IssueSummary;
import cn.minqing.visit.VisitSheet.Obligation;
import cn.minqing.visit.VisitSheet.Promise;
import cn.minqing.visit.VisitSheet.Visited;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What happened before: issues and visits. Also the household's page shows it. */
public final class Earlier {
    private Earlier() {}

    /** Issues as links to their pages. */
    public static Component issues(List<IssueSummary> issues) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var issue : issues) {
            var item = new ListItem();
            var link = new Anchor("issue/" + issue.id(), issue.title());
            var state = new Span(list.getTranslation("issue.state." + issue.state()));
            state.addClassName("tag");
            var detail = new Span(issue.number() + " · " + issue.registeredOn()
                    + (issue.deadline() == null
                            ? ""
                            : " · "
                                    + list.getTranslation(
                                            "sheet.issues.deadline",
                                            issue.deadline().toString())));
            detail.addClassName("detail");
            item.add(link, state, detail);
            list.add(item);
        }
        return list;
    }

    /** What is due for the household, done or open, to be read. */
    public static Component obligations(List<Obligation> obligations) {
        var list = new UnorderedList();
        list.addClassName("duties");
        for (var obligation : obligations) {
            var item = new ListItem();
            item.addClassName("duty-done");
            var sign = (obligation.isMet() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
            sign.getElement()
                    .setAttribute("role", "img")
                    .setAttribute(
                            "aria-label",
                            list.getTranslation(obligation.isMet() ? "sheet.duty.done" : "sheet.duty.open"));
            var when = new Span(
                    obligation.metOn() == null ? "" : obligation.metOn().toString());
            when.addClassName("when");
            item.add(sign, new Span(obligation.name()), when);
            if (!obligation.evidence().isBlank()) {
                var evidence = new Span(obligation.evidence());
                evidence.addClassName("evidence");
                item.add(evidence);
            }
            list.add(item);
        }
        return list;
    }

    /** Promises that are not kept yet. */
    public static Component promises(List<Promise> promises) {
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var promise : promises) {
            var item = new ListItem(promise.text());
            var detail = new Span(
                    promise.due() == null
                            ? list.getTranslation(
                                    "sheet.promise.made", promise.madeOn().toString(), promise.madeBy())
                            : list.getTranslation(
                                    "sheet.promise.madeDue",
                                    promise.madeOn().toString(),
                                    promise.madeBy(),
                                    promise.due().toString()));
            detail.addClassName("detail");
            item.add(detail);
            list.add(item);
        }
        return list;
    }

    /** Visits as a timeline, newest first. */
    public static Component visits(List<Visited> visits) {
        return visits(visits, visit -> Optional.empty());
    }

    /** As {@link #visits(List)}, each with what can be done about it. */
    public static Component visits(List<Visited> visits, Function<Visited, Optional<Component>> action) {
        var list = new OrderedList();
        list.addClassName("timeline");
        for (var visit : visits) {
            var item = new ListItem();
            var who = new Span(visit.by());
            who.addClassName("who");
            var when = new Span(visit.visitedOn().toString());
            when.addClassName("when");
            item.add(who, when);
            var what = new Div();
            what.addClassName("what");
            var words = list.getTranslation("visit.kind." + visit.kind()) + " · "
                    + list.getTranslation("visit.result." + visit.result());
            if (!visit.metWith().isBlank()) {
                words += " · " + list.getTranslation("sheet.metWithOf", visit.metWith());
            }
            what.add(new Div(new Span(words)));
            if (!visit.diary().isBlank()) {
                var diary = new Div(new Span(visit.diary()));
                diary.addClassName("diary");
                what.add(diary);
            }
            item.add(what);
            var evidence = new Div();
            evidence.addClassNames("evidence", "muted");
            if (visit.late()) {
                evidence.add(new Span(
                        list.getTranslation("sheet.late", visit.enteredOn().toString())));
            }
            if (!visit.obligations().isEmpty()) {
                evidence.add(new Span(list.getTranslation(
                        "sheet.metThere", visit.obligations().size())));
            }
            if (visit.nextDate() != null) {
                evidence.add(new Span(
                        list.getTranslation("sheet.nextThere", visit.nextDate().toString())));
            }
            if (evidence.getChildren().findAny().isPresent()) {
                item.add(evidence);
            }
            action.apply(visit).ifPresent(item::add);
            list.add(item);
        }
        return list;
    }
}

package cn.minqing.ui.visit;

import cn.minqing.issue.IssueSummary;
import cn.minqing.visit.VisitSheet.Visited;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

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

    /** Visits as a timeline, newest first. */
    public static Component visits(List<Visited> visits) {
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
            var words = list.getTranslation("sheet.kind." + visit.kind()) + " · "
                    + list.getTranslation("sheet.result." + visit.result());
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
            list.add(item);
        }
        return list;
    }
}

package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.supervision.NoticeSubject;
import cn.minqing.supervision.NoticeView;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What a notice says, and what has happened since. */
final class NoticeFacts extends Div {
    NoticeFacts(NoticeView notice, Dates dates) {
        var meta = new Div(
                new Span(notice.number()), Parts.tag(text("notice.state." + notice.state())), new Span(notice.unit()));
        meta.addClassName("page-meta");
        if (notice.subjectType() == NoticeSubject.ISSUE) {
            meta.add(new Anchor("issue/" + notice.subjectId(), text("notice.toIssue")));
        }
        if (notice.subjectType() == NoticeSubject.CONDUCT) {
            meta.add(Parts.tag(text("notice.bySelf")));
        }
        var facts = new DescriptionList();
        facts.addClassName("facts");
        Parts.fact(facts, "notice.subject", notice.subject());
        Parts.fact(facts, "notice.reason", notice.reason());
        Parts.fact(facts, "notice.requirement", notice.requirement());
        Parts.fact(facts, "notice.due", notice.due() == null ? "" : dates.due(notice.due(), Parts.locale()));
        Parts.fact(facts, "notice.by", notice.requestedBy() == null ? text("notice.byLadder") : notice.requestedBy());
        Parts.fact(facts, "notice.rectification", notice.rectification());
        Parts.fact(facts, "notice.failures", notice.failures() == 0 ? "" : text("notice.times", notice.failures()));
        var timeline = new OrderedList();
        timeline.addClassName("timeline");
        for (var entry : notice.entries()) {
            var who = new Span(text(
                    "notice.entry." + entry.kind(), entry.person() == null ? text("notice.system") : entry.person()));
            who.addClassName("who");
            var when = new Span(dates.when(entry.at(), Parts.locale()));
            when.addClassName("when");
            var item = new ListItem(who, when);
            if (!entry.text().isEmpty()) {
                var what = new Paragraph(entry.text());
                what.addClassName("what");
                item.add(what);
            }
            timeline.add(item);
        }
        add(meta, Parts.section("notice.facts", facts), Parts.section("notice.story", timeline));
    }
}

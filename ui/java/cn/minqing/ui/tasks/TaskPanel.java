package cn.minqing.ui.tasks;

import cn.minqing.organization.Actors;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open task: what it is, until when, whose it is, and the page of its area. */
class TaskPanel extends Div {

    /** Makes panels. */
    @Component
    static class Factory {
        private final WorkItems workItems;
        private final TaskPages pages;
        private final TaskTexts texts;

        Factory(WorkItems workItems, TaskPages pages, TaskTexts texts) {
            this.workItems = workItems;
            this.pages = pages;
            this.texts = texts;
        }

        /** @param changed to be run after the item was claimed or given back */
        TaskPanel create(WorkItem item, Anchor back, Runnable done, Runnable changed) {
            var panel = new TaskPanel(back);
            panel.add(panel.head(item, this, changed));
            var page = pages.of(item);
            panel.add(
                    page.isPresent()
                            ? page.get().open(item, done)
                            : panel.empty("inbox.noPage", panel.getTranslation("inbox.noPageHint")));
            return panel;
        }

        /** What stands in place of a task that is no longer there. */
        TaskPanel gone(String why, Anchor back, Optional<WorkItem> following) {
            var panel = new TaskPanel(back);
            panel.add(panel.empty("inbox.gone", why));
            following.ifPresent(item -> panel.add(panel.next(item, this)));
            return panel;
        }

        /** What stands in place of a task that was just done. */
        TaskPanel finished(WorkItem item, Anchor back, Optional<WorkItem> following) {
            var panel = new TaskPanel(back);
            var box = panel.empty(
                    "inbox.finished",
                    panel.getTranslation(
                            following.isPresent() ? "inbox.finishedNext" : "inbox.finishedAll",
                            texts.kind(item, panel.getLocale())));
            following.ifPresent(next -> box.add(panel.next(next, this)));
            panel.add(box);
            return panel;
        }
    }

    private TaskPanel(Anchor back) {
        addClassName("task-panel");
        add(back);
    }

    private Div head(WorkItem item, Factory factory, Runnable changed) {
        var head = new Div(new H1(factory.texts.kind(item, getLocale()) + " · " + item.subject()));
        head.addClassNames("page-header", "task-head");
        var facts = new Div();
        facts.addClassName("page-meta");
        if (!item.place().isBlank()) {
            facts.add(new Span(item.place()));
        }
        var due = factory.texts.due(item, getLocale());
        var mark = item.colour() == WorkItem.Colour.NONE
                ? new Span(due)
                : new LadderMark(LadderMark.Colour.valueOf(item.colour().name()), due);
        if (item.hasDue()) {
            mark.setTitle(Dates.moment(item.due(), getLocale()));
        }
        facts.add(mark);
        head.add(facts);
        if (item.role() != null
                && item.scopeId() != null
                && Actors.current().has(cn.minqing.organization.Role.of(item.role()), item.scopeId())) {
            head.add(shared(item, factory.workItems, changed));
        }
        return head;
    }

    /** A task that several people may take: one makes it theirs so that the others see it is in work. */
    private Div shared(WorkItem item, WorkItems workItems, Runnable changed) {
        var claimed = item.personId() != null;
        var button = new Button(getTranslation(claimed ? "inbox.release" : "inbox.claim"));
        button.addThemeNames("tertiary");
        button.setTooltipText(getTranslation(claimed ? "inbox.releaseHint" : "inbox.claimHint"));
        button.addClickListener(e -> {
            var ok = Notices.attempt(() -> {
                if (claimed) {
                    workItems.release(item.id());
                } else {
                    workItems.claim(item.id());
                }
            });
            if (ok) {
                Notices.success(claimed ? "inbox.released" : "inbox.claimed");
            }
            changed.run();
        });
        var actions = new Div(button);
        actions.addClassName("page-actions");
        return actions;
    }

    private Div empty(String title, String sentence) {
        var box = new Div(new H2(getTranslation(title)), new Paragraph(sentence));
        box.addClassName("empty");
        return box;
    }

    private Anchor next(WorkItem item, Factory factory) {
        var link = new Anchor(
                "task/" + item.id(),
                getTranslation("inbox.next", factory.texts.kind(item, getLocale()), item.subject()));
        link.getElement().setAttribute("router-link", true);
        link.addClassNames("button-link", "button-link-primary");
        link.addAttachListener(e -> link.getElement().executeJs("this.focus()"));
        return link;
    }
}

package cn.minqing.ui.tasks;

import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.LadderMark;
import cn.minqing.ui.shell.Dates;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** One line of the list: what, who, where, until when. */
class InboxRow extends Div {
    private final Anchor link = new Anchor();
    private final Checkbox box = new Checkbox();

    /** @param tells what else helps to decide; what the group says already is left out */
    InboxRow(WorkItem item, String kind, String due, String tells, Consumer<Boolean> selected) {
        addClassName("inbox-line");
        getElement().setAttribute("role", "listitem");
        var what = new Span(kind);
        what.addClassName("what");
        var where = new Span(tells);
        where.addClassName("where");
        link.add(what, where, due(item, due));
        link.setHref("task/" + item.id());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("inbox-row");
        box.setAriaLabel(getTranslation("inbox.select", kind + " " + tells));
        box.addValueChangeListener(e -> selected.accept(e.getValue()));
        box.setVisible(false);
        add(box, link);
    }

    private Span due(WorkItem item, String word) {
        var box = new Span(
                item.colour() == WorkItem.Colour.NONE
                        ? new Span(word)
                        : new LadderMark(LadderMark.Colour.valueOf(item.colour().name()), word));
        box.addClassName("due");
        if (item.hasDue()) {
            box.setTitle(Dates.moment(item.due(), getLocale()));
        }
        return box;
    }

    void open(boolean isOpen) {
        if (isOpen) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }

    void selectable(boolean selectable) {
        box.setVisible(selectable);
        if (!selectable) {
            box.setValue(false);
        }
    }

    void select(boolean selected) {
        box.setValue(selected);
    }
}

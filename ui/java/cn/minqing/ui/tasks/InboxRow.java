package cn.minqing.ui.tasks;

import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.LadderMark;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/** One line of the list: what, who, where, until when. */
class InboxRow extends Div {
    private final Anchor link = new Anchor();
    private final Checkbox box = new Checkbox();

    /**
     * @param what the kind of task and what it is about
     * @param where the second line; what the group says already is left out
     * @param due in few words; {@code dueFull} with the date
     */
    InboxRow(WorkItem item, String what, String where, String due, String dueFull, Consumer<Boolean> selected) {
        addClassName("inbox-line");
        getElement().setAttribute("role", "listitem");
        var first = new Span(what);
        first.addClassName("what");
        var second = new Span(where);
        second.addClassName("where");
        link.add(first, second, due(item, due, dueFull));
        link.setHref("task/" + item.id());
        link.getElement().setAttribute("router-link", true);
        link.addClassName("inbox-row");
        box.setAriaLabel(getTranslation("inbox.select", what + " " + where));
        box.addValueChangeListener(e -> selected.accept(e.getValue()));
        box.setVisible(false);
        add(box, link);
    }

    private Span due(WorkItem item, String word, String full) {
        var box = new Span(
                item.colour() == WorkItem.Colour.NONE
                        ? new Span(word)
                        : new LadderMark(LadderMark.Colour.valueOf(item.colour().name()), word));
        box.addClassName("due");
        box.setTitle(full);
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

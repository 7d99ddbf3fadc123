package cn.minqing.ui.duty;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.duty.Swaps;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;

/** Somebody asks to swap a turn: yes or no. */
final class AnswerSwapPanel extends Div {
    private final Swaps swaps;
    private final WorkItem item;
    private final Runnable done;
    private final TextField words = new TextField(text("duty.answer.words"));

    AnswerSwapPanel(Swaps swaps, Dates dates, WorkItem item, Runnable done) {
        this.swaps = swaps;
        this.item = item;
        this.done = done;
        addClassNames("page", "page-form", "duty");
        var swap = swaps.view(item.subjectId());
        var other = swap.other();
        var day = dates.day(swap.duty().day(), PageParts.locale());
        add(PageParts.header(
                other == null
                        ? text("duty.answer.take", swap.from(), day)
                        : text("duty.answer.swap", swap.from(), day, dates.day(other.day(), PageParts.locale())),
                swap.duty().place()));
        var facts = new DescriptionList();
        facts.addClassName("facts");
        PageParts.fact(facts, "duty.swap.words", swap.words());
        add(facts, words);
        words.setMaxLength(Swaps.WORDS);
        words.setWidthFull();
        var bar = new Div(button("duty.answer.no", false), button("duty.answer.yes", true));
        bar.addClassName("action-bar");
        add(bar);
    }

    private Button button(String key, boolean accept) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (accept) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        button.addClickListener(event -> {
            var valid = new boolean[1];
            if (Notices.attempt(
                    Map.of("words", words), () -> valid[0] = swaps.answer(item.id(), accept, words.getValue()))) {
                Notices.success(valid[0] ? key + ".done" : "duty.answer.gone");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}

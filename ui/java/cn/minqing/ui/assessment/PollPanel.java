package cn.minqing.ui.assessment;

import cn.minqing.assessment.PollLine;
import cn.minqing.assessment.Polls;
import cn.minqing.assessment.Polls.Way;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.form.FormView;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Map;

/** An inspector asks the households that were drawn, one after the other. */
class PollPanel extends Composite<Div> {
    private static final int PAGE = 30;

    private final Polls polls;
    private final AppClock clock;
    private final WorkItem item;
    private final Div list = new Div();
    private final Button more = new Button();
    private int shown;

    PollPanel(Polls polls, AppClock clock, WorkItem item, Runnable done) {
        this.polls = polls;
        this.clock = clock;
        this.item = item;
        getContent().addClassNames("page", "page-form");
        var rule = new Div(getTranslation("poll.rule"));
        rule.addClassName("info-note");
        list.addClassName("inbox");
        more.setText(getTranslation("poll.more"));
        more.addClickListener(e -> load());
        var finish = new Button(getTranslation("poll.finish"), e -> {
            if (Notices.attempt(() -> polls.finish(item.id()))) {
                Notices.success("poll.finished");
                done.run();
            }
        });
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var note = new Span(getTranslation("poll.finish.note"));
        note.addClassName("action-note");
        var bar = new Div(note, finish);
        bar.addClassName("action-bar");
        getContent().add(rule, list, more, bar);
        reload();
    }

    private void reload() {
        list.removeAll();
        shown = 0;
        load();
    }

    private void load() {
        var lines = polls.lines(item.subjectId(), shown, PAGE + 1);
        lines.stream().limit(PAGE).forEach(line -> list.add(row(line)));
        shown += Math.min(lines.size(), PAGE);
        more.setVisible(lines.size() > PAGE);
        if (shown == 0) {
            list.add(new Paragraph(getTranslation("poll.empty")));
        }
    }

    private Div row(PollLine line) {
        var what = new Div(new Anchor("household/" + line.householdId(), line.number() + "　" + line.headName()));
        what.addClassName("what");
        var where = new Div(new Span(line.place() + "　" + line.unitName()));
        where.addClassName("where");
        var action = new Div();
        action.addClassName("due");
        if (line.state() == PollLine.State.ANSWERED) {
            action.add(new Span(getTranslation("poll.state.ANSWERED")));
        } else {
            if (line.state() == PollLine.State.NOT_REACHED) {
                action.add(new Span(getTranslation("poll.state.NOT_REACHED")));
            }
            var ask = new Button(getTranslation("poll.ask"), e -> dialog(line).open());
            ask.addThemeVariants(ButtonVariant.LUMO_SMALL);
            ask.setAriaLabel(getTranslation("poll.askOf", line.headName()));
            action.add(ask);
        }
        var row = new Div(what, where, action);
        row.addClassName("inbox-row");
        return row;
    }

    private Dialog dialog(PollLine line) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(line.number() + "　" + line.headName());
        dialog.setWidth("min(40rem, 100vw)");
        var way = new RadioButtonGroup<Way>();
        way.setLabel(getTranslation("poll.way"));
        way.setItems(Way.values());
        way.setItemLabelGenerator(one -> getTranslation("poll.way." + one));
        way.setValue(Way.PHONE);
        var form = new FormView(polls.form(item.subjectId()), clock.today());
        dialog.add(way, form);
        var save = new Button(getTranslation("poll.save"), e -> {
            if (Notices.attempt(
                    Map.of(), () -> polls.answer(item.id(), line.householdId(), way.getValue(), form.answers()))) {
                dialog.close();
                reload();
            } else {
                form.check();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var nobody = new Button(getTranslation("poll.notReached"), e -> {
            if (Notices.attempt(() -> polls.notReached(item.id(), line.householdId()))) {
                dialog.close();
                reload();
            }
        });
        dialog.getFooter().add(new Button(getTranslation("shell.close"), e -> dialog.close()), nobody, save);
        return dialog;
    }
}

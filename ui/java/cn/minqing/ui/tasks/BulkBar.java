package cn.minqing.ui.tasks;

import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import cn.minqing.ui.shell.BulkAction;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/** What can be done to all selected tasks at once. The result names each one that failed, and why. */
class BulkBar extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(BulkBar.class);
    private static final int POLL_MILLIS = 400;

    /** Makes bars. */
    @Component
    static class Factory {
        private final WorkItems workItems;
        private final TaskTexts texts;
        private final List<BulkAction> actions;

        Factory(WorkItems workItems, TaskTexts texts, List<BulkAction> actions) {
            this.workItems = workItems;
            this.texts = texts;
            this.actions = actions;
        }

        BulkBar create(Supplier<List<WorkItem>> selected, Runnable done, Runnable cancelled) {
            return new BulkBar(this, selected, done, cancelled);
        }
    }

    private final transient Factory factory;
    private final transient Supplier<List<WorkItem>> selected;
    private final transient Runnable done;
    private final transient Runnable cancelled;
    private final Span note = new Span();
    private final Div buttons = new Div();

    private BulkBar(Factory factory, Supplier<List<WorkItem>> selected, Runnable done, Runnable cancelled) {
        this.factory = factory;
        this.selected = selected;
        this.done = done;
        this.cancelled = cancelled;
        addClassNames("action-bar", "bulk-bar");
        note.addClassName("action-note");
        buttons.addClassName("page-actions");
        add(note, buttons);
        setVisible(false);
    }

    /** Whether anything can be done to the item together with others. */
    boolean offers(WorkItem item) {
        return canBeClaimed(item)
                || factory.actions.stream().anyMatch(action -> action.elements().contains(TaskPages.key(item)));
    }

    void show(boolean on, List<WorkItem> items) {
        setVisible(on);
        note.setText(getTranslation(items.isEmpty() ? "bulk.none" : "bulk.selected", items.size()));
        buttons.removeAll();
        buttons.add(new Button(getTranslation("shell.cancel"), e -> cancelled.run()));
        if (items.isEmpty()) {
            return;
        }
        if (items.stream().allMatch(BulkBar::canBeClaimed)) {
            buttons.add(
                    new Button(getTranslation("inbox.claim"), e -> run(item -> factory.workItems.claim(item.id()))));
        }
        for (var action : factory.actions) {
            if (items.stream().allMatch(item -> action.elements().contains(TaskPages.key(item)))) {
                var button = new Button(getTranslation(action.label()), e -> start(action));
                button.addThemeNames("primary");
                buttons.add(button);
            }
        }
    }

    private static boolean canBeClaimed(WorkItem item) {
        return item.personId() == null
                && item.role() != null
                && item.scopeId() != null
                && Actors.current().has(Role.of(item.role()), item.scopeId());
    }

    private void start(BulkAction action) {
        var run = action.start();
        var form = run.form();
        if (form.isEmpty()) {
            run(run::apply);
            return;
        }
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(
                "bulk.title", getTranslation(action.label()), selected.get().size()));
        dialog.setWidth("min(36rem, 100vw)");
        dialog.add(form.get());
        var ok = new Button(getTranslation("bulk.go", selected.get().size()), e -> {
            dialog.close();
            run(run::apply);
        });
        ok.addThemeNames("primary");
        dialog.getFooter().add(new Button(getTranslation("shell.cancel"), e -> dialog.close()), ok);
        dialog.open();
    }

    /** One item. */
    private interface Step {
        void apply(WorkItem item);
    }

    /** Goes through the items beside the page, which shows how far it is; stopping leaves the rest untouched. */
    private void run(Step step) {
        var items = List.copyOf(selected.get());
        var dialog = new Dialog();
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        dialog.setHeaderTitle(getTranslation("bulk.running"));
        var figure = new Span();
        figure.addClassName("figure");
        var bar = new ProgressBar(0, items.size());
        var progress = new Div(figure, bar);
        progress.addClassName("progress-figure");
        var stopped = new AtomicBoolean();
        var stop = new Button(getTranslation("bulk.stop"), e -> stopped.set(true));
        dialog.add(progress);
        dialog.getFooter().add(stop);
        dialog.open();
        var ui = UI.getCurrent();
        ui.setPollInterval(POLL_MILLIS);
        Map<WorkItem, UserError> failed = new LinkedHashMap<>();
        Runnable work = () -> {
            var number = 0;
            for (var item : items) {
                if (stopped.get()) {
                    break;
                }
                try {
                    step.apply(item);
                } catch (RuntimeException e) {
                    failed.put(item, told(e));
                }
                number++;
                var finished = number;
                ui.access(() -> {
                    bar.setValue(finished);
                    figure.setText(getTranslation("bulk.progress", finished, items.size()));
                });
            }
            var finished = number;
            ui.access(() -> {
                ui.setPollInterval(-1);
                dialog.close();
                report(finished, items.size(), failed);
                done.run();
            });
        };
        Thread.ofVirtual().name("bulk").start(new DelegatingSecurityContextRunnable(work));
    }

    private static UserError told(RuntimeException failure) {
        return Notices.userError(failure).orElseGet(() -> {
            LOG.error("Bulk action failed", failure);
            return new UserError("bulk.unexpected");
        });
    }

    private void report(int finished, int wanted, Map<WorkItem, UserError> failed) {
        if (failed.isEmpty() && finished == wanted) {
            Notices.success("bulk.done", finished);
            return;
        }
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("bulk.result"));
        dialog.setWidth("min(40rem, 100vw)");
        dialog.add(new Paragraph(getTranslation("bulk.partly", finished - failed.size(), failed.size())));
        if (finished < wanted) {
            dialog.add(new Paragraph(getTranslation("bulk.stopped", wanted - finished)));
        }
        var list = new UnorderedList();
        var lines = new ArrayList<ListItem>();
        failed.forEach((item, error) -> {
            var what = new Span(factory.texts.kind(item, getLocale()) + " · " + item.subject());
            what.addClassName("what");
            lines.add(new ListItem(what, new Paragraph(Notices.text(error.message()))));
        });
        lines.forEach(list::add);
        list.addClassName("bulk-failures");
        dialog.add(list);
        dialog.getFooter().add(new Button(getTranslation("shell.close"), e -> dialog.close()));
        dialog.open();
    }
}

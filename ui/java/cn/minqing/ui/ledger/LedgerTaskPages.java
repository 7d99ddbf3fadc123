package cn.minqing.ui.ledger;

import static cn.minqing.ui.ledger.LedgerTexts.text;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.ledger.LedgerTasks;
import cn.minqing.ledger.LedgerTasks.Decision;
import cn.minqing.ledger.LedgerTasks.Entry;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The pages of the tasks of {@code monthly-ledger}: sort, and choose the good deeds. */
@org.springframework.stereotype.Component
class LedgerTaskPages implements TaskPage {
    private static final String PROCESS = "monthly-ledger.";

    private final LedgerTasks tasks;

    LedgerTaskPages(LedgerTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<String> elements() {
        return Set.of(PROCESS + LedgerTasks.SORT, PROCESS + LedgerTasks.CHOOSE);
    }

    @Override
    public Component open(WorkItem item, Runnable done) {
        var month = tasks.month(item.subjectId());
        return item.element().equals(LedgerTasks.SORT) ? new Sort(item, month, done) : new Choose(item, month, done);
    }

    private static Div head(Entry entry) {
        var line = entry.line();
        var title = new Div(new Span(line.title()));
        title.addClassName("ledger-entry-title");
        var where = new Div(
                new Anchor("issue/" + line.id(), line.number()),
                new Span(LedgerTexts.responsible(line)),
                new Span(Dates.date(line.deadline(), LedgerTexts.locale())),
                new Span(LedgerTexts.state(line.state(), line.result())));
        where.addClassNames("page-meta");
        return new Div(title, where);
    }

    /** 梳理台账 */
    @StyleSheet("context://styles/ledger.css")
    private final class Sort extends Div {
        private final List<Row> rows = new ArrayList<>();

        Sort(WorkItem item, LedgerTasks.Month month, Runnable done) {
            addClassNames("page", "page-form", "ledger-task");
            var ledger = month.ledger();
            add(new Paragraph(text(
                    "ledger.sort.intro",
                    ledger.areaName(),
                    LedgerTexts.month(ledger.month()),
                    month.entries().size())));
            if (!ledger.returnReason().isEmpty()) {
                var returned = new Div(new Span(text("ledger.sort.returned", ledger.returnReason())));
                returned.addClassName("warn-note");
                add(returned);
            }
            for (var entry : month.entries()) {
                var row = new Row(entry, month.classes());
                rows.add(row);
                add(row);
            }
            if (rows.isEmpty()) {
                add(new Paragraph(text("ledger.sort.empty")));
            }
            var keep = new Button(text("ledger.sort.keep"), e -> {
                if (Notices.attempt(fields(), () -> tasks.keep(item.id(), decisions()))) {
                    Notices.success("ledger.sort.kept");
                }
            });
            var submit = new Button(text("ledger.sort.submit"), e -> {
                if (Notices.attempt(fields(), () -> tasks.sort(item.id(), decisions()))) {
                    Notices.success("ledger.sort.done");
                    done.run();
                }
            });
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var note = new Span(text("ledger.sort.next"));
            note.addClassName("action-note");
            var bar = new Div(note, keep, submit);
            bar.addClassName("action-bar");
            add(bar);
        }

        private Map<String, HasValidation> fields() {
            var fields = new LinkedHashMap<String, HasValidation>();
            for (var row : rows) {
                fields.put("class." + row.entry.line().number(), row.ledgerClass);
                fields.put("title." + row.entry.line().number(), row.words);
            }
            return fields;
        }

        private List<Decision> decisions() {
            return rows.stream().map(Row::decision).toList();
        }
    }

    private static final class Row extends Div {
        private final Entry entry;
        private final Select<CampaignTemplate.LedgerClass> ledgerClass = new Select<>();
        private final Checkbox publish = new Checkbox(text("ledger.sort.publish"));
        private final TextField words = new TextField(text("ledger.sort.publicTitle"));

        Row(Entry entry, List<CampaignTemplate.LedgerClass> classes) {
            this.entry = entry;
            addClassNames("section", "ledger-entry");
            ledgerClass.setLabel(text("ledger.class"));
            ledgerClass.setItems(classes);
            ledgerClass.setItemLabelGenerator(CampaignTemplate.LedgerClass::name);
            classes.stream()
                    .filter(one -> one.code().equals(entry.classCode()))
                    .findFirst()
                    .ifPresent(ledgerClass::setValue);
            publish.setValue(entry.publicTitle() != null);
            words.setValue(entry.publicTitle() == null ? entry.proposedTitle() : entry.publicTitle());
            words.setMaxLength(LedgerTasks.TITLE);
            words.setVisible(publish.getValue());
            publish.addValueChangeListener(e -> words.setVisible(e.getValue()));
            add(head(entry), ledgerClass, publish, words);
        }

        private Decision decision() {
            return new Decision(
                    entry.line().id(),
                    ledgerClass.getValue() == null
                            ? entry.classCode()
                            : ledgerClass.getValue().code(),
                    publish.getValue() ? words.getValue() : null);
        }
    }

    /** 选定本月实事 */
    @StyleSheet("context://styles/ledger.css")
    private final class Choose extends Div {
        private final Map<UUID, Checkbox> picks = new LinkedHashMap<>();

        Choose(WorkItem item, LedgerTasks.Month month, Runnable done) {
            addClassNames("page", "page-form", "ledger-task");
            var ledger = month.ledger();
            add(new Paragraph(text("ledger.deeds.intro", ledger.areaName(), LedgerTexts.month(ledger.month()))));
            for (var entry : month.entries()) {
                var row = new Div(
                        head(entry),
                        LedgerTexts.muted(
                                entry.publicTitle() == null
                                        ? text("ledger.deeds.private")
                                        : text("ledger.deeds.public", entry.publicTitle())));
                row.addClassNames("section", "ledger-entry");
                if (entry.line().result() != null) {
                    var pick = new Checkbox(text("ledger.deeds.pick"));
                    pick.setValue(entry.deed());
                    picks.put(entry.line().id(), pick);
                    row.add(pick);
                }
                add(row);
            }
            var reason = new TextArea(text("ledger.deeds.reason"));
            reason.setMaxLength(500);
            reason.setWidthFull();
            add(reason);
            var back = new Button(text("ledger.deeds.back"), e -> {
                if (Notices.attempt(Map.of("reason", reason), () -> tasks.sendBack(item.id(), reason.getValue()))) {
                    Notices.success("ledger.deeds.sentBack");
                    done.run();
                }
            });
            var submit = new Button(text("ledger.deeds.submit"), e -> {
                if (Notices.attempt(() -> tasks.chooseDeeds(item.id(), chosen()))) {
                    Notices.success("ledger.deeds.done");
                    done.run();
                }
            });
            submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var note = new Span(text("ledger.deeds.next"));
            note.addClassName("action-note");
            var bar = new Div(note, back, submit);
            bar.addClassName("action-bar");
            add(bar);
        }

        private Set<UUID> chosen() {
            var chosen = new HashSet<UUID>();
            picks.forEach((id, pick) -> {
                if (pick.getValue()) {
                    chosen.add(id);
                }
            });
            return chosen;
        }
    }
}

package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.IssueClocks;
import cn.minqing.issue.IssueRequests;
import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueTasks;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Route;
import cn.minqing.organization.Unit;
import cn.minqing.platform.UserError;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The decisions one person may take in one task now, each with what happens next. What is typed is kept as a draft. */
@StyleSheet("context://styles/issue.css")
class DecisionPanel extends Composite<Div> {
    private static final int TEXT = 2000;
    private static final int REASON = 500;
    private static final int WORDS = 1000;

    private static final Set<String> HANDLING =
            Set.of(IssueTasks.HANDLE, IssueTasks.EXPLAIN, IssueTasks.HANDLE_AT_LEVEL, IssueTasks.HANDLE_BY_DEPARTMENT);

    /** One decision: what follows from it, what it asks for, and what carries it out. */
    private record Option(String key, String label, String next, List<Component> fields, Runnable command) {}

    private final IssueTasks tasks;
    private final IssueRequests requests;
    private final IssueClocks.Explained clock;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final Dates dates;
    private final WorkItem item;
    private final IssueView issue;
    private final IssueTasks.Choices choices;
    private final Runnable done;

    private final List<Option> options = new ArrayList<>();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Map<String, HasValue<?, String>> kept = new LinkedHashMap<>();
    private final RadioButtonGroup<Option> choice = new RadioButtonGroup<>();
    private final Div form = new Div();
    private final Paragraph next = new Paragraph();
    private final Button submit = new Button();
    private final Span saved = new Span();
    private @Nullable Option chosen;

    DecisionPanel(
            IssueTasks tasks,
            IssueRequests requests,
            IssueClocks.Explained clock,
            Drafts drafts,
            ObjectMapper json,
            Dates dates,
            WorkItem item,
            IssueView issue,
            boolean named,
            Runnable done) {
        this.tasks = tasks;
        this.requests = requests;
        this.clock = clock;
        this.drafts = drafts;
        this.json = json;
        this.dates = dates;
        this.item = item;
        this.issue = issue;
        this.done = done;
        choices = tasks.choices(item);

        getContent().addClassName("decision");
        if (named) {
            getContent().add(new H2(item.title()));
        }
        if (choices.barred()) {
            getContent().add(IssueTexts.note("warn-note", text("error.issue.ownWork")));
            return;
        }
        if (choices.reopened() > 0) {
            getContent().add(IssueTexts.note("warn-note", text("issue.reopened", choices.reopened())));
        }
        offer();
        askForTime();
        choice.setLabel(text("issue.decision"));
        choice.setItems(options);
        choice.setItemLabelGenerator(Option::label);
        choice.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        choice.setVisible(options.size() > 1);
        choice.addValueChangeListener(e -> choose(e.getValue()));
        form.addClassName("decision-form");
        next.addClassName("decision-next");
        next.getElement().setAttribute("role", "status");
        saved.addClassName("saved-note");
        saved.setVisible(false);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> submit());
        var bar = new Div(next, submit);
        bar.addClassNames("action-bar");
        next.addClassName("action-note");
        getContent().add(choice, form, saved, bar);
        restore();
        if (choice.getValue() == null) {
            choice.setValue(options.getFirst());
        }
    }

    /** Whoever handles it may ask for more days, or to have it parked. */
    private void askForTime() {
        var deciding = item.element().equals(IssueTasks.ACCEPT);
        if (!(deciding || HANDLING.contains(item.element())) || clock.parked()) {
            return;
        }
        var pending = clock.pending();
        if (pending != null) {
            getContent()
                    .add(IssueTexts.note(
                            "warn-note", text("clock.pending." + pending.kind(), pending.applicant(), pending.days())));
            return;
        }
        if (!deciding && clock.extensionsLeft() > 0) {
            var days = days(1, clock.extensionDays());
            var reason = area("reason", "issue.field.reason", REASON, true);
            add(
                    "requestExtension",
                    List.of(reason, days),
                    () -> requests.requestExtension(item.id(), reason.getValue(), number(days)),
                    clock.extensionsLeft());
        }
        var reviewOn = reviewOn();
        var why = area("reason", "issue.field.reason", REASON, true);
        add(
                "requestParking",
                List.of(why, reviewOn),
                () -> requests.requestParking(item.id(), why.getValue(), reviewOn.getValue()));
    }

    private void liftParking() {
        var words = area("words", "clock.field.lift", REASON, true);
        add("liftParking", List.of(words), () -> requests.liftParking(item.id(), words.getValue()));
    }

    private void approveExtension() {
        var asked = request();
        var days = days(asked == null ? 1 : asked.days(), asked == null ? clock.extensionDays() : asked.days());
        var words = area("words", "clock.field.decision", REASON, false);
        add(
                "grantExtension",
                List.of(days, words),
                () -> requests.decideExtension(item.id(), true, number(days), words.getValue()));
        add(
                "refuseExtension",
                List.of(words),
                () -> requests.decideExtension(item.id(), false, 0, words.getValue()),
                clock.deadline());
    }

    private void approveParking() {
        var asked = request();
        var words = area("words", "clock.field.decision", REASON, false);
        add(
                "grantParking",
                List.of(words),
                () -> requests.decideParking(item.id(), true, words.getValue()),
                asked == null || asked.reviewOn() == null ? "" : asked.reviewOn());
        add(
                "refuseParking",
                List.of(words),
                () -> requests.decideParking(item.id(), false, words.getValue()),
                clock.deadline());
    }

    /** What the handler asked for, in the handler's words. */
    private IssueClocks.@Nullable Application request() {
        var asked = clock.pending();
        if (asked != null) {
            getContent()
                    .add(IssueTexts.note(
                            "decision-asked",
                            text(
                                    "clock.asked." + asked.kind(),
                                    asked.applicant(),
                                    asked.kind().equals("EXTENSION") ? asked.days() : String.valueOf(asked.reviewOn()),
                                    asked.reason())));
        }
        return asked;
    }

    private void tellParking() {
        var how = select("how", "issue.field.how", IssueTasks.WAYS, "issue.how.");
        how.setValue(IssueTasks.WAYS.getFirst());
        var words = area("words", "issue.field.told", TEXT, true);
        add(
                "tellParking",
                List.of(how, words),
                () -> requests.tellParking(item.id(), String.valueOf(how.getValue()), words.getValue()),
                clock.reviewOn() == null ? "" : clock.reviewOn());
    }

    private void reviewParking() {
        var words = area("words", "clock.field.review", REASON, false);
        var reviewOn = reviewOn();
        add("resume", List.of(words), () -> requests.reviewParking(item.id(), false, words.getValue(), null));
        add(
                "prolong",
                List.of(words, reviewOn),
                () -> requests.reviewParking(item.id(), true, words.getValue(), reviewOn.getValue()));
    }

    private IntegerField days(int value, int most) {
        var field = new IntegerField(text("clock.field.days"));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        fields.put("days", field);
        return field;
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private DatePicker reviewOn() {
        var field = new DatePicker(text("clock.field.reviewOn"));
        field.setLocale(IssueTexts.locale());
        field.setRequiredIndicatorVisible(true);
        field.setHelperText(text("clock.field.reviewHint"));
        fields.put("reviewOn", field);
        return field;
    }

    private void offer() {
        var deciding = item.element().equals(IssueTasks.ACCEPT);
        if (clock.parked() && (deciding || HANDLING.contains(item.element()))) {
            getContent().add(IssueTexts.note("warn-note", text("error.issue.parked")));
            liftParking();
            if (item.element().equals(IssueTasks.EXPLAIN)) {
                tell("explain", true);
            } else if (!deciding) {
                handle(!item.element().equals(IssueTasks.HANDLE));
            }
            return;
        }
        switch (item.element()) {
            case IssueTasks.CONFIRM_TRIAGE -> triage();
            case IssueTasks.HANDLE -> {
                handle(false);
                if (choices.next() != null) {
                    reason("cannotHandle", level(), reason -> tasks.cannotHandle(item.id(), reason));
                }
            }
            case IssueTasks.EXPLAIN -> tell("explain", true);
            case IssueTasks.TELL -> tell("tell", false);
            case IssueTasks.ASK -> ask();
            case IssueTasks.CLOSE -> {
                var words = area("words", "issue.field.closeWords", REASON, false);
                add("close", List.of(words), () -> tasks.close(item.id(), words.getValue()));
                reason("refuseClosure", choices.handleDue(), reason -> tasks.refuseClosure(item.id(), reason));
            }
            case IssueTasks.ACCEPT -> accept();
            case IssueTasks.HANDLE_AT_LEVEL -> {
                handle(true);
                sendUp();
            }
            case IssueTasks.HANDLE_BY_DEPARTMENT -> {
                handle(true);
                reason("object", "", reason -> tasks.object(item.id(), reason));
                sendUp();
            }
            case IssueTasks.REPORT_PART -> {
                var report = area("report", "clock.field.report", TEXT, true);
                add("reportPart", List.of(report), () -> tasks.reportPart(item.id(), report.getValue()));
            }
            case IssueRequests.APPROVE_EXTENSION -> approveExtension();
            case IssueRequests.APPROVE_PARKING -> approveParking();
            case IssueRequests.TELL_PARKING -> tellParking();
            case IssueRequests.REVIEW_PARKING -> reviewParking();
            default -> throw new IllegalArgumentException(item.element());
        }
    }

    private void triage() {
        var overrideReason = area("overrideReason", "issue.form.overrideReason", REASON, true);
        var answer = area("answer", "issue.form.answer", TEXT, true);
        for (var route : Route.values()) {
            var proposed = route == issue.proposal().route();
            var asked = new ArrayList<Component>();
            if (!proposed) {
                asked.add(overrideReason);
            }
            if (route == Route.ON_THE_SPOT) {
                asked.add(answer);
            }
            var label = text("issue.route." + route);
            options.add(new Option(
                    route.name(),
                    proposed
                            ? text(
                                    "issue.route.proposed",
                                    label,
                                    issue.proposal().reason())
                            : label,
                    text("issue.form.next." + route, choices.handleDue(), level()),
                    asked,
                    () -> tasks.confirmTriage(
                            item.id(),
                            route,
                            proposed ? "" : overrideReason.getValue(),
                            route == Route.ON_THE_SPOT ? answer.getValue() : "")));
        }
        options.sort((a, b) -> Boolean.compare(proposed(b), proposed(a)));
    }

    private boolean proposed(Option option) {
        return option.key().equals(issue.proposal().route().name());
    }

    private void handle(boolean atLevel) {
        var result = new Select<IssueResult>();
        result.setLabel(text("issue.field.result"));
        result.setItems(IssueResult.values());
        result.setItemLabelGenerator(one -> one == null ? "" : text("issue.result." + one));
        result.setValue(IssueResult.RESOLVED);
        var words = area("words", "issue.field.handled", TEXT, true);
        var evidence = area("evidence", "issue.field.evidence", TEXT, false);
        add(
                "handle",
                List.of(result, words, evidence),
                () -> {
                    if (atLevel) {
                        tasks.handleAtLevel(item.id(), result.getValue(), words.getValue(), evidence.getValue());
                    } else {
                        tasks.handle(item.id(), result.getValue(), words.getValue(), evidence.getValue());
                    }
                },
                issue.firstVisitor(),
                choices.feedbackDue());
    }

    private void tell(String key, boolean explain) {
        var how = select("how", "issue.field.how", IssueTasks.WAYS, "issue.how.");
        how.setValue(IssueTasks.WAYS.getFirst());
        var words = area("words", explain ? "issue.field.explained" : "issue.field.told", TEXT, true);
        add(key, List.of(how, words), () -> {
            if (explain) {
                tasks.explainPolicy(item.id(), String.valueOf(how.getValue()), words.getValue());
            } else {
                tasks.tellHousehold(item.id(), String.valueOf(how.getValue()), words.getValue());
            }
        });
    }

    private void ask() {
        var by = select("answeredBy", "issue.field.answeredBy", IssueTasks.ANSWERERS, "issue.answeredBy.");
        var words = area("words", "issue.field.satisfaction", WORDS, false);
        var asked = List.<Component>of(by, words);
        add("satisfied", asked, () -> satisfaction(true, words.getValue(), by.getValue()));
        add(
                choices.reopened() == 0 ? "dissatisfied" : "dissatisfiedAgain",
                asked,
                () -> satisfaction(false, words.getValue(), by.getValue()),
                choices.handleDue());
    }

    private void satisfaction(boolean yes, String words, @Nullable String by) {
        tasks.askSatisfaction(item.id(), yes, words, by == null ? "" : by);
    }

    private void accept() {
        add("accept", List.of(), () -> tasks.accept(item.id()), choices.handleDue());
        var until = choices.returnUntil();
        if (until != null) {
            var basis = area("basis", "issue.field.basis", REASON, true);
            add(
                    "returnBack",
                    List.of(basis),
                    () -> tasks.returnBack(item.id(), basis.getValue()),
                    issue.firstVisitor(),
                    choices.handleDue(),
                    until);
        }
        if (!choices.departments().isEmpty()) {
            var unit = new Select<Unit>();
            unit.setLabel(text("issue.field.unit"));
            unit.setItems(choices.departments());
            unit.setItemLabelGenerator(one -> one == null ? "" : one.name());
            fields.put("unit", unit);
            var note = area("note", "issue.field.note", REASON, false);
            var helpers = new CheckboxGroup<Unit>(text("clock.field.helpers"));
            helpers.setItems(choices.departments());
            helpers.setItemLabelGenerator(Unit::name);
            helpers.setHelperText(text("clock.field.helpersHint"));
            var asked = choices.departments().size() > 1
                    ? List.<Component>of(unit, helpers, note)
                    : List.<Component>of(unit, note);
            add(
                    "delegate",
                    asked,
                    () -> tasks.delegate(
                            item.id(),
                            unit.getValue() == null ? null : unit.getValue().id(),
                            helpers.getValue().stream().map(Unit::id).toList(),
                            note.getValue()),
                    choices.handleDue());
        }
        sendUp();
    }

    private void sendUp() {
        if (choices.next() != null) {
            reason("sendUp", level(), reason -> tasks.sendUp(item.id(), reason));
        }
    }

    private String level() {
        return choices.next() == null ? "" : IssueTexts.level(choices.next().name());
    }

    private void reason(String key, Object nextArg, java.util.function.Consumer<String> command) {
        var field = area("reason", "issue.field.reason", REASON, true);
        add(key, List.of(field), () -> command.accept(field.getValue()), nextArg);
    }

    private void add(String key, List<Component> asked, Runnable command, Object... nextArgs) {
        options.add(
                new Option(key, text("issue.decision." + key), text("issue.next." + key, nextArgs), asked, command));
    }

    private TextArea area(String name, String label, int limit, boolean required) {
        if (fields.get(name) instanceof TextArea known) {
            return known;
        }
        var field = new TextArea(text(label));
        field.setMaxLength(limit);
        field.setMinRows(2);
        field.setRequiredIndicatorVisible(required);
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
        field.addValueChangeListener(e -> {
            field.setInvalid(false);
            keep(e.isFromClient());
        });
        fields.put(name, field);
        kept.put(name, field);
        return field;
    }

    private Select<String> select(String name, String label, List<String> items, String prefix) {
        var field = new Select<String>();
        field.setLabel(text(label));
        field.setItems(items);
        field.setItemLabelGenerator(code -> code == null ? "" : text(prefix + code));
        fields.put(name, field);
        return field;
    }

    private void choose(@Nullable Option option) {
        if (option == null) {
            return;
        }
        chosen = option;
        form.removeAll();
        form.add(option.fields());
        next.setText(option.next());
        submit.setText(options.size() == 1 ? text("issue.submit." + option.key()) : submitText(option));
        keep(true);
    }

    private String submitText(Option option) {
        return item.element().equals(IssueTasks.CONFIRM_TRIAGE)
                ? text("issue.submit.triage")
                : text("issue.submit." + option.key());
    }

    private void submit() {
        var option = chosen;
        if (option == null) {
            return;
        }
        var shown = new LinkedHashMap<String, HasValidation>();
        fields.forEach((name, field) -> {
            if (field instanceof Component component && option.fields().contains(component)) {
                shown.put(name, field);
            }
        });
        var ok = false;
        try {
            ok = Notices.attempt(shown, option.command());
        } finally {
            submit.setEnabled(true);
        }
        if (ok) {
            drafts.clear(key());
            Notices.success(
                    "issue.done." + (item.element().equals(IssueTasks.CONFIRM_TRIAGE) ? "triage" : option.key()));
            done.run();
        }
    }

    private String key() {
        return "issue/" + item.id();
    }

    private void keep(boolean fromClient) {
        if (!fromClient
                || chosen == null
                || kept.values().stream().allMatch(field -> field.getValue().isBlank())) {
            return;
        }
        var values = new LinkedHashMap<String, String>();
        values.put("option", chosen.key());
        kept.forEach((name, field) -> values.put(name, field.getValue()));
        var at = drafts.save(key(), json.writeValueAsString(values));
        saved.setText(text("issue.saved", dates.when(at, IssueTexts.locale())));
        saved.setVisible(true);
    }

    private void restore() {
        drafts.load(key()).ifPresent(draft -> {
            var values = json.readTree(draft.json());
            kept.forEach((name, field) -> field.setValue(values.path(name).asString("")));
            options.stream()
                    .filter(option -> option.key().equals(values.path("option").asString("")))
                    .findFirst()
                    .ifPresent(choice::setValue);
            saved.setText(text("issue.saved", dates.when(draft.savedAt(), IssueTexts.locale())));
            saved.setVisible(true);
        });
    }

    /** Something that cannot be decided because it has moved on. */
    static Component gone(UserError error) {
        return IssueTexts.note("warn-note", Notices.text(error.message()));
    }
}

package cn.minqing.ui.form;

import cn.minqing.form.FormPart;
import cn.minqing.form.FormSchema;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.shared.Registration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as a designer drew it, in the product's own fields. What is hidden disappears while one types, amounts of money
 * in a group add themselves up, and what was answered an earlier time stands there in grey with its date until somebody
 * touches it. What is wrong with an answer is said at its field, by the same {@link FormSchema} that the server asks.
 */
@StyleSheet("context://styles/visit.css")
public class FormView extends Div {
    private static final Pattern MARKDOWN = Pattern.compile("[*_#`\\[\\]>]|^- ", Pattern.MULTILINE);

    /**
     * What is known before anybody asks: grey until touched.
     *
     * @param on the day it was told; null when only the register has it
     * @param form name of the other form it was told in; empty for this one or the register
     */
    public record Known(Object value, @Nullable LocalDate on, String form) {
        /** An answer to this form from an earlier visit. */
        public Known(Object value, LocalDate on) {
            this(value, on, "");
        }
    }

    private final FormSchema schema;
    private final Scope root;
    private final Div elsewhere = new Div();
    private final List<Consumer<FormView>> listeners = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final LocalDate today;
    private @Nullable LocalDraft draft;
    private String draftPrefix = "";
    private boolean strict;
    private boolean quiet;

    /** @param today where calendars open */
    public FormView(FormSchema schema, LocalDate today) {
        this.schema = schema;
        this.today = today;
        addClassName("form-view");
        elsewhere.addClassName("warn-note");
        elsewhere.setVisible(false);
        elsewhere.getElement().setAttribute("role", "alert");
        add(elsewhere);
        root = new Scope(null, "", this, schema.parts(), 3);
        refresh();
    }

    /** What is shown and answered, as {@link FormSchema} reads it. */
    public Map<String, Object> answers() {
        return root.answers();
    }

    /** Fills the fields; what is not among the answers becomes empty. */
    public void setAnswers(Map<String, ?> answers) {
        quietly(() -> root.fill(answers));
    }

    /**
     * Fills in what is known from earlier, grey and with its date, where nothing else is filled in yet.
     *
     * @param byKey by the key at the top of the form: {@code incomeWage}, {@code measureItems}
     */
    public void setKnown(Map<String, Known> byKey) {
        known.clear();
        known.putAll(byKey);
        quietly(() -> root.prefill(byKey));
    }

    /** Paths that somebody confirmed or changed. */
    public Set<String> touched() {
        return Set.copyOf(touched);
    }

    /** As {@link #touched} was when a draft was kept. */
    public void setTouched(Set<String> paths) {
        touched.clear();
        touched.addAll(paths);
        root.restyle();
    }

    /** Whether something from an earlier time stands there that nobody has touched. */
    public boolean hasUnconfirmed() {
        return root.unconfirmed();
    }

    /**
     * Shows what the server found wrong, by path, and goes to the first.
     *
     * @return whether there was anything
     */
    public boolean showFaults(Map<String, Message> byPath) {
        strict = true;
        return show(byPath, true);
    }

    /** Takes back everything said about the answers; what is merely missing is not said again. */
    public void clearFaults() {
        strict = false;
        show(Map.of(), false);
    }

    /** Checks everything that a complete form needs, shows what is missing, and tells whether all is right. */
    public boolean check() {
        return !showFaults(schema.validate(answers()).byPath());
    }

    /** Called after each change by a person; values are already taken over. */
    public Registration addChangeListener(Consumer<FormView> listener) {
        return Registration.addAndRemove(listeners, listener);
    }

    /** Lets the browser keep what is typed. */
    public void keepIn(LocalDraft localDraft, String prefix) {
        draft = localDraft;
        draftPrefix = prefix;
        root.keep();
    }

    /** The sum of the money in a group, as it is shown. */
    public BigDecimal total(String groupId) {
        return schema.total(groupId, answers());
    }

    /** Everything as text, one question a line, to be copied elsewhere. */
    public String asText() {
        var lines = new ArrayList<String>();
        root.lines(lines);
        return String.join("\n", lines);
    }

    public void setReadOnly(boolean readOnly) {
        root.readOnly(readOnly);
    }

    private void edited() {
        if (quiet) {
            return;
        }
        refresh();
        recheck();
        List.copyOf(listeners).forEach(listener -> listener.accept(this));
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
        refresh();
    }

    /** Hides and shows until hiding one part hides no other, and adds up. */
    private void refresh() {
        for (var round = 0; round < 10 && root.rehide(List.of(root.answers())); round++) {}
        root.addUp();
        root.restyle();
    }

    /** Takes back what was said about answers that are right now; says at once what is wrong with touched ones. */
    private void recheck() {
        var faults = strict
                ? schema.validate(answers()).byPath()
                : schema.validatePartial(answers()).byPath();
        var shown = new LinkedHashMap<String, Message>();
        faults.forEach((path, message) -> {
            if (strict || touched.contains(path)) {
                shown.put(path, message);
            }
        });
        show(shown, false);
    }

    private boolean show(Map<String, Message> byPath, boolean go) {
        var left = new LinkedHashMap<>(byPath);
        var first = root.show(left);
        elsewhere.removeAll();
        left.values().forEach(message -> elsewhere.add(new Paragraph(sentence(message))));
        elsewhere.setVisible(!left.isEmpty());
        if (go) {
            if (!left.isEmpty()) {
                elsewhere.scrollIntoView();
            } else {
                first.ifPresent(FieldNode::focus);
            }
        }
        return !byPath.isEmpty();
    }

    private String sentence(Message message) {
        return getTranslation("error." + message.code(), message.args().toArray());
    }

    private void touch(String path) {
        if (touched.add(path)) {
            root.restyle();
        }
    }

    /** The parts that share one map of answers: the form, a group with a path, an entry of a list. */
    private final class Scope {
        private final @Nullable Scope outer;
        private String prefix;
        private final List<Node> nodes = new ArrayList<>();

        Scope(@Nullable Scope outer, String prefix, Div place, List<FormPart> parts, int level) {
            this.outer = outer;
            this.prefix = prefix;
            build(parts, place, nodes, level);
        }

        private void build(List<FormPart> parts, Div place, List<Node> into, int level) {
            @Nullable Div grid = null;
            for (var part : parts) {
                if (part instanceof FormPart.Field field) {
                    if (grid == null) {
                        grid = new Div();
                        grid.addClassName("form-grid");
                        place.add(grid);
                    }
                    var node = new FieldNode(this, field);
                    grid.add(node.input.component());
                    into.add(node);
                    continue;
                }
                grid = null;
                var node = switch (part) {
                    case FormPart.Text text -> new TextNode(text);
                    case FormPart.Group group -> new GroupNode(this, group, level);
                    case FormPart.Repeated list -> new ListNode(this, list, level);
                    case FormPart.Field field -> throw new IllegalStateException(field.id());
                };
                place.add(node.component());
                into.add(node);
            }
        }

        Map<String, Object> answers() {
            var answers = new LinkedHashMap<String, Object>();
            nodes.forEach(node -> node.collect(answers));
            return answers;
        }

        void fill(Map<String, ?> answers) {
            nodes.forEach(node -> node.fill(answers));
        }

        void prefill(Map<String, Known> byKey) {
            nodes.forEach(node -> node.prefill(byKey));
        }

        boolean rehide(List<Map<String, Object>> scopes) {
            var changed = false;
            for (var node : nodes) {
                changed |= node.rehide(scopes);
            }
            return changed;
        }

        void addUp() {
            nodes.forEach(Node::addUp);
        }

        void restyle() {
            nodes.forEach(Node::restyle);
        }

        boolean unconfirmed() {
            return nodes.stream().anyMatch(Node::unconfirmed);
        }

        Optional<FieldNode> show(Map<String, Message> left) {
            var first = Optional.<FieldNode>empty();
            for (var node : nodes) {
                var found = node.show(left);
                first = first.or(() -> found);
            }
            return first;
        }

        void keep() {
            nodes.forEach(Node::keep);
        }

        void lines(List<String> lines) {
            nodes.forEach(node -> node.lines(lines));
        }

        void readOnly(boolean readOnly) {
            nodes.forEach(node -> node.readOnly(readOnly));
        }

        /** The key at the top of the form under which an answer here lies. */
        boolean atTop() {
            return outer == null;
        }
    }

    private abstract sealed class Node {
        abstract FormPart part();

        abstract Component component();

        void collect(Map<String, Object> answers) {}

        void fill(Map<String, ?> answers) {}

        void prefill(Map<String, Known> byKey) {}

        void addUp() {}

        void restyle() {}

        boolean unconfirmed() {
            return false;
        }

        Optional<FieldNode> show(Map<String, Message> left) {
            return Optional.empty();
        }

        void keep() {}

        void lines(List<String> lines) {}

        void readOnly(boolean readOnly) {}

        boolean rehide(List<Map<String, Object>> scopes) {
            var hidden = part().hide().test(scopes);
            if (hidden == component().isVisible()) {
                component().setVisible(!hidden);
                return true;
            }
            return false;
        }

        final boolean shown() {
            return component().isVisible();
        }
    }

    private final class TextNode extends Node {
        private final FormPart.Text text;
        private final Component words;

        TextNode(FormPart.Text text) {
            this.text = text;
            this.words = MARKDOWN.matcher(text.text()).find() ? new Markdown(text.text()) : new Paragraph(text.text());
            words.addClassName("muted");
        }

        @Override
        FormPart part() {
            return text;
        }

        @Override
        Component component() {
            return words;
        }
    }

    private final class FieldNode extends Node {
        private final Scope scope;
        private final FormPart.Field field;
        private final Input input;

        FieldNode(Scope scope, FormPart.Field field) {
            this.scope = scope;
            this.field = field;
            this.input = Input.of(field, today);
            var component = input.component();
            component.addClassName("form-field");
            if (Input.narrow().contains(field.kind()) && field.columns() != 16) {
                component.addClassName("narrow");
            } else if (field.columns() > 0 && field.columns() <= 8) {
                component.addClassName("half");
            }
            if (field.defaultValue() != null) {
                input.set(field.defaultValue());
            }
            input.onEdit(() -> {
                touched.add(path());
                edited();
            });
            // Going into a field confirms what was known; passing through an empty one begins nothing.
            input.onTouch(() -> {
                if (known() != null) {
                    touch(path());
                }
            });
            help("");
        }

        private String path() {
            return scope.prefix + field.key();
        }

        private @Nullable Known known() {
            return scope.atTop() ? known.get(field.key()) : null;
        }

        @Override
        FormPart part() {
            return field;
        }

        @Override
        Component component() {
            return input.component();
        }

        @Override
        void collect(Map<String, Object> answers) {
            var answer = input.get();
            if (shown() && answer != null) {
                Paths.put(answers, field.key(), answer);
            }
        }

        @Override
        void fill(Map<String, ?> answers) {
            input.set(Paths.get(answers, field.key()));
        }

        @Override
        void prefill(Map<String, Known> byKey) {
            var answer = known();
            if (answer != null && input.get() == null) {
                input.set(answer.value());
            }
        }

        @Override
        boolean unconfirmed() {
            return shown() && known() != null && !touched.contains(path());
        }

        @Override
        void restyle() {
            var before = known();
            var component = component();
            component.setClassName("known", unconfirmed());
            if (before == null) {
                return;
            }
            var was = Input.read(field, before.value());
            if (unconfirmed()) {
                help(whence(before));
            } else if (!Objects.equals(was, Input.read(field, input.get()))) {
                help(changed(was, before));
            } else {
                help(getTranslation("forms.confirmed"));
            }
        }

        private String whence(Known before) {
            if (before.on() == null) {
                return getTranslation("forms.registered");
            }
            return before.form().isEmpty()
                    ? getTranslation("forms.last", before.on().toString())
                    : getTranslation("forms.lastElsewhere", before.on().toString(), before.form());
        }

        private String changed(String was, Known before) {
            if (before.on() == null) {
                return getTranslation("forms.changedFromRegister", was);
            }
            return field.kind() == FormPart.Kind.CHECKBOX
                    ? getTranslation("forms.changed", before.on().toString())
                    : getTranslation("forms.changedFrom", was, before.on().toString());
        }

        private void help(String note) {
            if (field.description().isEmpty() && note.isEmpty()) {
                input.helper(null);
                return;
            }
            var help = new Span();
            if (!field.description().isEmpty()) {
                help.add(new Span(field.description()));
            }
            if (!note.isEmpty()) {
                var last = new Span(note);
                last.addClassName("known-note");
                help.add(last);
            }
            help.addClassName("field-help");
            input.helper(help);
        }

        @Override
        Optional<FieldNode> show(Map<String, Message> left) {
            var message = left.get(path());
            if (!shown()) {
                input.fault(null);
                return Optional.empty();
            }
            left.remove(path());
            input.fault(message == null ? null : sentence(message));
            return message == null ? Optional.empty() : Optional.of(this);
        }

        @Override
        void keep() {
            if (draft != null && input.typed()) {
                keep(draft);
            }
        }

        private void keep(LocalDraft in) {
            keepField(in, draftPrefix + path(), input.component());
        }

        @SuppressWarnings("unchecked")
        private <C extends Component & HasValue<?, ?>> void keepField(LocalDraft in, String name, Component component) {
            in.watch(name, (C) component);
        }

        @Override
        void lines(List<String> lines) {
            var answer = input.get();
            if (shown() && answer != null) {
                lines.add(field.label() + "："
                        + (Boolean.TRUE.equals(answer) ? getTranslation("forms.yes") : Input.read(field, answer)));
            }
        }

        @Override
        void readOnly(boolean readOnly) {
            ((HasValue<?, ?>) input.component()).setReadOnly(readOnly || field.readOnly());
        }

        void focus() {
            input.focus();
        }
    }

    private final class GroupNode extends Node {
        private final FormPart.Group group;
        private final Div box = new Div();
        private final List<Node> nodes;
        private final @Nullable Scope inner;
        private final Button same;
        private final @Nullable Span sum;

        GroupNode(Scope scope, FormPart.Group group, int level) {
            this.group = group;
            box.addClassName("form-group");
            var heading = new Div();
            heading.addClassName("section-head");
            if (!group.label().isEmpty()) {
                var title = level <= 3 ? new H3(group.label()) : new H4(group.label());
                var id = "group-" + group.id() + "-" + Integer.toHexString(System.identityHashCode(this));
                title.setId(id);
                box.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", id);
                heading.add(title);
            }
            same = new Button(getTranslation("forms.same"), event -> confirm());
            same.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            same.addClassName("same");
            same.setAriaLabel(getTranslation("forms.sameOf", group.label()));
            same.setVisible(false);
            heading.add(same);
            box.add(heading);
            if (group.path().isEmpty()) {
                inner = null;
                nodes = new ArrayList<>();
                scope.build(group.parts(), box, nodes, level + 1);
            } else {
                inner = new Scope(scope, scope.prefix + group.path() + ".", box, group.parts(), level + 1);
                nodes = inner.nodes;
            }
            sum = money().size() > 1 ? new Span() : null;
            if (sum != null) {
                var line = new Div(new Span(getTranslation("forms.sum")), sum);
                line.addClassName("form-sum");
                box.add(line);
            }
        }

        /** Amounts of one unit of money, directly in the group. */
        private List<FieldNode> money() {
            return nodes.stream()
                    .filter(FieldNode.class::isInstance)
                    .map(FieldNode.class::cast)
                    .filter(node -> node.field.kind() == FormPart.Kind.NUMBER && Numbers.isMoney(node.field.suffix()))
                    .toList();
        }

        private void confirm() {
            nodes.forEach(node -> {
                if (node instanceof FieldNode field && field.unconfirmed()) {
                    touched.add(field.path());
                }
            });
            root.restyle();
            edited();
        }

        @Override
        FormPart part() {
            return group;
        }

        @Override
        Component component() {
            return box;
        }

        @Override
        void collect(Map<String, Object> answers) {
            if (!shown()) {
                return;
            }
            if (inner == null) {
                nodes.forEach(node -> node.collect(answers));
            } else {
                var below = inner.answers();
                if (!below.isEmpty()) {
                    Paths.put(answers, group.path(), below);
                }
            }
        }

        @Override
        void fill(Map<String, ?> answers) {
            if (inner == null) {
                nodes.forEach(node -> node.fill(answers));
            } else {
                inner.fill(Paths.map(Paths.get(answers, group.path())));
            }
        }

        @Override
        void prefill(Map<String, Known> byKey) {
            if (inner == null) {
                nodes.forEach(node -> node.prefill(byKey));
            } else {
                var before = byKey.get(group.path());
                if (before != null && inner.answers().isEmpty()) {
                    inner.fill(Paths.map(before.value()));
                }
            }
        }

        @Override
        boolean rehide(List<Map<String, Object>> scopes) {
            var changed = super.rehide(scopes);
            var below = inner == null ? scopes : Paths.within(inner.answers(), scopes);
            for (var node : nodes) {
                changed |= node.rehide(below);
            }
            return changed;
        }

        @Override
        void addUp() {
            nodes.forEach(Node::addUp);
            if (sum != null) {
                var money = money();
                var total = money.stream()
                        .filter(Node::shown)
                        .map(node -> node.input.get() instanceof BigDecimal number ? number : BigDecimal.ZERO)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                sum.setText(
                        Numbers.grouped(total) + " " + money.getFirst().field.suffix());
            }
        }

        @Override
        void restyle() {
            nodes.forEach(Node::restyle);
            same.setVisible(nodes.stream().anyMatch(node -> node instanceof FieldNode && node.unconfirmed()));
        }

        @Override
        boolean unconfirmed() {
            return shown() && nodes.stream().anyMatch(Node::unconfirmed);
        }

        @Override
        Optional<FieldNode> show(Map<String, Message> left) {
            var first = Optional.<FieldNode>empty();
            for (var node : nodes) {
                var found = node.show(left);
                first = first.or(() -> found);
            }
            return first;
        }

        @Override
        void keep() {
            nodes.forEach(Node::keep);
        }

        @Override
        void lines(List<String> lines) {
            if (!shown()) {
                return;
            }
            var below = new ArrayList<String>();
            nodes.forEach(node -> node.lines(below));
            if (!below.isEmpty()) {
                if (!group.label().isEmpty()) {
                    lines.add("【" + group.label() + "】");
                }
                lines.addAll(below);
            }
        }

        @Override
        void readOnly(boolean readOnly) {
            nodes.forEach(node -> node.readOnly(readOnly));
            same.setEnabled(!readOnly);
        }
    }

    private final class ListNode extends Node {
        private final Scope scope;
        private final FormPart.Repeated list;
        private final int level;
        private final Div box = new Div();
        private final Div rows = new Div();
        private final Button more;
        private final List<Entry> entries = new ArrayList<>();

        private record Entry(Scope scope, Div place, H4 title, Button remove) {}

        ListNode(Scope scope, FormPart.Repeated list, int level) {
            this.scope = scope;
            this.list = list;
            this.level = level;
            box.addClassName("form-group");
            box.getElement().setAttribute("role", "group").setAttribute("aria-label", list.label());
            rows.addClassName("form-rows");
            more = new Button(getTranslation("forms.add", list.label()), VaadinIcon.PLUS.create(), event -> {
                var entry = add();
                touched.add(scope.prefix + list.path());
                edited();
                entry.scope().nodes.stream()
                        .filter(FieldNode.class::isInstance)
                        .map(FieldNode.class::cast)
                        .findFirst()
                        .ifPresent(FieldNode::focus);
            });
            more.setVisible(list.growable());
            box.add(rows, more);
            for (var i = 0; i < list.initial(); i++) {
                add();
            }
        }

        private Entry add() {
            var place = new Div();
            place.addClassName("form-row");
            var head = new Div();
            head.addClassName("section-head");
            var title = new H4();
            var remove = new Button(VaadinIcon.TRASH.create());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setVisible(list.growable());
            head.add(title, remove);
            place.add(head);
            var entry = new Entry(new Scope(scope, "", place, list.parts(), level + 1), place, title, remove);
            remove.addClickListener(event -> {
                drop(entry);
                touched.add(scope.prefix + list.path());
                edited();
            });
            entries.add(entry);
            rows.add(place);
            number();
            entry.scope().keep();
            return entry;
        }

        private void drop(Entry entry) {
            entries.remove(entry);
            rows.remove(entry.place());
            number();
        }

        private void number() {
            for (var i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                entry.scope().prefix = scope.prefix + list.path() + "[" + i + "].";
                entry.title().setText(getTranslation("forms.entry", list.label(), i + 1));
                var label = getTranslation("forms.remove", list.label(), i + 1);
                entry.remove().setAriaLabel(label);
                entry.remove().setTooltipText(label);
            }
        }

        @Override
        FormPart part() {
            return list;
        }

        @Override
        Component component() {
            return box;
        }

        @Override
        void collect(Map<String, Object> answers) {
            if (shown() && !entries.isEmpty()) {
                var all = entries.stream().map(entry -> entry.scope().answers()).toList();
                if (all.stream().anyMatch(entry -> !entry.isEmpty())) {
                    Paths.put(answers, list.path(), all);
                }
            }
        }

        @Override
        void fill(Map<String, ?> answers) {
            var wanted = Paths.get(answers, list.path()) instanceof List<?> values ? values : List.of();
            var size = Math.max(wanted.size(), list.initial());
            while (entries.size() > size) {
                drop(entries.getLast());
            }
            while (entries.size() < size) {
                add();
            }
            for (var i = 0; i < size; i++) {
                entries.get(i).scope().fill(i < wanted.size() ? Paths.map(wanted.get(i)) : Map.of());
            }
        }

        @Override
        void prefill(Map<String, Known> byKey) {
            var before = byKey.get(list.path());
            if (before != null
                    && scope.atTop()
                    && entries.stream()
                            .allMatch(entry -> entry.scope().answers().isEmpty())) {
                fill(Map.of(list.path(), before.value()));
            }
        }

        @Override
        boolean rehide(List<Map<String, Object>> scopes) {
            var changed = super.rehide(scopes);
            for (var entry : entries) {
                changed |= entry.scope().rehide(Paths.within(entry.scope().answers(), scopes));
            }
            return changed;
        }

        @Override
        void addUp() {
            entries.forEach(entry -> entry.scope().addUp());
        }

        @Override
        void restyle() {
            entries.forEach(entry -> entry.scope().restyle());
        }

        @Override
        Optional<FieldNode> show(Map<String, Message> left) {
            var first = Optional.<FieldNode>empty();
            for (var entry : entries) {
                var found = entry.scope().show(left);
                first = first.or(() -> found);
            }
            return first;
        }

        @Override
        void keep() {
            entries.forEach(entry -> entry.scope().keep());
        }

        @Override
        void lines(List<String> lines) {
            if (!shown()) {
                return;
            }
            for (var i = 0; i < entries.size(); i++) {
                var below = new ArrayList<String>();
                entries.get(i).scope().lines(below);
                if (!below.isEmpty()) {
                    lines.add("【" + getTranslation("forms.entry", list.label(), i + 1) + "】");
                    lines.addAll(below);
                }
            }
        }

        @Override
        void readOnly(boolean readOnly) {
            entries.forEach(entry -> {
                entry.scope().readOnly(readOnly);
                entry.remove().setVisible(list.growable() && !readOnly);
            });
            more.setVisible(list.growable() && !readOnly);
        }
    }
}

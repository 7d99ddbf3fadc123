package cn.minqing.ui.form;

import cn.minqing.form.FormPart;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form: how an answer looks in it. What somebody typed is never thrown away: what cannot be read comes
 * back as text, so that the form's own rules can say what is wrong with it.
 */
final class Input {
    private final Component component;
    private final HasValue<?, ?> value;
    private final java.util.function.Supplier<@Nullable Object> reader;
    private final java.util.function.Consumer<@Nullable Object> writer;

    private Input(
            Component component,
            HasValue<?, ?> value,
            java.util.function.Supplier<@Nullable Object> reader,
            java.util.function.Consumer<@Nullable Object> writer) {
        this.component = component;
        this.value = value;
        this.reader = reader;
        this.writer = writer;
    }

    static Input of(FormPart.Field field, LocalDate today) {
        var input = switch (field.kind()) {
            case TEXT -> text(field);
            case LONG_TEXT -> longText(field);
            case NUMBER -> number(field);
            case DATE -> date(field, today);
            case TIME -> time(field);
            case DATE_TIME -> dateTime(field, today);
            case SELECT -> select(field);
            case RADIO -> radio(field);
            case CHECKLIST -> checklist(field);
            case CHECKBOX -> checkbox(field);
        };
        input.value.setReadOnly(field.readOnly());
        // A select is a button to screen readers, and a button must not claim to be required: its label says so.
        input.value.setRequiredIndicatorVisible(field.rules().required() && field.kind() != FormPart.Kind.SELECT);
        if (input.component instanceof HasValidationProperties validated) {
            // The schema is the only judge; the field's own checks would speak a second language.
            manual(validated);
        }
        input.component.setId("field-" + field.id() + "-" + Integer.toHexString(System.identityHashCode(input)));
        return input;
    }

    Component component() {
        return component;
    }

    /** The answer in the types of {@link FormPart.Kind}; null for none; text when it cannot be read. */
    @Nullable
    Object get() {
        return reader.get();
    }

    void set(@Nullable Object answer) {
        writer.accept(answer);
    }

    void fault(@Nullable String sentence) {
        if (component instanceof HasValidationProperties validated) {
            validated.setErrorMessage(sentence == null ? "" : sentence);
            validated.setInvalid(sentence != null);
        }
    }

    void helper(@Nullable Component helper) {
        if (component instanceof com.vaadin.flow.component.HasHelper has) {
            has.setHelperComponent(helper);
        }
    }

    void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
        component.scrollIntoView();
    }

    /** Tells when somebody, not the program, changed the answer. */
    void onEdit(Runnable listener) {
        value.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                listener.run();
            }
        });
    }

    /** Tells when somebody goes into the field. */
    void onTouch(Runnable listener) {
        component.getElement().addEventListener("focusin", event -> listener.run());
    }

    /** Whether the browser's own draft can keep it while it is being typed. */
    boolean typed() {
        return component instanceof TextField
                || component instanceof TextArea
                || component instanceof DatePicker
                || component instanceof Checkbox;
    }

    private static void manual(HasValidationProperties validated) {
        switch (validated) {
            case TextField field -> field.setManualValidation(true);
            case TextArea field -> field.setManualValidation(true);
            case DatePicker field -> field.setManualValidation(true);
            case TimePicker field -> field.setManualValidation(true);
            case DateTimePicker field -> field.setManualValidation(true);
            case Select<?> field -> field.setManualValidation(true);
            case RadioButtonGroup<?> field -> field.setManualValidation(true);
            case CheckboxGroup<?> field -> field.setManualValidation(true);
            case Checkbox field -> field.setManualValidation(true);
            default -> {}
        }
    }

    private static Input text(FormPart.Field field) {
        var text = new TextField(field.label());
        text.setWidthFull();
        adorn(text, field);
        return new Input(text, text, () -> blankAsNull(text.getValue()), answer -> text.setValue(words(answer)));
    }

    private static Input longText(FormPart.Field field) {
        var text = new TextArea(field.label());
        text.setWidthFull();
        text.setMinRows(2);
        return new Input(text, text, () -> blankAsNull(text.getValue()), answer -> text.setValue(words(answer)));
    }

    private static Input number(FormPart.Field field) {
        var text = new TextField(field.label());
        text.setWidthFull();
        text.addClassName("number");
        text.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        adorn(text, field);
        var whole = Integer.valueOf(0).equals(field.rules().decimals());
        var min = field.rules().min();
        Keyboards.show(text, min != null && min.signum() < 0 ? "text" : whole ? "numeric" : "decimal");
        return new Input(
                text, text, () -> Numbers.read(text.getValue()), answer -> text.setValue(Numbers.write(answer)));
    }

    private static void adorn(TextField text, FormPart.Field field) {
        if (!field.suffix().isEmpty()) {
            text.setSuffixComponent(new Span(field.suffix()));
        }
        if (!field.prefix().isEmpty()) {
            text.setPrefixComponent(new Span(field.prefix()));
        }
    }

    private static Input date(FormPart.Field field, LocalDate today) {
        var picker = new DatePicker(field.label());
        picker.setInitialPosition(today);
        picker.setWidthFull();
        Calendars.translate(picker);
        return new Input(
                picker,
                picker,
                () -> written(picker, picker.getValue()),
                answer -> picker.setValue(parsed(answer, LocalDate::parse)));
    }

    private static Input time(FormPart.Field field) {
        var picker = new TimePicker(field.label());
        picker.setWidthFull();
        picker.setStep(Duration.ofMinutes(30));
        return new Input(
                picker,
                picker,
                () -> written(picker, picker.getValue()),
                answer -> picker.setValue(parsed(answer, LocalTime::parse)));
    }

    private static Input dateTime(FormPart.Field field, LocalDate today) {
        var picker = new DateTimePicker(field.label());
        picker.setWidthFull();
        picker.setStep(Duration.ofMinutes(30));
        Calendars.translate(picker);
        return new Input(
                picker,
                picker,
                () -> picker.getValue() == null ? null : picker.getValue().toString(),
                answer -> picker.setValue(parsed(answer, LocalDateTime::parse)));
    }

    /** The chosen moment, or what was typed when it is none. */
    private static @Nullable Object written(AbstractField<?, ?> picker, @Nullable Object chosen) {
        return chosen != null
                ? chosen.toString()
                : blankAsNull(picker.getElement().getProperty("_inputElementValue", ""));
    }

    private static Input select(FormPart.Field field) {
        var select = new Select<String>();
        select.setLabel(field.rules().required() ? field.label() + " *" : field.label());
        select.setWidthFull();
        select.setItems(field.options().stream().map(FormPart.Option::value).toList());
        select.setItemLabelGenerator(value -> label(field, value));
        select.setEmptySelectionAllowed(!field.rules().required());
        select.setEmptySelectionCaption("—");
        return new Input(
                select, select, () -> blankAsNull(select.getValue()), answer -> select.setValue(known(field, answer)));
    }

    private static Input radio(FormPart.Field field) {
        var radio = new RadioButtonGroup<String>(field.label());
        radio.setItems(field.options().stream().map(FormPart.Option::value).toList());
        radio.setItemLabelGenerator(value -> label(field, value));
        radio.addClassName("choices");
        if (field.options().size() > 4) {
            radio.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        }
        return new Input(
                radio, radio, () -> blankAsNull(radio.getValue()), answer -> radio.setValue(known(field, answer)));
    }

    private static Input checklist(FormPart.Field field) {
        var list = new CheckboxGroup<String>(field.label());
        list.setItems(field.options().stream().map(FormPart.Option::value).toList());
        list.setItemLabelGenerator(value -> label(field, value));
        list.addClassName("choices");
        if (field.options().size() > 8) {
            list.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        }
        return new Input(
                list, list, () -> inOrder(field, list.getValue()), answer -> list.setValue(set(field, answer)));
    }

    private static Input checkbox(FormPart.Field field) {
        var box = new Checkbox(field.label());
        return new Input(
                box, box, () -> box.getValue() ? true : null, answer -> box.setValue(Boolean.TRUE.equals(answer)));
    }

    private static @Nullable Object inOrder(FormPart.Field field, Set<String> chosen) {
        var values = field.options().stream()
                .map(FormPart.Option::value)
                .filter(chosen::contains)
                .toList();
        return values.isEmpty() ? null : values;
    }

    private static Set<String> set(FormPart.Field field, @Nullable Object answer) {
        var chosen = new LinkedHashSet<String>();
        if (answer instanceof Collection<?> values) {
            values.forEach(value -> Optional.ofNullable(known(field, value)).ifPresent(chosen::add));
        }
        return chosen;
    }

    /** The answer as people read it. */
    static String read(FormPart.Field field, @Nullable Object answer) {
        return switch (field.kind()) {
            case SELECT, RADIO -> label(field, words(answer));
            case CHECKLIST ->
                answer instanceof Collection<?> values
                        ? String.join(
                                "、",
                                values.stream()
                                        .map(value -> label(field, words(value)))
                                        .toList())
                        : "";
            case NUMBER -> (Numbers.grouped(answer) + " " + field.suffix()).strip();
            default -> words(answer);
        };
    }

    private static String label(FormPart.Field field, @Nullable String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(FormPart.Option::label)
                .findFirst()
                .orElse(value == null ? "" : value);
    }

    private static @Nullable String known(FormPart.Field field, @Nullable Object answer) {
        return field.options().stream()
                .map(FormPart.Option::value)
                .filter(value -> value.equals(answer))
                .findFirst()
                .orElse(null);
    }

    private static <T> @Nullable T parsed(@Nullable Object answer, Function<String, T> parser) {
        try {
            return answer == null ? null : parser.apply(answer.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String words(@Nullable Object answer) {
        return Objects.toString(answer, "");
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static List<FormPart.Kind> narrow() {
        return List.of(FormPart.Kind.NUMBER, FormPart.Kind.DATE, FormPart.Kind.TIME);
    }
}

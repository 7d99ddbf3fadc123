package cn.minqing.ui.household;

import cn.minqing.household.MemberChange;
import cn.minqing.household.MemberInput;
import cn.minqing.household.Relation;
import cn.minqing.household.Sex;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what is right about one member, or why somebody no longer belongs to the household. */
final class MemberDialog extends Dialog {
    private static final List<String> REASONS = List.of("married", "ownHousehold", "movedAway", "deceased", "mistake");

    private final @Nullable UUID memberId;
    private final Function<MemberChange, Map<String, Message>> judge;
    private final Consumer<MemberChange> use;
    private final TextField name = new TextField();
    private final Select<Relation> relation = new Select<>();
    private final RadioButtonGroup<Sex> sex = new RadioButtonGroup<>();
    private final TextField birthYear = new TextField();
    private final TextField idNumber = new TextField();
    private final TextField health = new TextField();
    private final TextField disability = new TextField();
    private final Checkbox worksAway = new Checkbox();
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /**
     * @param memberId null for somebody new
     * @param judge tells what is wrong with a change, by field
     * @param use takes the change once nothing is wrong with it
     */
    MemberDialog(
            @Nullable UUID memberId,
            MemberInput known,
            Function<MemberChange, Map<String, Message>> judge,
            Consumer<MemberChange> use) {
        this.memberId = memberId;
        this.judge = judge;
        this.use = use;
        setHeaderTitle(memberId == null ? tr("household.member.add") : known.name());
        addClassName("form-dialog");
        setWidth("min(34rem, 100%)");

        name.setLabel(tr("household.member.name"));
        name.setRequiredIndicatorVisible(true);
        relation.setLabel(tr("household.member.relation"));
        relation.setItems(Relation.values());
        relation.setItemLabelGenerator(value -> tr("household.relation." + value));
        sex.setLabel(tr("household.member.sex"));
        sex.setItems(Sex.values());
        sex.setItemLabelGenerator(value -> tr("household.sex." + value));
        sex.addClassName("choices");
        birthYear.setLabel(tr("household.member.birthYear"));
        cn.minqing.ui.form.Keyboards.show(birthYear, "numeric");
        idNumber.setLabel(tr("household.member.idNumber"));
        idNumber.setHelperText(tr("household.member.idNumberHelp"));
        health.setLabel(tr("household.member.health"));
        health.setHelperText(tr("household.member.none"));
        disability.setLabel(tr("household.member.disability"));
        disability.setHelperText(tr("household.member.none"));
        worksAway.setLabel(tr("household.member.worksAway"));
        Stream.of(name, birthYear, idNumber, health, disability).forEach(field -> {
            field.setWidthFull();
            field.setManualValidation(true);
        });
        relation.setWidthFull();
        fields.put("name", name);
        fields.put("birthYear", birthYear);
        fields.put("idNumber", idNumber);
        fields.put("health", health);
        fields.put("disability", disability);

        name.setValue(known.name());
        relation.setValue(known.relation());
        sex.setValue(known.sex());
        birthYear.setValue(Objects.toString(known.birthYear(), ""));
        idNumber.setValue(known.idNumber());
        health.setValue(known.health());
        disability.setValue(known.disability());
        worksAway.setValue(known.worksAway());

        var grid = new Div(name, relation, sex, birthYear, idNumber, health, disability, worksAway);
        grid.addClassName("form-grid");
        Stream.<Component>of(name, relation, sex, birthYear).forEach(field -> field.addClassName("narrow"));
        add(grid);

        var save = new Button(tr("household.member.take"), event -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(tr("household.cancel"), event -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (memberId != null) {
            var remove = new Button(tr("household.member.remove"), event -> askWhy());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            remove.addClassName("push-left");
            getFooter().add(remove);
        }
        getFooter().add(cancel, save);
    }

    private void save() {
        var faults = new LinkedHashMap<String, Message>();
        var year = cn.minqing.ui.form.Numbers.read(birthYear.getValue());
        @Nullable Integer born = null;
        if (year instanceof java.math.BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.precision() < 9) {
            born = number.intValueExact();
        } else if (year != null) {
            faults.put("birthYear", Message.of("form.whole", birthYear.getLabel()));
        }
        var input = new MemberInput(
                name.getValue(),
                relation.getValue(),
                sex.getValue(),
                born,
                idNumber.getValue(),
                health.getValue(),
                disability.getValue(),
                worksAway.getValue());
        var change = memberId == null ? MemberChange.add(input) : MemberChange.correct(memberId, input);
        faults.putAll(judge.apply(change));
        if (show(faults)) {
            use.accept(change);
            close();
        }
    }

    private void askWhy() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(tr("household.member.removeOf", name.getValue()));
        dialog.setWidth("min(28rem, 100%)");
        var reason = new ComboBox<String>(tr("household.member.reason"));
        reason.setItems(REASONS.stream()
                .map(code -> tr("household.member.reason." + code))
                .toList());
        reason.setAllowCustomValue(true);
        reason.addCustomValueSetListener(event -> reason.setValue(event.getDetail()));
        reason.setHelperText(tr("household.member.reasonHelp"));
        reason.setWidthFull();
        var remove = new Button(tr("household.member.removeNow"), event -> {
            var change = MemberChange.remove(Objects.requireNonNull(memberId), Objects.toString(reason.getValue(), ""));
            var fault = judge.apply(change).get("reason");
            if (fault != null) {
                reason.setErrorMessage(Notices.text(fault));
                reason.setInvalid(true);
                return;
            }
            use.accept(change);
            dialog.close();
            close();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(tr("household.cancel"), event -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.add(reason);
        dialog.getFooter().add(cancel, remove);
        dialog.open();
    }

    /** Whether there was nothing to show. */
    private boolean show(Map<String, Message> faults) {
        Notices.clear(fields);
        faults.forEach((field, message) -> {
            var place = fields.getOrDefault(field, name);
            place.setErrorMessage(Notices.text(message));
            place.setInvalid(true);
        });
        return faults.isEmpty();
    }

    private String tr(String key, Object... args) {
        return getTranslation(key, args);
    }
}

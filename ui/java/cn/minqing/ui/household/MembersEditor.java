package cn.minqing.ui.household;

import cn.minqing.household.HouseholdView;
import cn.minqing.household.MemberChange;
import cn.minqing.household.MemberInput;
import cn.minqing.household.Relation;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.form.Keyboards;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who lives in a household: tap somebody to correct, one tick says that all is as it stands here. Nothing is written;
 * {@link #changes} says what somebody found out.
 */
public class MembersEditor extends Div {
    private final HouseholdView household;
    private final Function<List<MemberChange>, Map<String, Message>> judge;
    private final List<MemberChange> changes = new ArrayList<>();
    private final UnorderedList people = new UnorderedList();
    private final Checkbox confirmed = new Checkbox();
    private final TextField phone = new TextField();
    private final List<Runnable> listeners = new ArrayList<>();

    /** @param judge tells what is wrong with changes, by path: {@code members[0].name} */
    public MembersEditor(HouseholdView household, Function<List<MemberChange>, Map<String, Message>> judge) {
        this.household = household;
        this.judge = judge;
        addClassName("form-group");
        people.addClassName("people");
        phone.setLabel(getTranslation("household.phone"));
        phone.setManualValidation(true);
        phone.setWidthFull();
        phone.setMaxWidth("20rem");
        phone.setValue(household.phone());
        Keyboards.show(phone, "tel");
        confirmed.setLabel(getTranslation("household.members.confirm"));
        if (household.membersConfirmedOn() != null) {
            confirmed.setHelperText(getTranslation(
                    "household.members.confirmedOn",
                    household.membersConfirmedOn().toString()));
        }
        var add = new Button(
                getTranslation("household.member.add"),
                VaadinIcon.PLUS.create(),
                event -> edit(null, new MemberInput("", Relation.OTHER, null, null), -1));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var row = new Div(confirmed, add);
        row.addClassName("confirm-row");
        add(people, row, phone);
        confirmed.addValueChangeListener(event -> changed(event.isFromClient()));
        phone.addValueChangeListener(event -> changed(event.isFromClient()));
        list();
    }

    /** What was corrected, added and removed, in the order in which it was said. */
    public List<MemberChange> changes() {
        return List.copyOf(changes);
    }

    /** Whether somebody said that all stands right here. */
    public boolean confirmed() {
        return confirmed.getValue();
    }

    /** The corrected phone number; null when it is as before. */
    public @Nullable String phone() {
        var typed = phone.getValue().strip();
        return typed.equals(household.phone()) ? null : typed;
    }

    /** Takes back what a draft kept. */
    public void restore(List<MemberChange> kept, boolean wasConfirmed, @Nullable String keptPhone) {
        changes.clear();
        changes.addAll(kept);
        confirmed.setValue(wasConfirmed);
        phone.setValue(keptPhone == null ? household.phone() : keptPhone);
        list();
    }

    public void addChangeListener(Runnable listener) {
        listeners.add(listener);
    }

    public void keepIn(LocalDraft draft, String prefix) {
        draft.watch(prefix + "phone", phone);
        draft.watch(prefix + "confirmed", confirmed);
    }

    /** Shows faults at {@code phone} and {@code members[i]…} and takes them out of the map. */
    public void showFaults(Map<String, Message> faults) {
        var wrong = faults.remove("phone");
        phone.setInvalid(wrong != null);
        phone.setErrorMessage(wrong == null ? "" : Notices.text(wrong));
        if (wrong != null) {
            phone.focus();
        }
        var ofMembers = new LinkedHashMap<Integer, String>();
        for (var i = 0; i < changes.size(); i++) {
            var prefix = "members[" + i + "].";
            for (var path : List.copyOf(faults.keySet())) {
                if (path.startsWith(prefix)) {
                    ofMembers.merge(i, Notices.text(Objects.requireNonNull(faults.remove(path))), String::concat);
                }
            }
        }
        list(ofMembers);
    }

    /** For copying elsewhere. */
    public String asText() {
        var lines = new ArrayList<String>();
        for (var change : changes) {
            var data = change.data();
            lines.add(getTranslation("household.members.text." + change.kind())
                    + (data == null
                            ? name(change.memberId()) + "，" + change.reason()
                            : data.name() + "，" + detail(data)));
        }
        if (phone() != null) {
            lines.add(getTranslation("household.phone") + "：" + phone());
        }
        return String.join("\n", lines);
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            listeners.forEach(Runnable::run);
        }
    }

    private void list() {
        list(Map.of());
    }

    private void list(Map<Integer, String> faults) {
        people.removeAll();
        for (var member : household.members()) {
            var index = indexOf(member.id());
            var change = index < 0 ? null : changes.get(index);
            var data = change == null || change.data() == null ? member.toInput() : change.data();
            people.add(row(
                    member.id(),
                    data,
                    index,
                    change != null && change.kind() == MemberChange.Kind.REMOVE ? change.reason() : null,
                    faults.get(index)));
        }
        for (var i = 0; i < changes.size(); i++) {
            var data = changes.get(i).data();
            if (changes.get(i).kind() == MemberChange.Kind.ADD && data != null) {
                people.add(row(null, data, i, null, faults.get(i)));
            }
        }
        if (people.getChildren().findAny().isEmpty()) {
            var none = new ListItem(getTranslation("household.members.none"));
            none.addClassName("muted");
            people.add(none);
        }
    }

    private ListItem row(
            @Nullable UUID memberId, MemberInput data, int change, @Nullable String gone, @Nullable String fault) {
        var button = new NativeButton();
        button.addClassName("member");
        var who = new Span(data.name());
        who.addClassName("name");
        var detail = new Span(gone == null ? detail(data) : getTranslation("household.members.gone", gone));
        detail.addClassName("detail");
        var state = new Span(getTranslation(
                gone != null
                        ? "household.members.undo"
                        : change >= 0 && memberId == null
                                ? "household.members.new"
                                : change >= 0 ? "household.members.changed" : "household.members.correct"));
        state.addClassName("state");
        button.add(who, detail, state);
        var item = new ListItem(button);
        if (fault != null) {
            var told = new Div(fault);
            told.addClassName("warn-note");
            item.add(told);
        }
        if (gone != null) {
            button.addClassName("gone");
            button.addClickListener(event -> {
                changes.remove(change);
                list();
                changed(true);
            });
        } else {
            button.addClickListener(event -> edit(memberId, data, change));
        }
        return item;
    }

    /** @param at index of the change that is edited again; negative for none */
    private void edit(@Nullable UUID memberId, MemberInput data, int at) {
        new MemberDialog(memberId, data, this::faults, change -> {
                    var same = memberId != null
                            && household.members().stream()
                                    .anyMatch(member -> member.id().equals(memberId)
                                            && member.toInput().equals(change.data()));
                    if (at >= 0) {
                        changes.remove(at);
                    }
                    if (!same) {
                        changes.add(at >= 0 ? at : changes.size(), change);
                    }
                    list();
                    changed(true);
                })
                .open();
    }

    private Map<String, Message> faults(MemberChange change) {
        var faults = new LinkedHashMap<String, Message>();
        judge.apply(List.of(change))
                .forEach((path, message) -> faults.put(path.substring(path.indexOf('.') + 1), message));
        return faults;
    }

    private int indexOf(UUID memberId) {
        for (var i = 0; i < changes.size(); i++) {
            if (memberId.equals(changes.get(i).memberId())) {
                return i;
            }
        }
        return -1;
    }

    private String name(@Nullable UUID memberId) {
        return household.members().stream()
                .filter(member -> member.id().equals(memberId))
                .map(HouseholdView.Member::name)
                .findFirst()
                .orElse("");
    }

    private String detail(MemberInput data) {
        var words = new ArrayList<String>();
        words.add(getTranslation("household.relation." + data.relation()));
        if (data.sex() != null) {
            words.add(getTranslation("household.sex." + data.sex()));
        }
        if (data.birthYear() != null) {
            words.add(getTranslation("household.born", String.valueOf(data.birthYear())));
        }
        if (data.worksAway()) {
            words.add(getTranslation("household.worksAway"));
        }
        if (!data.disability().isEmpty()) {
            words.add(data.disability());
        }
        if (!data.health().isEmpty()) {
            words.add(data.health());
        }
        return String.join(" · ", words);
    }
}

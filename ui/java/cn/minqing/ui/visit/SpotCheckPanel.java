package cn.minqing.ui.visit;

import cn.minqing.household.SensitiveField;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.household.Earlier;
import cn.minqing.ui.household.PurposeDialog;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.VisitSheet;
import cn.minqing.visit.VisitSheet.Obligation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The inspector's second visit (S1.10), blind: first what the household says, then what was claimed. What the household
 * said cannot be changed once the claims are open.
 */
@StyleSheet("context://styles/visit.css")
final class SpotCheckPanel extends Div {
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String UNSURE = "unsure";

    private final SheetServices services;
    private final VisitSheet sheet;
    private final UUID workItemId;
    private final Runnable done;
    private final RadioButtonGroup<String> came = new RadioButtonGroup<>();
    private final TextArea told = new TextArea();
    private final Map<String, RadioButtonGroup<String>> asked = new LinkedHashMap<>();
    private final Section claims = new Section();
    private final TextArea note = new TextArea();
    private final Button open = new Button();
    private final Button refuse = new Button();
    private final Button confirm = new Button();

    SpotCheckPanel(SheetServices services, VisitSheet sheet, UUID workItemId, Runnable done) {
        this.services = services;
        this.sheet = sheet;
        this.workItemId = workItemId;
        this.done = done;
        addClassNames("page", "page-form", "sheet");
        var household = sheet.household();
        var meta = new Div(
                SheetPanel.taskFact(household.place()), new Span(getTranslation("sheet.number", household.number())));
        meta.addClassName("page-meta");
        if (sheet.due() != null) {
            meta.add(SheetPanel.taskFact(services.dates().due(sheet.due(), getLocale())));
        }
        var header = new Div(new H1(getTranslation("spotCheck.title", household.headName())), meta);
        header.addClassName("page-header");
        if (!household.phone().isBlank()) {
            header.add(phone());
        }
        add(header);

        question(came, getTranslation("spotCheck.came"));
        told.setLabel(getTranslation("spotCheck.told"));
        told.setHelperText(getTranslation("spotCheck.toldHelp"));
        told.setManualValidation(true);
        told.setRequiredIndicatorVisible(true);
        told.setWidthFull();
        told.setMinRows(2);
        var first = new Section(
                new H2(getTranslation("spotCheck.first")), new Paragraph(getTranslation("spotCheck.blind")), came);
        first.addClassName("section");
        for (var obligation : sheet.obligations()) {
            var group = new RadioButtonGroup<String>();
            question(group, getTranslation("spotCheck.done", obligation.name()));
            asked.put(obligation.id(), group);
            first.add(group);
        }
        first.add(told);
        add(first);

        claims.addClassName("section");
        claims.setVisible(false);
        add(claims);

        open.setText(getTranslation("spotCheck.open"));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.addClickListener(event -> compare());
        refuse.setText(getTranslation("spotCheck.refuse"));
        refuse.setVisible(false);
        refuse.setDisableOnClick(true);
        refuse.addClickListener(event -> decide(false));
        confirm.setText(getTranslation("spotCheck.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setVisible(false);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> decide(true));
        var bar = new Div(open, refuse, confirm);
        bar.addClassName("action-bar");
        add(bar);
    }

    /** The number itself, not the file: the file would tell what was claimed. */
    private Div phone() {
        var what = getTranslation("household.sensitive.PHONE");
        var actions = new Div();
        actions.addClassName("page-actions");
        actions.add(new Button(
                getTranslation("spotCheck.findPhone"),
                event -> new PurposeDialog(what, purpose -> {
                            var number = services.households()
                                    .reveal(sheet.household().id(), SensitiveField.PHONE, purpose);
                            var call = new Anchor("tel:" + number.replace(" ", ""), number);
                            call.addClassName("button-link");
                            actions.removeAll();
                            actions.add(call);
                        })
                        .open()));
        return actions;
    }

    private void question(RadioButtonGroup<String> group, String label) {
        group.setLabel(label);
        group.setItems(YES, NO, UNSURE);
        group.setItemLabelGenerator(value -> getTranslation("spotCheck." + value));
        group.addClassName("choices");
        group.setManualValidation(true);
        group.setRequiredIndicatorVisible(true);
    }

    /** Opens what was claimed, once everything has been asked. */
    private void compare() {
        var complete = true;
        for (var group : all()) {
            group.setInvalid(group.getValue() == null);
            group.setErrorMessage(group.getValue() == null ? getTranslation("spotCheck.missing") : "");
            complete &= group.getValue() != null;
        }
        var silent = told.getValue().isBlank();
        told.setInvalid(silent);
        told.setErrorMessage(silent ? Notices.text(Message.of("form.required", told.getLabel())) : "");
        if (!complete || silent) {
            getElement()
                    .executeJs(
                            "setTimeout(() => { const f = this.querySelector('[invalid]'); if (f) f.scrollIntoView({ block: 'center' }) }, 50)");
            return;
        }
        all().forEach(group -> group.setReadOnly(true));
        told.setReadOnly(true);
        open.setVisible(false);
        refuse.setVisible(true);
        confirm.setVisible(true);

        claims.removeAll();
        claims.add(new H2(getTranslation("spotCheck.claims")));
        for (var obligation : sheet.obligations()) {
            claims.add(claim(obligation));
        }
        if (!sheet.visits().isEmpty()) {
            claims.add(
                    new H3(getTranslation("sheet.earlierVisits", sheet.visits().size())),
                    Earlier.visits(sheet.visits()));
        }
        note.setLabel(getTranslation("spotCheck.note"));
        note.setHelperText(getTranslation("spotCheck.noteHelp"));
        note.setManualValidation(true);
        note.setWidthFull();
        claims.add(note);
        claims.setVisible(true);
        claims.scrollIntoView();
        var differs = !disputed().isEmpty() || NO.equals(came.getValue());
        confirm.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        refuse.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        (differs ? refuse : confirm).addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }

    private Div claim(Obligation obligation) {
        var said = asked.get(obligation.id()).getValue();
        var line = new Div();
        line.addClassName("claim");
        var name = new Span(obligation.name());
        name.addClassName("name");
        var claimed = new Span(
                obligation.metOn() == null
                        ? getTranslation("spotCheck.notClaimed")
                        : getTranslation("spotCheck.claimed", obligation.metOn().toString(), obligation.evidence()));
        claimed.addClassName("muted");
        var answer = new Span(getTranslation("spotCheck.said", getTranslation("spotCheck." + said)));
        answer.addClassName("tag");
        line.add(name, answer, claimed);
        if (obligation.isMet() && NO.equals(said)) {
            line.addClassName("differs");
            line.add(new Span(getTranslation("spotCheck.differs")));
        }
        return line;
    }

    /** What was claimed, and the household says was not done. */
    private List<String> disputed() {
        return sheet.obligations().stream()
                .filter(obligation -> obligation.isMet()
                        && NO.equals(Objects.requireNonNull(asked.get(obligation.id()))
                                .getValue()))
                .map(Obligation::id)
                .toList();
    }

    private List<RadioButtonGroup<String>> all() {
        var all = new java.util.ArrayList<RadioButtonGroup<String>>();
        all.add(came);
        all.addAll(asked.values());
        return all;
    }

    private void decide(boolean confirmed) {
        var button = confirmed ? confirm : refuse;
        var disputed = confirmed ? List.<String>of() : disputed();
        var words = java.util.stream.Stream.of(
                        getTranslation("spotCheck.summary", getTranslation("spotCheck." + came.getValue())),
                        told.getValue().strip(),
                        note.getValue().strip())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
        if (!confirmed && note.getValue().isBlank()) {
            note.setErrorMessage(Notices.text(Message.of("form.required", note.getLabel())));
            note.setInvalid(true);
            note.focus();
            button.setEnabled(true);
            return;
        }
        if (Notices.attempt(
                Map.of("note", note),
                () -> services.visits().spotCheck(workItemId, confirmed, words, new LinkedHashSet<>(disputed)))) {
            Notices.success(
                    confirmed ? "spotCheck.confirmed" : "spotCheck.refused",
                    sheet.household().headName());
            done.run();
        } else {
            button.setEnabled(true);
        }
    }
}

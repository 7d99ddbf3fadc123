package cn.minqing.ui.visit;

import cn.minqing.campaign.CampaignView;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.ui.component.LocalDraft;
import cn.minqing.ui.form.Calendars;
import cn.minqing.ui.form.FormView;
import cn.minqing.ui.household.Earlier;
import cn.minqing.ui.household.MembersEditor;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.SheetInput;
import cn.minqing.visit.VisitKind;
import cn.minqing.visit.VisitSheet;
import cn.minqing.visit.VisitSheet.FormAnswers;
import cn.minqing.visit.VisitSheet.Obligation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The visit sheet: one scrolling page in the order of a conversation, handed in at once. What is typed is kept on the
 * server after each change and in the browser until it got there; an error takes nothing away.
 */
@StyleSheet("context://styles/visit.css")
final class SheetPanel extends Div {
    private static final List<String> TASK_GONE = List.of(
            "task.done",
            "task.taken",
            "task.withdrawn",
            "task.other",
            "visit.notYours",
            "visit.fileState",
            "campaign.archived");

    private final SheetServices services;
    private final VisitSheet sheet;
    private final CampaignView campaign;
    private final @Nullable UUID workItemId;
    private final Runnable done;
    private final LocalDate today;

    private final LocalDraft localDraft;
    private final Div banner = new Div();
    private final TextField metWith = new TextField();
    private final MembersEditor members;
    private final Map<String, FormView> forms = new LinkedHashMap<>();
    private final Duties duties;
    private final IssuesEditor issues;
    private final PromisesEditor promises;
    private final DatePicker visitedOn = new DatePicker();
    private final Select<VisitKind> kind = new Select<>();
    private final DatePicker nextDate = new DatePicker();
    private final TextArea diary = new TextArea();
    private final Span saved = new Span();
    private final Button submit = new Button();

    private UUID submissionKey = Ids.next();
    private boolean handedIn;

    /**
     * @param workItemId the open task the sheet belongs to; null for a further visit nobody was asked for
     * @param done called once the sheet, or in its place an absence or a request, has been handed in
     */
    SheetPanel(SheetServices services, VisitSheet sheet, @Nullable UUID workItemId, Runnable done) {
        this.services = services;
        this.sheet = sheet;
        this.workItemId = workItemId;
        this.done = done;
        today = services.clock().today();
        localDraft = new LocalDraft(Actors.current().id() + "/" + sheet.draftKey());
        members = new MembersEditor(
                sheet.household(), changes -> services.households().faults(changes, null));
        duties = new Duties(sheet.obligations().stream().map(SheetPanel::duty).toList());
        campaign = services.campaigns().get(sheet.campaignId());
        issues = new IssuesEditor(services.issues(), campaign, sheet.household().id());
        promises = new PromisesEditor(sheet.promises(), today);
        addClassNames("page", "page-form", "sheet");
        banner.setVisible(false);
        banner.addClassName("warn-note");
        banner.getElement().setAttribute("role", "alert");

        add(header(), banner, localDraft);
        addSpotCheck();
        addPeople();
        sheet.forms().forEach(this::addForm);
        addDuties();
        add(section("sheet.issues", new Paragraph(getTranslation("sheet.issues.what")), issues));
        add(section("sheet.promises", promises));
        addDiary();
        addEarlier();
        add(actions());

        restore();
        listen();
    }

    private Component header() {
        var household = sheet.household();
        var header = new Div();
        header.addClassName("page-header");
        var meta = new Div();
        meta.addClassName("page-meta");
        meta.add(taskFact(household.place()), new Span(getTranslation("sheet.number", household.number())));
        if (sheet.due() != null) {
            meta.add(taskFact(services.dates().due(sheet.due(), getLocale())));
        }
        meta.add(taskFact(sheet.campaignName()));
        var actions = new Div();
        actions.addClassName("page-actions");
        if (workItemId != null) {
            var notThere = new Button(getTranslation("sheet.notAtHome"), event -> notAtHome(workItemId));
            var gone = new Button(getTranslation("sheet.gone"), event -> gone(workItemId));
            gone.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(notThere, gone);
        }
        if (!household.phone().isBlank()) {
            var call = new Anchor("tel:" + household.phone().replace(" ", ""), getTranslation("sheet.call"));
            call.addClassName("button-link");
            actions.addComponentAsFirst(call);
        }
        meta.add(new Anchor("household/" + household.id(), getTranslation("sheet.file")));
        header.add(new H1(getTranslation("sheet.title", household.headName())), meta, actions);
        return header;
    }

    /** What the head of an open task says already. */
    static Span taskFact(String words) {
        var fact = new Span(words);
        fact.addClassName("task-fact");
        return fact;
    }

    private void addSpotCheck() {
        var check = sheet.spotCheck();
        if (check == null || check.confirmed()) {
            return;
        }
        var disputed = sheet.obligations().stream()
                .filter(obligation -> check.disputed().contains(obligation.id()))
                .map(Obligation::name)
                .toList();
        var note = new Div(new Span(getTranslation(
                "sheet.spotCheck", check.checkedOn().toString(), check.note(), String.join(", ", disputed))));
        note.addClassName("warn-note");
        add(note);
    }

    private void addPeople() {
        metWith.setLabel(getTranslation("sheet.metWith"));
        metWith.setHelperText(getTranslation("sheet.metWithHelp"));
        metWith.setManualValidation(true);
        metWith.setWidthFull();
        add(section("sheet.people", members, metWith));
    }

    private void addForm(FormAnswers answers) {
        var form = new FormView(answers.schema(), today);
        var known = new LinkedHashMap<String, FormView.Known>();
        answers.known().forEach((key, one) -> known.put(key, new FormView.Known(one.value(), one.on(), one.form())));
        form.setKnown(known);
        forms.put(answers.schema().id(), form);
        var met = sheet.obligations().stream()
                .filter(obligation -> obligation.id().equals(answers.obligation()))
                .findFirst()
                .map(Obligation::metOn);
        var section = new Section(new H2(answers.title()));
        section.addClassName("section");
        if (met.isPresent()) {
            var details = new Details(getTranslation("sheet.form.met", met.get().toString()), form);
            details.setWidthFull();
            section.add(details);
        } else {
            section.add(form);
        }
        add(section);
    }

    private void addDuties() {
        var met = sheet.obligations().stream().filter(Obligation::isMet).count();
        var heading = new Div(new H2(getTranslation("sheet.duties", dutiesName())));
        heading.addClassName("section-head");
        var count = new Span(
                getTranslation("sheet.duties.count", met, sheet.obligations().size()));
        count.addClassName("muted");
        heading.add(count);
        var section = new Section(heading, new Paragraph(getTranslation("sheet.duties.what")), duties);
        section.addClassName("section");
        add(section);
    }

    /** What people call the obligations of this campaign. */
    private String dutiesName() {
        return Objects.requireNonNullElseGet(
                campaign.template().obligationsName(), () -> getTranslation("sheet.duties.name"));
    }

    private void addDiary() {
        visitedOn.setLabel(getTranslation("sheet.visitedOn"));
        visitedOn.setValue(today);
        visitedOn.setInitialPosition(today);
        visitedOn.setManualValidation(true);
        visitedOn.setRequiredIndicatorVisible(true);
        Calendars.translate(visitedOn);
        kind.setLabel(getTranslation("sheet.kind"));
        kind.setItems(VisitKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("visit.kind." + value));
        kind.setValue(VisitKind.HOME);
        nextDate.setLabel(getTranslation("sheet.nextDate"));
        nextDate.setHelperText(getTranslation("sheet.nextDateHelp"));
        nextDate.setInitialPosition(today);
        nextDate.setManualValidation(true);
        Calendars.translate(nextDate);
        diary.setLabel(getTranslation("sheet.diary.label"));
        diary.setHelperText(getTranslation("sheet.diary.help"));
        diary.setManualValidation(true);
        diary.setMinRows(4);
        diary.setWidthFull();
        var grid = new Div(visitedOn, kind, nextDate);
        grid.addClassName("form-grid");
        for (var field : List.<Component>of(visitedOn, kind, nextDate)) {
            field.addClassName("narrow");
            field.getElement().getStyle().set("width", "100%");
        }
        var section = section("sheet.diary", diary, grid);
        section.replace(
                section.getComponentAt(0), new H2(campaign.template().word("diary", getTranslation("sheet.diary"))));
        add(section);
    }

    private void addEarlier() {
        if (!sheet.issues().isEmpty()) {
            add(folded("sheet.earlierIssues", sheet.issues().size(), Earlier.issues(sheet.issues())));
        }
        if (!sheet.visits().isEmpty()) {
            add(folded("sheet.earlierVisits", sheet.visits().size(), Earlier.visits(sheet.visits())));
        }
    }

    private Component actions() {
        saved.setText(getTranslation("sheet.savesItself"));
        var note = new Div(saved);
        note.addClassName("action-note");
        note.getElement().setAttribute("role", "status");
        submit.setText(getTranslation("sheet.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.setDisableOnClick(true);
        submit.addClickListener(event -> {
            try {
                handIn();
            } finally {
                submit.setEnabled(true);
            }
        });
        var bar = new Div(note, submit);
        bar.addClassName("action-bar");
        return bar;
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(getTranslation(key)));
        section.addClassName("section");
        section.add(content);
        return section;
    }

    private Section folded(String key, int count, Component content) {
        var details = new Details(getTranslation(key, count), content);
        details.setWidthFull();
        var section = new Section(details);
        section.addClassName("section");
        return section;
    }

    private static Duties.Duty duty(Obligation obligation) {
        return new Duties.Duty(
                obligation.id(),
                obligation.name(),
                obligation.hint(),
                !obligation.form().isEmpty(),
                obligation.issueCounts(),
                obligation.metOn(),
                obligation.evidence());
    }

    // ---- what is kept

    private void listen() {
        metWith.addValueChangeListener(event -> save(event.isFromClient()));
        visitedOn.addValueChangeListener(event -> save(event.isFromClient()));
        kind.addValueChangeListener(event -> save(event.isFromClient()));
        nextDate.addValueChangeListener(event -> save(event.isFromClient()));
        diary.addValueChangeListener(event -> save(event.isFromClient()));
        members.addChangeListener(() -> save(true));
        forms.values().forEach(form -> form.addChangeListener(changed -> save(true)));
        duties.addChangeListener(() -> save(true));
        issues.addChangeListener(() -> save(true));
        promises.addChangeListener(() -> save(true));
        localDraft.addRestoreListener(event -> save(true));
        localDraft.watch("metWith", metWith);
        members.keepIn(localDraft, "members/");
        forms.forEach((id, form) -> form.keepIn(localDraft, id + "/"));
        duties.keepIn(localDraft);
        issues.keepIn(localDraft);
        promises.keepIn(localDraft);
        localDraft.watch("diary", diary);
    }

    private void save(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        var at = services.drafts().save(sheet.draftKey(), kept().json());
        localDraft.clear();
        showSaved(getTranslation("sheet.saved", time(at)));
    }

    private void showSaved(String words) {
        saved.setText(words);
        saved.addClassName("saved-note");
    }

    private static String time(Instant at) {
        return Dates.time(LocalDateTime.ofInstant(at, AppClock.ZONE).toLocalTime());
    }

    private KeptSheet kept() {
        var keptForms = new LinkedHashMap<String, KeptSheet.KeptForm>();
        forms.forEach((id, form) -> {
            if (!form.touched().isEmpty()) {
                keptForms.put(id, new KeptSheet.KeptForm(form.answers(), form.touched()));
            }
        });
        return new KeptSheet(
                submissionKey,
                visitedOn.getValue(),
                kind.getValue().name(),
                metWith.getValue(),
                members.confirmed(),
                members.changes(),
                members.phone(),
                keptForms,
                duties.ticked(),
                issues.values(),
                promises.promises(),
                promises.kept(),
                diary.getValue(),
                nextDate.getValue());
    }

    private void restore() {
        var draft = services.drafts().load(sheet.draftKey());
        var kept = draft.isEmpty() ? null : KeptSheet.of(draft.get().json());
        if (draft.isEmpty() || kept == null) {
            return;
        }
        submissionKey = kept.submissionKey();
        visitedOn.setValue(kept.visitedOn());
        try {
            kind.setValue(VisitKind.valueOf(kept.kind()));
        } catch (IllegalArgumentException e) {
            kind.setValue(VisitKind.HOME);
        }
        metWith.setValue(kept.metWith());
        members.restore(kept.memberChanges(), kept.membersConfirmed(), kept.phone());
        kept.forms().forEach((id, form) -> {
            var view = forms.get(id);
            if (view != null) {
                view.setAnswers(form.answers());
                view.setTouched(form.touched());
            }
        });
        duties.restore(kept.obligations());
        issues.restore(kept.issues());
        promises.restore(kept.promises(), kept.keptPromises());
        diary.setValue(kept.diary());
        nextDate.setValue(kept.nextDate());
        showSaved(getTranslation(
                "sheet.restored", services.dates().when(draft.get().savedAt(), getLocale())));
    }

    // ---- handing in

    private SheetInput input(boolean unusualConfirmed) {
        var answers = new LinkedHashMap<String, Map<String, Object>>();
        var claimed = new LinkedHashMap<>(duties.ticked());
        for (var form : sheet.forms()) {
            var view = Objects.requireNonNull(forms.get(form.schema().id()));
            if (!view.touched().isEmpty()) {
                answers.put(form.schema().id(), view.answers());
                if (form.schema().validate(view.answers()).isEmpty()) {
                    claimed.put(form.obligation(), "");
                }
            }
        }
        return new SheetInput(
                submissionKey,
                visitedOn.getValue() == null ? today : visitedOn.getValue(),
                kind.getValue(),
                metWith.getValue().strip(),
                members.confirmed(),
                members.changes(),
                members.phone(),
                answers,
                claimed,
                issues.issues(),
                promises.promises(),
                promises.kept(),
                diary.getValue().strip(),
                nextDate.getValue(),
                unusualConfirmed);
    }

    private void handIn() {
        if (visitedOn.getValue() == null || unreadable(nextDate)) {
            var wrong = visitedOn.getValue() == null ? visitedOn : nextDate;
            wrong.setErrorMessage(getTranslation("forms.badDate"));
            wrong.setInvalid(true);
            goToFirstFault();
            return;
        }
        attempt(() -> {
            var input = input(false);
            var check = services.visits().check(sheet.contactId(), input);
            var faults = new LinkedHashMap<>(check.faults());
            faults.putAll(issues.faults());
            if (!faults.isEmpty()) {
                show(UserError.invalid(faults));
                return;
            }
            show(Map.of());
            var unfinished = unfinished();
            if (unfinished.isEmpty() && check.unusual().isEmpty()) {
                send(input);
            } else {
                ask(unfinished, check.unusual());
            }
        });
    }

    private static boolean unreadable(DatePicker picker) {
        return picker.getValue() == null
                && !picker.getElement().getProperty("_inputElementValue", "").isBlank();
    }

    /** Forms begun but not complete, by id, with what is missing. */
    private Map<FormAnswers, Map<String, Message>> unfinished() {
        var unfinished = new LinkedHashMap<FormAnswers, Map<String, Message>>();
        for (var form : sheet.forms()) {
            var view = Objects.requireNonNull(forms.get(form.schema().id()));
            var faults = form.schema().validate(view.answers()).byPath();
            if (!view.touched().isEmpty() && !faults.isEmpty()) {
                unfinished.put(form, faults);
            }
        }
        return unfinished;
    }

    /** Before something unfinished or unusual is handed in. */
    private void ask(Map<FormAnswers, Map<String, Message>> unfinished, Map<String, Message> unusual) {
        var list = new UnorderedList();
        unfinished.forEach((form, faults) ->
                list.add(new ListItem(getTranslation("sheet.ask.unfinished", form.title(), faults.size()))));
        unusual.values().forEach(message -> list.add(new ListItem(Notices.text(message))));
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("sheet.ask.title"));
        var body = new Div(list);
        if (!unfinished.isEmpty()) {
            body.add(new Paragraph(getTranslation("sheet.ask.later")));
        }
        dialog.setText(body);
        dialog.setConfirmText(getTranslation("sheet.ask.send"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("sheet.ask.back"));
        dialog.addCancelListener(event -> {
            unfinished.forEach((form, faults) ->
                    Objects.requireNonNull(forms.get(form.schema().id())).showFaults(faults));
            showAtFields(new LinkedHashMap<>(unusual));
            goToFirstFault();
        });
        dialog.addConfirmListener(event -> attempt(() -> send(input(true))));
        dialog.open();
    }

    private void send(SheetInput input) {
        if (handedIn) {
            return;
        }
        var submitted = workItemId == null
                ? services.visits().submitFurther(sheet.contactId(), input)
                : services.visits().submit(workItemId, input);
        handedIn = true;
        localDraft.clear();
        if (submitted.fileComplete()) {
            Notices.success("sheet.done.complete", sheet.household().headName());
        } else {
            var open = submitted.stillOpen().stream()
                    .map(id -> sheet.obligations().stream()
                            .filter(obligation -> obligation.id().equals(id))
                            .map(Obligation::name)
                            .findFirst()
                            .orElse(id))
                    .toList();
            Notices.success(
                    "sheet.done.open", sheet.household().headName(), String.join(getTranslation("sheet.comma"), open));
        }
        done.run();
    }

    private void notAtHome(UUID item) {
        new NotAtHomeDialog(today, (next, note) -> {
                    services.visits().notAtHome(item, next, note);
                    Notices.success("sheet.notAtHome.done", next);
                    done.run();
                })
                .open();
    }

    private void gone(UUID item) {
        new StrikeOffDialog(Households.STRIKE_OFF_REASONS, (reason, note) -> {
                    services.visits().requestStrikeOff(item, reason, note);
                    Notices.success("sheet.strikeOff.done");
                    done.run();
                })
                .open();
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            show(Notices.userError(e).orElseThrow(() -> e));
        }
    }

    private void show(UserError error) {
        if (TASK_GONE.contains(error.code())) {
            showGone(error);
            return;
        }
        var left = show(error.fields());
        if (!left.isEmpty() || error.fields().isEmpty()) {
            Notices.show(new UserError(error.message(), left));
        }
        goToFirstFault();
    }

    /** The task is no longer this person's to finish: says so, keeps everything, and lets it be taken along. */
    private void showGone(UserError error) {
        banner.removeAll();
        banner.add(
                new Span(Notices.text(error.message()) + " " + getTranslation("sheet.kept.note")),
                new Button(
                        getTranslation("sheet.kept.open"),
                        event -> new KeptTextDialog(
                                        getTranslation(
                                                "sheet.kept.file",
                                                sheet.household().number()),
                                        asText())
                                .open()));
        banner.setVisible(true);
        banner.scrollIntoView();
    }

    /** Puts each fault at its field; what is left over belongs to no field here. */
    private Map<String, Message> show(Map<String, Message> faults) {
        var left = new LinkedHashMap<>(faults);
        members.showFaults(left);
        for (var form : sheet.forms()) {
            var id = form.schema().id();
            var own = new LinkedHashMap<String, Message>();
            for (var path : List.copyOf(left.keySet())) {
                if (path.startsWith(id + ".")) {
                    own.put(path.substring(id.length() + 1), Objects.requireNonNull(left.remove(path)));
                } else if (path.equals("obligations." + form.obligation())) {
                    own.put(path, Objects.requireNonNull(left.remove(path)));
                }
            }
            var view = Objects.requireNonNull(forms.get(id));
            if (own.isEmpty()) {
                view.clearFaults();
            } else {
                view.showFaults(own);
            }
        }
        duties.showFaults(left, "obligations.");
        issues.showFaults(left);
        promises.showFaults(left);
        showAtFields(left);
        return left;
    }

    private void showAtFields(Map<String, Message> left) {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("visitedOn", visitedOn);
        fields.put("metWith", metWith);
        fields.put("diary", diary);
        fields.put("nextDate", nextDate);
        Notices.clear(fields);
        fields.forEach((name, field) -> {
            var fault = left.remove(name);
            if (fault != null) {
                field.setErrorMessage(Notices.text(fault));
                field.setInvalid(true);
            }
        });
    }

    private void goToFirstFault() {
        getElement()
                .executeJs(
                        "setTimeout(() => { const f = this.querySelector('[invalid], .form-view > .warn-note:not([hidden])');"
                                + " if (f) { const d = f.closest('vaadin-details'); if (d) d.opened = true;"
                                + " f.scrollIntoView({ block: 'center' }); if (f.focus) f.focus({ preventScroll: true }); } }, 50)");
    }

    private String asText() {
        var parts = new ArrayList<String>();
        parts.add(getTranslation("sheet.title", sheet.household().headName()) + " "
                + sheet.household().place() + " " + visitedOn.getValue());
        part(parts, "sheet.people", members.asText());
        part(parts, "sheet.metWith", metWith.getValue());
        sheet.forms().forEach(form -> {
            var view = Objects.requireNonNull(forms.get(form.schema().id()));
            if (!view.touched().isEmpty()) {
                parts.add("\n# " + form.title() + "\n" + view.asText());
            }
        });
        part(parts, "sheet.duties", duties.asText());
        part(parts, "sheet.issues", issues.asText());
        part(parts, "sheet.promises", promises.asText());
        part(parts, "sheet.diary", diary.getValue());
        return String.join("\n", parts);
    }

    private void part(List<String> parts, String key, String text) {
        if (!text.isBlank()) {
            parts.add("\n# " + getTranslation(key) + "\n" + text);
        }
    }
}

package cn.minqing.ui.meeting;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.form.FormSchema;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.meeting.Meeting;
import cn.minqing.meeting.MeetingState;
import cn.minqing.meeting.Opinion;
import cn.minqing.meeting.OpinionState;
import cn.minqing.meeting.Opinions;
import cn.minqing.organization.Actors;
import cn.minqing.platform.Ids;
import cn.minqing.ui.component.FieldDialog;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.form.FormView;
import cn.minqing.ui.issue.IssueForm;
import cn.minqing.ui.issue.NewIssueInput;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The opinions of a meeting; each with what came of it, or with the ways it can go. */
final class OpinionList extends Div {
    private static final int TITLE = 60;

    private final MeetingServices services;
    private final Meeting meeting;
    private final Runnable changed;
    private final Div lines = new Div();
    private final boolean open;

    OpinionList(MeetingServices services, Meeting meeting, Runnable changed) {
        this.services = services;
        this.meeting = meeting;
        this.changed = changed;
        addClassName("section");
        var me = Actors.current();
        var holds = meeting.holderId().equals(me.id()) || meeting.cadres().contains(me.name());
        open = holds
                && !meeting.day().isAfter(services.clock().today())
                && (meeting.state() == MeetingState.PLANNED || meeting.open() > 0);
        lines.addClassName("inbox");
        add(new H2(text("meeting.opinions")), lines);
        if (open) {
            var bar = new Div(
                    new Button(text("opinion.add"), event -> one().open()),
                    new Button(text("opinion.sheet"), event -> sheet().open()));
            bar.addClassName("page-actions");
            add(bar);
        }
        show();
    }

    private void show() {
        lines.removeAll();
        services.opinions().of(meeting.id()).forEach(opinion -> lines.add(line(opinion)));
        if (lines.getComponentCount() == 0) {
            lines.add(new Paragraph(text("opinion.none")));
        }
    }

    private void refresh() {
        show();
        changed.run();
    }

    private Div line(Opinion opinion) {
        var what = new Div(new Span(opinion.words()));
        what.addClassName("what");
        var where = new Div();
        where.addClassName("where");
        var from = Stream.of(opinion.household(), opinion.speaker(), opinion.wish(), opinion.outcome())
                .filter(words -> !words.isEmpty())
                .toList();
        where.add(new Span(String.join(" · ", from)));
        var right = new Div(PageParts.tag(text("opinion.state." + opinion.state())));
        right.addClassName("due");
        if (opinion.issueId() != null) {
            right.add(new Anchor("issue/" + opinion.issueId(), opinion.issueNumber()));
        }
        if (open && opinion.state() == OpinionState.OPEN) {
            var issue = new Button(
                    text("opinion.toIssue"), event -> toIssue(opinion).open());
            issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            right.add(
                    issue,
                    new Button(
                            text("opinion.explain"),
                            event -> answer("opinion.explaining", opinion, services.opinions()::explain)
                                    .open()),
                    new Button(
                            text("opinion.suggest"),
                            event -> answer("opinion.suggesting", opinion, services.opinions()::suggest)
                                    .open()));
        }
        var line = new Div(what, where, right);
        line.addClassName("inbox-row");
        return line;
    }

    private FieldDialog answer(String key, Opinion opinion, BiConsumer<UUID, String> command) {
        var words = PageParts.area(key + ".words", Opinions.OUTCOME);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("outcome", words);
        return new FieldDialog(key, fields, () -> command.accept(opinion.id(), words.getValue()), this::refresh);
    }

    private FieldDialog one() {
        var key = Ids.next();
        var household = households();
        var speaker = speaker();
        var words = PageParts.area("opinion.words", Opinions.WORDS);
        var wish = new TextField(text("opinion.wish"));
        wish.setMaxLength(500);
        wish.setWidthFull();
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("words", words);
        fields.put("wish", wish);
        fields.put("household", household);
        fields.put("speaker", speaker);
        return new FieldDialog(
                "opinion.adding",
                fields,
                () -> services.opinions()
                        .add(meeting.id(), key, id(household), speaker.getValue(), words.getValue(), wish.getValue()),
                this::show);
    }

    private Dialog sheet() {
        var key = Ids.next();
        var schema = services.forms().get(Opinions.FORM);
        var household = households();
        var speaker = speaker();
        var form = new FormView(schema, services.clock().today());
        form.setAnswers(Map.of("way", way(), "collectedOn", meeting.day().toString()));
        var dialog = new Dialog();
        dialog.setHeaderTitle(schema.name());
        dialog.setWidth("44rem");
        dialog.setMaxWidth("100%");
        dialog.add(household, speaker, form);
        var save = new Button(text("opinion.sheet.submit"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            if (form.check() && Notices.attempt(() -> addSheet(key, household, speaker, form, schema))) {
                dialog.close();
                Notices.success("opinion.sheet.done");
                show();
            } else {
                save.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(text("supervision.cancel"), event -> dialog.close()), save);
        return dialog;
    }

    /** How the form calls this kind of meeting: what is known is not asked. */
    private String way() {
        return switch (meeting.kind()) {
            case INTERVIEW, QUESTIONNAIRE -> meeting.kind().code();
            default -> "symposium";
        };
    }

    private void addSheet(
            UUID key, ComboBox<HouseholdSummary> household, TextField speaker, FormView form, FormSchema schema) {
        services.opinions()
                .addSheet(meeting.id(), key, id(household), speaker.getValue(), schema.clean(form.answers()));
    }

    private Dialog toIssue(Opinion opinion) {
        var campaign = services.campaigns().get(meeting.campaignId());
        var form = new IssueForm(
                services.issues(),
                campaign,
                opinion.householdId(),
                opinion.householdId() == null ? meeting.areaCode() : "");
        var said = opinion.words();
        form.setValue(new NewIssueInput(
                opinion.id(),
                "",
                said.length() > TITLE ? said.substring(0, TITLE) : said,
                opinion.wish().isEmpty() ? said : said + "\n" + opinion.wish(),
                false,
                "",
                null,
                "",
                ""));
        var dialog = new Dialog();
        dialog.setHeaderTitle(text("opinion.toIssue"));
        dialog.setWidth("40rem");
        dialog.setMaxWidth("100%");
        dialog.add(form);
        var save = new Button(text("opinion.toIssue.submit"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            if (form.validate()
                    && Notices.attempt(
                            form.fields(),
                            () -> services.opinions()
                                    .toIssue(opinion.id(), form.value().of(campaign.id(), opinion.householdId())))) {
                dialog.close();
                Notices.success("opinion.toIssue.done");
                refresh();
            } else {
                save.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(text("supervision.cancel"), event -> dialog.close()), save);
        return dialog;
    }

    private static @Nullable UUID id(ComboBox<HouseholdSummary> household) {
        return household.getValue() == null ? null : household.getValue().id();
    }

    private static TextField speaker() {
        var speaker = new TextField(text("opinion.speaker"));
        speaker.setMaxLength(Opinions.SPEAKER);
        speaker.setHelperText(text("opinion.speaker.help"));
        speaker.setWidthFull();
        return speaker;
    }

    private ComboBox<HouseholdSummary> households() {
        var household = new ComboBox<HouseholdSummary>(text("duty.caller.household"));
        household.setHelperText(text("duty.caller.household.help"));
        household.setWidthFull();
        household.setClearButtonVisible(true);
        household.setItemLabelGenerator(one -> one.place() + " " + one.number() + " " + one.headName());
        household.setItems(DataProvider.fromFilteringCallbacks(
                this::found, query -> (int) found(query).count()));
        return household;
    }

    private Stream<HouseholdSummary> found(Query<HouseholdSummary, String> query) {
        var typed = query.getFilter().orElse("");
        var rows = typed.isBlank()
                ? List.<HouseholdSummary>of()
                : services.households().search(typed, 20);
        return rows.stream()
                .filter(one -> one.groupCode().startsWith(meeting.areaCode()))
                .skip(query.getOffset())
                .limit(query.getLimit());
    }
}

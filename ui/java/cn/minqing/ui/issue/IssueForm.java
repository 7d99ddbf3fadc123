package cn.minqing.ui.issue;

import cn.minqing.campaign.CampaignTemplate.Choice;
import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.Issues;
import cn.minqing.issue.Issues.Proposed;
import cn.minqing.issue.Route;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resident raises: category, the matter, whether it can be resolved; then what the decision table proposes, with
 * its reason and source, and the way the visitor chooses. It registers nothing itself. A page embeds it, reads {@link
 * #value()}, and shows the faults of {@link UserError} with {@link #fields()}.
 */
@StyleSheet("context://styles/issue.css")
public class IssueForm extends Composite<Div> {
    private static final List<String> SOLVABLE = List.of("now", "cadre", "above", "policy");
    private static final int TITLE = 60;
    private static final int TEXT = 2000;
    private static final int REASON = 500;

    /** Milliseconds without a key before the others are told. */
    private static final int TYPING = 600;

    private final Issues issues;
    private final CampaignView campaign;
    private final @Nullable UUID householdId;
    private final String areaCode;

    private final Select<Choice> category = new Select<>();
    private final TextField title = new TextField();
    private final TextArea description = new TextArea();
    private final Checkbox urgent = new Checkbox();
    private final RadioButtonGroup<String> solvable = new RadioButtonGroup<>();
    private final Div proposalNote = new Div();
    private final RadioButtonGroup<Route> route = new RadioButtonGroup<>();
    private final TextArea overrideReason = new TextArea();
    private final TextArea answer = new TextArea();

    private UUID clientKey = NewIssueInput.empty().clientKey();
    private @Nullable Proposed proposed;
    private boolean routeChosen;
    private boolean filling;
    private @Nullable String confirmedBy;
    private Runnable changed = () -> {};

    public IssueForm(Issues issues, CampaignView campaign, UUID householdId) {
        this(issues, campaign, householdId, "");
    }

    /** For a matter of a household, or of the village {@code areaCode} when {@code householdId} is null. */
    public IssueForm(Issues issues, CampaignView campaign, @Nullable UUID householdId, String areaCode) {
        this.issues = issues;
        this.campaign = campaign;
        this.householdId = householdId;
        this.areaCode = areaCode;
        getContent().addClassName("issue-form");

        category.setLabel(getTranslation("issue.form.category"));
        category.setItems(campaign.template().issueCategories());
        category.setItemLabelGenerator(choice -> choice == null ? "" : choice.name());
        title.setLabel(getTranslation("issue.form.title"));
        title.setPlaceholder(getTranslation("issue.form.title.example"));
        title.setMaxLength(TITLE);
        title.setRequiredIndicatorVisible(true);
        text(description, "issue.form.description", TEXT);
        description.setRequiredIndicatorVisible(true);
        urgent.setLabel(getTranslation("issue.form.urgent"));
        urgent.setHelperText(getTranslation("issue.form.urgent.help"));
        solvable.setLabel(getTranslation("issue.form.solvable"));
        solvable.setItems(SOLVABLE);
        solvable.setItemLabelGenerator(code -> getTranslation("issue.solvable." + code));
        solvable.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        solvable.setRequiredIndicatorVisible(true);
        proposalNote.addClassName("info-note");
        proposalNote.getElement().setAttribute("role", "status");
        route.setLabel(getTranslation("issue.form.route"));
        route.setItems(Route.values());
        route.setItemLabelGenerator(one -> getTranslation("issue.route." + one));
        route.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        text(overrideReason, "issue.form.overrideReason", REASON);
        overrideReason.setRequiredIndicatorVisible(true);
        text(answer, "issue.form.answer", TEXT);
        answer.setRequiredIndicatorVisible(true);

        for (Component field :
                List.<Component>of(category, title, description, urgent, solvable, overrideReason, answer)) {
            field.getElement().getStyle().set("width", "100%");
        }
        category.addValueChangeListener(e -> facts());
        urgent.addValueChangeListener(e -> facts());
        solvable.addValueChangeListener(e -> facts());
        title.addValueChangeListener(e -> tell());
        description.addValueChangeListener(e -> tell());
        overrideReason.addValueChangeListener(e -> tell());
        answer.addValueChangeListener(e -> tell());
        route.addValueChangeListener(e -> {
            routeChosen = routeChosen || e.isFromClient();
            show();
            tell();
        });
        getContent().add(category, title, description, urgent, solvable, proposalNote, route, overrideReason, answer);
        show();
    }

    private void text(TextArea field, String label, int limit) {
        field.setLabel(getTranslation(label));
        field.setMaxLength(limit);
        field.setMinRows(2);
        field.setValueChangeMode(ValueChangeMode.ON_BLUR);
    }

    /** Somebody else is first visitor and confirms the way it goes; null when it is the one who fills the form. */
    void waitsFor(@Nullable String firstVisitor) {
        confirmedBy = firstVisitor;
        show();
    }

    /** Tells of changes while one still types, not only when a field is left. */
    void whileTyping() {
        title.setValueChangeMode(ValueChangeMode.LAZY);
        description.setValueChangeMode(ValueChangeMode.LAZY);
        title.setValueChangeTimeout(TYPING);
        description.setValueChangeTimeout(TYPING);
    }

    private @Nullable Route way() {
        return confirmedBy == null || answer.isVisible() ? route.getValue() : null;
    }

    /** What stands in the form now, complete or not. */
    public NewIssueInput value() {
        return new NewIssueInput(
                clientKey,
                category.getValue() == null ? "" : category.getValue().code(),
                title.getValue(),
                description.getValue(),
                urgent.getValue(),
                solvable.getValue() == null ? "" : solvable.getValue(),
                way(),
                overrideReason.isVisible() ? overrideReason.getValue() : "",
                answer.isVisible() ? answer.getValue() : "");
    }

    /** Fills the form again, from a draft. */
    public void setValue(NewIssueInput input) {
        filling = true;
        try {
            clientKey = input.clientKey();
            category.setValue(campaign.template().issueCategories().stream()
                    .filter(choice -> choice.code().equals(input.category()))
                    .findFirst()
                    .orElse(null));
            title.setValue(input.title());
            description.setValue(input.description());
            urgent.setValue(input.urgent());
            solvable.setValue(input.solvable().isEmpty() ? null : input.solvable());
            routeChosen = input.route() != null;
            propose();
            route.setValue(input.route());
            overrideReason.setValue(input.overrideReason());
            answer.setValue(input.answer());
            show();
        } finally {
            filling = false;
        }
    }

    /** Told whenever somebody typed or chose something; for saving drafts. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** The fields by the names that faults use. */
    public Map<String, HasValidation> fields() {
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("category", category);
        fields.put("title", title);
        fields.put("description", description);
        fields.put("solvable", solvable);
        fields.put("route", route);
        fields.put("overrideReason", overrideReason);
        fields.put("answer", answer);
        return fields;
    }

    /** What is missing, by field; empty when it can be registered. The service checks the same again. */
    public Map<String, UserError.Message> faults() {
        var input = value();
        var faults = new LinkedHashMap<String, UserError.Message>();
        missing(faults, "category", input.category());
        missing(faults, "title", input.title());
        missing(faults, "description", input.description());
        missing(faults, "solvable", input.solvable());
        if (overrideReason.isVisible()) {
            missing(faults, "overrideReason", input.overrideReason());
        }
        if (answer.isVisible()) {
            missing(faults, "answer", input.answer());
        }
        return faults;
    }

    /** Marks what is missing beside its field, and tells whether the form can be registered. */
    public boolean validate() {
        var faults = faults();
        fields().forEach((name, field) -> {
            var fault = faults.get(name);
            field.setErrorMessage(fault == null ? null : Notices.text(fault));
            field.setInvalid(fault != null);
        });
        return faults.isEmpty();
    }

    private static void missing(Map<String, UserError.Message> faults, String field, String value) {
        if (value.isBlank()) {
            faults.put(field, UserError.Message.of("issue.missing." + field));
        }
    }

    private void facts() {
        if (!filling) {
            propose();
            show();
            tell();
        }
    }

    private void propose() {
        if (solvable.getValue() == null || category.getValue() == null) {
            proposed = null;
            return;
        }
        var danger = urgent.getValue();
        var can = solvable.getValue();
        var kind = category.getValue().code();
        var household = householdId;
        Notices.attempt(() -> proposed = household == null
                ? issues.proposeForVillage(campaign.id(), areaCode, danger, can, kind)
                : issues.propose(campaign.id(), household, danger, can, kind));
        if (proposed != null && (!routeChosen || confirmedBy != null)) {
            route.setValue(proposed.proposal().route());
        }
    }

    private void show() {
        var current = proposed;
        proposalNote.setVisible(current != null);
        route.setVisible(current != null);
        if (current != null) {
            var proposal = current.proposal();
            var words = new Span(getTranslation(
                    proposal.route() == Route.ON_THE_SPOT ? "issue.form.proposal.now" : "issue.form.proposal",
                    getTranslation("issue.route." + proposal.route()),
                    proposal.reason(),
                    current.due()));
            var source = new Span(getTranslation("issue.form.source", proposal.source()));
            source.addClassName("tag");
            proposalNote.removeAll();
            proposalNote.add(words, source);
            var escalation = current.startLevel();
            route.setItemEnabledProvider(one -> one != Route.ESCALATED || escalation.isPresent());
            route.setHelperText(
                    route.getValue() == null
                            ? ""
                            : getTranslation(
                                    "issue.form.next." + route.getValue(),
                                    current.due(),
                                    escalation
                                            .map(level -> getTranslation("issue.level." + level))
                                            .orElse("")));
        }
        var other = confirmedBy;
        if (other != null && current != null && current.proposal().route() != Route.ON_THE_SPOT) {
            var way = getTranslation("issue.route." + current.proposal().route());
            proposalNote.removeAll();
            proposalNote.add(new Span(
                    urgent.getValue()
                            ? getTranslation("intake.form.urgent", way)
                            : getTranslation("intake.form.waiting", other, way)));
        }
        route.setVisible(current != null && other == null);
        var chosen = route.getValue();
        overrideReason.setVisible(current != null
                && chosen != null
                && chosen != current.proposal().route());
        answer.setVisible(current != null && chosen == Route.ON_THE_SPOT);
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }
}

package cn.minqing.ui.duty;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.campaign.Campaigns;
import cn.minqing.duty.Duties;
import cn.minqing.duty.Duty;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.tasklist.Drafts;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The day of duty on a phone: who came, with what, and how the day went. What is typed is kept. */
@com.vaadin.flow.component.dependency.StyleSheet("context://styles/duty.css")
final class RecordDutyPanel extends Div {
    private final Duties duties;
    private final Issues issues;
    private final Campaigns campaigns;
    private final Households households;
    private final Drafts drafts;
    private final ObjectMapper json;
    private final WorkItem item;
    private final Runnable done;
    private final Duty duty;
    private final String draftKey;
    private final Div callers = new Div();
    private final IntegerField visitors = new IntegerField(text("duty.visitors"));
    private final TextArea words = PageParts.area("duty.words", Duties.WORDS);

    /** What is kept while one types. */
    record Typed(@Nullable Integer visitors, String words) {}

    RecordDutyPanel(
            Duties duties,
            Issues issues,
            Campaigns campaigns,
            Households households,
            Drafts drafts,
            ObjectMapper json,
            Dates dates,
            WorkItem item,
            Runnable done) {
        this.duties = duties;
        this.issues = issues;
        this.campaigns = campaigns;
        this.households = households;
        this.drafts = drafts;
        this.json = json;
        this.item = item;
        this.done = done;
        this.duty = duties.view(item.subjectId());
        this.draftKey = "duty/" + duty.id();
        addClassNames("page", "page-form", "duty");
        add(PageParts.header(text("duty.record.title", duty.place()), dates.day(duty.day(), PageParts.locale())));
        if (duty.missed()) {
            var late = new Div(new Span(text("duty.record.late")));
            late.addClassName("info-note");
            add(late);
        }
        var add = new Button(text("duty.caller.add"), event -> caller());
        callers.addClassName("inbox");
        add(PageParts.section("duty.callers", callers, add));
        visitors.setMin(0);
        visitors.setStepButtonsVisible(true);
        visitors.setManualValidation(true);
        words.setHelperText(text("duty.words.help"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        add(PageParts.section("duty.record.how", visitors, words));
        var bar = new Div(button("duty.notHeld", false), button("duty.held", true));
        bar.addClassName("action-bar");
        add(bar);
        restore();
        visitors.addValueChangeListener(event -> keep());
        words.addValueChangeListener(event -> keep());
        showCallers();
    }

    private void restore() {
        drafts.load(draftKey).ifPresent(draft -> {
            var typed = json.readValue(draft.json(), Typed.class);
            visitors.setValue(typed.visitors());
            words.setValue(typed.words());
        });
    }

    private void keep() {
        drafts.save(draftKey, json.writeValueAsString(new Typed(visitors.getValue(), words.getValue())));
    }

    private void showCallers() {
        callers.removeAll();
        var known = duties.callers(duty.id());
        for (var caller : known) {
            var what = new Div(new Span(caller.words()));
            what.addClassName("what");
            var where = new Div(new Span(caller.who().isEmpty() ? text("duty.caller.nobody") : caller.who()));
            where.addClassName("where");
            var right = new Div();
            right.addClassName("due");
            if (caller.issueId() == null) {
                var remove = new Button(text("duty.caller.remove"), event -> {
                    Notices.attempt(() -> duties.removeCaller(item.id(), caller.id()));
                    showCallers();
                });
                remove.setAriaLabel(text("duty.caller.removeOf", caller.words()));
                right.add(remove);
            } else {
                right.add(new Anchor("issue/" + caller.issueId(), caller.issueNumber()));
            }
            var line = new Div(what, where, right);
            line.addClassName("inbox-row");
            callers.add(line);
        }
        if (known.isEmpty()) {
            callers.add(new Paragraph(text("duty.callers.none")));
        } else if (visitors.getValue() == null || visitors.getValue() < known.size()) {
            visitors.setValue(known.size());
        }
    }

    private void caller() {
        var campaign = campaigns.get(duty.campaignId());
        new CallerDialog(duties, issues, households, campaign, duty, item, this::showCallers).open();
    }

    private Button button(String key, boolean held) {
        var button = new Button(text(key));
        button.setDisableOnClick(true);
        if (held) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("visitors", visitors);
        fields.put("words", words);
        button.addClickListener(event -> {
            if (Notices.attempt(fields, () -> duties.record(item.id(), held, visitors.getValue(), words.getValue()))) {
                drafts.clear(draftKey);
                Notices.success(key + ".done");
                done.run();
            } else {
                button.setEnabled(true);
            }
        });
        return button;
    }
}

package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.fact;
import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.CommonProblems;
import cn.minqing.issue.IssueResult;
import cn.minqing.platform.UserError;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One common problem: its issues, how far their households have been told, and the one answer. */
@Route("common-problem")
@RolesAllowed({
    "CADRE",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP"
})
@StyleSheet("context://styles/issue.css")
class CommonProblemView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final CommonProblems problems;
    private final Dates dates;
    private String title = "";

    CommonProblemView(CommonProblems problems, Dates dates) {
        this.problems = problems;
        this.dates = dates;
        addClassNames("page", "issue-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        title = text("common.title");
        try {
            show(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            refuse(new UserError("common.unknown"));
        }
    }

    private void show(UUID id) {
        removeAll();
        try {
            show(problems.view(id));
        } catch (UserError e) {
            refuse(e);
        }
    }

    private void refuse(UserError error) {
        var empty =
                new Div(new H3(Notices.text(error.message())), new Anchor("common-problems", text("common.toList")));
        empty.addClassName("empty");
        add(empty);
    }

    private void show(CommonProblems.Page page) {
        title = page.title();
        var state = new Span(text("common.state." + page.state()));
        state.addClassName("tag");
        var meta = new Div(new Span(page.number()), state, new Span(page.campaign()));
        meta.addClassName("page-meta");
        var header = new Div(new H1(page.title()), meta);
        header.addClassName("page-header");
        add(header, facts(page), members(page));
        if (page.manageable()) {
            add(answer(page));
        }
    }

    private Component facts(CommonProblems.Page page) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "issue.fact.category", page.categoryName());
        fact(facts, "intake.area", page.place());
        fact(facts, "common.owner", page.owner());
        if (page.result() != null) {
            fact(facts, "common.answer.result", text("issue.result." + page.result()));
            fact(facts, "common.answer.words", page.answer());
            fact(facts, "common.answer.evidence", page.evidence());
            fact(
                    facts,
                    "issue.fact.told",
                    text(
                            "common.answeredBy",
                            Objects.requireNonNullElse(page.answeredBy(), ""),
                            dates.when(Objects.requireNonNull(page.answeredAt()), IssueTexts.locale())));
        }
        var section = new Div(facts);
        section.addClassName("section");
        return section;
    }

    private Component members(CommonProblems.Page page) {
        var list = new UnorderedList();
        list.addClassName("issue-related");
        for (var member : page.issues()) {
            var row = member.row();
            var item = new ListItem(
                    member.mayOpen() ? new Anchor("issue/" + row.id(), row.title()) : new Span(row.title()),
                    tag(IssueTexts.state(row.state())),
                    tag(text(member.told() == null ? "common.untold" : "common.told")),
                    new Span(row.number() + " · " + row.place() + row.household() + " · " + row.firstVisitor()));
            if (page.manageable()) {
                var remove = new Button(text("common.remove"), e -> remove(page, row.id()));
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                remove.setAriaLabel(text("common.remove") + " " + row.number());
                item.add(remove);
            }
            list.add(item);
        }
        var told =
                (int) page.issues().stream().filter(one -> one.told() != null).count();
        var closed = (int) page.issues().stream()
                .filter(one -> one.row().state() == cn.minqing.issue.IssueState.CLOSED)
                .count();
        var section = new Div(
                new H2(text("common.issues")),
                new Paragraph(text("common.progress", page.issues().size(), told, closed)),
                list);
        section.addClassName("section");
        return section;
    }

    private void remove(CommonProblems.Page page, UUID issue) {
        var dialog = new Dialog(text("common.remove.title"));
        dialog.setWidth("30rem");
        dialog.setMaxWidth("100%");
        var reason = new TextArea(text("duplicates.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        dialog.add(reason);
        var submit = new Button(text("common.remove"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("reason", reason);
            var ok = Notices.attempt(fields, () -> problems.remove(page.id(), issue, reason.getValue()));
            submit.setEnabled(true);
            if (ok) {
                dialog.close();
                Notices.success("common.removed");
                show(page.id());
            }
        });
        dialog.getFooter().add(new Button(text("shell.cancel"), e -> dialog.close()), submit);
        dialog.open();
    }

    private Component answer(CommonProblems.Page page) {
        var result = new Select<IssueResult>();
        result.setLabel(text("common.answer.result"));
        result.setItems(IssueResult.values());
        result.setItemLabelGenerator(one -> one == null ? "" : text("issue.result." + one));
        result.setValue(IssueResult.RESOLVED);
        var words = new TextArea(text("common.answer.words"));
        words.setMaxLength(2000);
        words.setMinRows(3);
        words.setRequiredIndicatorVisible(true);
        var evidence = new TextArea(text("common.answer.evidence"));
        evidence.setMaxLength(2000);
        var open = page.issues().stream()
                .filter(one -> one.row().state().onTheClock())
                .count();
        var next = new Paragraph(text("common.answer.next", open));
        next.addClassName("muted");
        var submit = new Button(text("common.answer.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("words", words, "evidence", evidence);
            var answered = new CommonProblems.Answered[1];
            var ok = Notices.attempt(
                    fields,
                    () -> answered[0] =
                            problems.answer(page.id(), result.getValue(), words.getValue(), evidence.getValue()));
            submit.setEnabled(true);
            if (ok) {
                var done = answered[0];
                if (done.skipped().isEmpty()) {
                    Notices.success("common.answered", done.given().size());
                } else {
                    Notices.success(
                            "common.answered.skipped",
                            done.given().size(),
                            String.join(text("shell.listSeparator"), done.skipped()));
                }
                show(page.id());
            }
        });
        var bar = new Div(submit);
        bar.addClassName("action-bar");
        var form = new Div(new H2(text("common.answer")), result, words, evidence, next, bar);
        form.addClassNames("section", "issue-form");
        return form;
    }

    private static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

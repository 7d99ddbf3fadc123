package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.issue.Unsolved;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What could not be solved, for the office of the leading group: what was done about each, and what comes next. */
@Route(value = "unsolved", layout = MainLayout.class)
@Menu(title = "unsolved.title", order = 36, icon = "vaadin:flag-o")
@RolesAllowed({"CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR"})
@StyleSheet("context://styles/issue.css")
class UnsolvedView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int LENGTH = 500;

    private final transient Unsolved unsolved;
    private final transient Drafts drafts;
    private final transient Dates dates;
    private final Div list = new Div();
    private final NativeButton open = new NativeButton(text("unsolved.open"));
    private final NativeButton all = new NativeButton(text("unsolved.all"));
    private final Button more = new Button(text("unsolved.more"));
    private boolean openOnly = true;
    private @Nullable UUID after;

    UnsolvedView(Unsolved unsolved, Drafts drafts, Dates dates) {
        this.unsolved = unsolved;
        this.drafts = drafts;
        this.dates = dates;
        addClassName("page");
        var header = new Div(new H1(text("unsolved.title")), new Paragraph(text("unsolved.lead")));
        header.addClassName("page-header");
        var chips = new Div(open, all);
        chips.addClassName("chips");
        for (var chip : java.util.List.of(open, all)) {
            chip.addClassName("chip");
            chip.addClickListener(e -> {
                openOnly = chip == open;
                reload();
            });
        }
        list.addClassName("inbox");
        more.addClickListener(e -> load());
        add(header, chips, list, more);
        reload();
    }

    private void reload() {
        open.getElement().setAttribute("aria-pressed", String.valueOf(openOnly));
        all.getElement().setAttribute("aria-pressed", String.valueOf(!openOnly));
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = unsolved.page(openOnly, after, PAGE);
        page.lines().forEach(line -> list.add(line(line)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            var empty = new Div(new H3(text("unsolved.empty")), new Paragraph(text("unsolved.empty.next")));
            empty.addClassName("empty");
            list.add(empty);
        }
    }

    private Component line(Unsolved.Line line) {
        var what = new Div(new Anchor("issue/" + line.id(), line.title()));
        what.addClassName("what");
        var where = new Div(
                new Span(line.number() + " · " + line.place() + " · " + line.unit()),
                new Div(new Span(
                        line.followedUp() == null || line.followedUpAt() == null
                                ? text("unsolved.nothing")
                                : text(
                                        "unsolved.last",
                                        dates.when(line.followedUpAt(), IssueTexts.locale()),
                                        line.followedUp()))));
        where.addClassName("where");
        var due = new Div(tag(text("unsolved.why." + line.why())), tag(IssueTexts.state(line.state())));
        due.addClassName("due");
        if (line.settled()) {
            due.add(tag(text("unsolved.settled")));
        } else if (line.nextOn() != null) {
            due.add(new Span(text("unsolved.nextOn", Dates.date(line.nextOn(), IssueTexts.locale()))));
        }
        if (unsolved.mayFollowUp()) {
            var follow = new Button(text("unsolved.follow"), e -> follow(line));
            follow.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            follow.setAriaLabel(text("unsolved.follow") + " " + line.number());
            due.add(follow);
        }
        if (Actors.current().has(Role.LEADING_GROUP) || Actors.current().has(Role.INSPECTOR)) {
            due.add(new Anchor(
                    "supervision?issue=" + line.id() + "&campaign=" + line.campaignId(), text("notice.forIssue")));
        }
        var row = new Div(what, where, due);
        row.addClassName("inbox-row");
        return row;
    }

    private void follow(Unsolved.Line line) {
        var key = "unsolved/" + line.id();
        var dialog = new Dialog(text("unsolved.follow.title", line.number()));
        dialog.setWidth("34rem");
        dialog.setMaxWidth("100%");
        var words = new TextArea(text("unsolved.words"));
        words.setMaxLength(LENGTH);
        words.setMinRows(3);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setManualValidation(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        drafts.load(key).ifPresent(draft -> words.setValue(Kept.text(draft.json())));
        words.addValueChangeListener(e -> drafts.save(key, Kept.json(e.getValue())));
        var nextOn = new DatePicker(text("unsolved.next"));
        nextOn.setLocale(IssueTexts.locale());
        nextOn.setHelperText(text("unsolved.next.help"));
        nextOn.setManualValidation(true);
        dialog.add(new Paragraph(line.title()), words, nextOn);
        if (!line.answer().isBlank()) {
            dialog.addComponentAtIndex(1, new Paragraph(text("unsolved.answer", line.answer())));
        }
        var submit = new Button(text("unsolved.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> {
            Map<String, HasValidation> fields = Map.of("words", words, "nextOn", nextOn);
            var ok = Notices.attempt(fields, () -> unsolved.followUp(line.id(), words.getValue(), nextOn.getValue()));
            submit.setEnabled(true);
            if (ok) {
                drafts.clear(key);
                dialog.close();
                Notices.success("unsolved.done");
                reload();
            }
        });
        dialog.getFooter().add(new Button(text("shell.cancel"), e -> dialog.close()), submit);
        dialog.open();
    }

    private static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    @Override
    public String getPageTitle() {
        return text("unsolved.title");
    }
}

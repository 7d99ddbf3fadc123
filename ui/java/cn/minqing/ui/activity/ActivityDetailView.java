package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityState;
import cn.minqing.activity.ActivityView;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One record of work with its earlier versions; corrected or withdrawn here, receipts printed here. */
@Route("activity/:activityId")
@PermitAll
@StyleSheet("context://styles/visit.css")
@StyleSheet("context://styles/obligation.css")
@StyleSheet("context://styles/issue.css")
class ActivityDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ActivityServices services;
    private String title = "";

    ActivityDetailView(ActivityServices services) {
        this.services = services;
        addClassNames("page", "page-form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        title = getTranslation("activity.title");
        try {
            show(UUID.fromString(event.getRouteParameters().get("activityId").orElse("")));
        } catch (IllegalArgumentException e) {
            event.rerouteToError(NotFoundException.class);
        } catch (UserError e) {
            removeAll();
            var words = new Div(new H2(getTranslation("activity.closed")), new Paragraph(Notices.text(e.message())));
            words.addClassName("empty");
            add(words);
        }
    }

    private void show(UUID id) {
        var activity = services.activities().view(id);
        var current = activity.current();
        title = current.title();
        removeAll();
        var meta = new Div(new Span(activity.kindName()), new Span(activity.campaignName()));
        meta.addClassName("page-meta");
        if (activity.state() != ActivityState.COUNTED) {
            var tag = new Span(getTranslation("activity.state." + activity.state()));
            tag.addClassName("tag");
            meta.add(tag);
        }
        var actions = new Div();
        actions.addClassName("page-actions");
        if (activity.hasReceipts() && activity.state() != ActivityState.WITHDRAWN) {
            actions.add(new DownloadButton(
                    getTranslation("activity.receipts"),
                    Pdf.download(
                            getTranslation("activity.receipts") + " " + current.title(),
                            () -> services.receipts().pdf(id))));
        }
        if (activity.editable()) {
            var correct = new Button(getTranslation("activity.correct"), event -> correct(activity));
            var withdraw = new Button(getTranslation("activity.withdraw"), event -> withdraw(activity));
            withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(correct, withdraw);
        }
        var header = new Div(new H1(title), meta, actions);
        header.addClassName("page-header");
        add(header);
        if (!activity.reason().isEmpty()) {
            var note = new Div(new Span(getTranslation("activity.reason." + activity.state(), activity.reason())));
            note.addClassName("warn-note");
            add(note);
        }
        add(new ActivityFacts(activity, current));
        var helped = services.volunteers().namesIn(activity.id());
        if (!helped.isEmpty()) {
            add(new Paragraph(getTranslation("activity.field.registeredVolunteers") + " " + String.join(", ", helped)));
        }
        activity.versions().stream().skip(1).forEach(version -> {
            var older = new Details(
                    getTranslation(
                            "activity.version",
                            version.number(),
                            version.enteredBy(),
                            Dates.moment(version.enteredAt(), getLocale())),
                    new ActivityFacts(activity, version));
            older.setWidthFull();
            add(older);
        });
        if (!current.reason().isEmpty()) {
            var why = new Paragraph(getTranslation("activity.correctedBecause", current.reason()));
            why.addClassName("muted");
            add(why);
        }
    }

    private void correct(ActivityView activity) {
        var campaign = services.campaigns().get(activity.campaignId());
        var kind = campaign.template().activityKinds().stream()
                .filter(one -> one.code().equals(activity.kind()))
                .findFirst()
                .orElseThrow();
        var form = NewActivityView.form(services, campaign, kind, activity.unitId());
        var key = Ids.next();
        form.setValue(ActivityForm.of(activity, key));
        form.hideRegistered();
        var reason = reason("activity.correct.reason");
        var save = new Button(getTranslation("activity.correct.submit"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(event -> {
            Map<String, HasValidation> fields = new LinkedHashMap<>(form.fields());
            fields.put("reason", reason);
            if (Notices.attempt(
                    fields,
                    () -> services.activities()
                            .correct(
                                    activity.id(),
                                    activity.current().number(),
                                    form.input(key, activity.unitId()),
                                    reason.getValue()))) {
                Notices.success("activity.corrected");
                show(activity.id());
            } else {
                save.setEnabled(true);
            }
        });
        var cancel = new Button(getTranslation("activity.back"), event -> show(activity.id()));
        var bar = new Div(cancel, save);
        bar.addClassName("action-bar");
        removeAll();
        var header = new Div(new H1(
                getTranslation("activity.correctTitle", activity.current().title())));
        header.addClassName("page-header");
        var why = new Section(reason);
        why.addClassName("section");
        add(header, form, why, bar);
    }

    private void withdraw(ActivityView activity) {
        var reason = reason("activity.withdraw.reason");
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("activity.withdraw"));
        dialog.setWidth("30rem");
        dialog.setMaxWidth("100%");
        dialog.add(new Paragraph(getTranslation("activity.withdraw.help")), reason);
        var confirm = new Button(getTranslation("activity.withdraw.submit"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(event -> {
            if (Notices.attempt(
                    Map.of("reason", reason), () -> services.activities().withdraw(activity.id(), reason.getValue()))) {
                dialog.close();
                Notices.success("activity.withdrawnDone");
                show(activity.id());
            } else {
                confirm.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button(getTranslation("activity.back"), event -> dialog.close()), confirm);
        dialog.open();
    }

    private TextArea reason(String key) {
        var reason = new TextArea(getTranslation(key));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setManualValidation(true);
        return reason;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

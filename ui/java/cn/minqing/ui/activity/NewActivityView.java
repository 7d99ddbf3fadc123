package cn.minqing.ui.activity;

import cn.minqing.activity.ActivityInput;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Ask;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Records other work; what is typed is kept until it is handed in. */
@Route("activities/new")
@RolesAllowed({"CADRE", "UNIT_LEADER", "VILLAGE_LEADER", "CAMPAIGN_OFFICE"})
@StyleSheet("context://styles/visit.css")
@StyleSheet("context://styles/obligation.css")
@StyleSheet("context://styles/issue.css")
class NewActivityView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient ActivityServices services;
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<ActivityKind> kind = new Select<>();
    private final Select<Unit> unit = new Select<>();
    private final Div place = new Div();
    private final Span saved = new Span();
    private final Button submit = new Button();
    private transient @Nullable ActivityForm form;
    private UUID key = Ids.next();

    NewActivityView(ActivityServices services) {
        this.services = services;
        addClassNames("page", "page-form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var header = new Div(new H1(getTranslation("activity.new")));
        header.addClassName("page-header");
        add(header);
        var known = services.campaigns().page(null, 50).lines().stream()
                .map(line -> services.campaigns().get(line.id()))
                .filter(one -> !one.template().activityKinds().isEmpty()
                        && !services.activities().kinds(one.id()).isEmpty())
                .toList();
        if (known.isEmpty()) {
            var empty = new Div(
                    new H3(getTranslation("activity.none")), new Paragraph(getTranslation("activity.none.next")));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        campaign.setLabel(getTranslation("due.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(known.size() > 1);
        campaign.setWidthFull();
        kind.setId("activity-kind");
        kind.setLabel(getTranslation("activity.field.kind"));
        kind.setItemLabelGenerator(one -> one == null ? "" : one.name());
        kind.setWidthFull();
        unit.setLabel(getTranslation("activity.field.unit"));
        unit.setItemLabelGenerator(one -> one == null ? "" : one.name());
        unit.setWidthFull();
        campaign.addValueChangeListener(changed -> {
            var kinds = services.activities().kinds(changed.getValue().id());
            kind.setItems(kinds);
            kind.setValue(kinds.getFirst());
        });
        kind.addValueChangeListener(changed -> kindChosen());
        unit.addValueChangeListener(changed -> open());
        saved.addClassName("saved-note");
        saved.getElement().setAttribute("role", "status");
        var note = new Div(saved);
        note.addClassName("action-note");
        submit.setText(getTranslation("activity.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.setDisableOnClick(true);
        submit.addClickListener(clicked -> submit());
        var bar = new Div(note, submit);
        bar.addClassName("action-bar");
        var what = new Div(campaign, kind, unit);
        what.addClassNames("section", "issue-form");
        add(what, place, bar);
        var query = event.getLocation().getQueryParameters();
        campaign.setValue(query.getSingleParameter("campaign")
                .flatMap(id -> known.stream()
                        .filter(one -> one.id().toString().equals(id))
                        .findFirst())
                .orElse(known.getFirst()));
        query.getSingleParameter("kind")
                .flatMap(code -> kind.getListDataView()
                        .getItems()
                        .filter(one -> one.code().equals(code))
                        .findFirst())
                .ifPresent(kind::setValue);
    }

    private void kindChosen() {
        if (kind.getValue() == null) {
            return;
        }
        List<Unit> units = services.activities()
                .units(campaign.getValue().id(), kind.getValue().code());
        unit.clear();
        unit.setItems(units);
        unit.setVisible(units.size() > 1);
        unit.setValue(units.getFirst());
    }

    private void open() {
        if (unit.getValue() == null || kind.getValue() == null) {
            return;
        }
        var next = form(
                services, campaign.getValue(), kind.getValue(), unit.getValue().id());
        key = Ids.next();
        form = next;
        place.removeAll();
        place.add(next);
        saved.setText("");
        services.drafts().load(draft()).ifPresent(kept -> {
            try {
                var before = JSON.readValue(kept.json(), ActivityInput.class);
                key = before.clientKey();
                next.setValue(before);
                saved.setText(
                        getTranslation("activity.restored", services.dates().when(kept.savedAt(), getLocale())));
            } catch (JacksonException e) {
                services.drafts().clear(draft());
            }
        });
        next.onChange(() -> {
            var at = services.drafts()
                    .save(
                            draft(),
                            JSON.writeValueAsString(
                                    next.input(key, unit.getValue().id())));
            saved.setText(getTranslation("activity.saved", services.dates().when(at, getLocale())));
        });
    }

    static ActivityForm form(ActivityServices services, CampaignView campaign, ActivityKind kind, UUID unitId) {
        return new ActivityForm(
                kind,
                campaign,
                unitId,
                services.clock().today(),
                services.areas(),
                services.enterprises(),
                services.participants(),
                services.volunteers(),
                new HouseholdRows(
                        services.households(),
                        campaign.areaCode(),
                        kind.asks().contains(Ask.AMOUNT),
                        kind.asks().contains(Ask.GOODS)));
    }

    private String draft() {
        return "activity/" + campaign.getValue().id() + "/" + kind.getValue().code();
    }

    private void submit() {
        var current = form;
        try {
            if (current == null) {
                return;
            }
            var id = new UUID[1];
            if (Notices.attempt(
                    current.fields(),
                    () -> id[0] = services.volunteers()
                            .record(
                                    campaign.getValue().id(),
                                    current.input(key, unit.getValue().id()),
                                    current.volunteers()))) {
                services.drafts().clear(draft());
                Notices.success("activity.recorded");
                getUI().ifPresent(ui -> ui.navigate("activity/" + id[0]));
            }
        } finally {
            submit.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("activity.new");
    }
}

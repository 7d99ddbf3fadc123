package cn.minqing.ui.supervision;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Unit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.supervision.NewNotice;
import cn.minqing.supervision.NoticeRow;
import cn.minqing.supervision.NoticeSubject;
import cn.minqing.supervision.Reminders;
import cn.minqing.supervision.SelfExamination;
import cn.minqing.supervision.Supervision;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody was reminded of, and the supervision notices they have to do with. */
@StyleSheet("context://styles/supervision.css")
@Route("supervision")
@Menu(title = "supervision.title", order = 40, icon = "vaadin:eye")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER",
    "DEPARTMENT_HANDLER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class SupervisionView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int PAGE = 50;

    private final Supervision supervision;
    private final SelfExamination own;
    private final Reminders reminders;
    private final Dates dates;
    private final Section mine = new Section();
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private final NativeButton open = new NativeButton(text("supervision.open"));
    private final NativeButton all = new NativeButton(text("supervision.all"));
    private boolean openOnly = true;
    private @Nullable UUID after;

    SupervisionView(Supervision supervision, SelfExamination own, Reminders reminders, Dates dates) {
        this.supervision = supervision;
        this.own = own;
        this.reminders = reminders;
        this.dates = dates;
        addClassNames("page", "supervision");
        var campaigns = supervision.campaigns();
        var ask = new Button(text("notice.new"), event -> ask(campaigns).open());
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ask.setVisible(!campaigns.isEmpty());
        var places = own.places();
        var report = new Button(text("own.open"), event -> report(places).open());
        report.setVisible(!places.isEmpty());
        add(Parts.header(text("supervision.title"), "", ask, report));
        mine.addClassName("section");
        add(mine);
        var chips = new Div(open, all);
        chips.addClassName("chips");
        for (var chip : List.of(open, all)) {
            chip.addClassName("chip");
            chip.addClickListener(event -> {
                openOnly = chip == open;
                reload();
            });
        }
        list.addClassName("inbox");
        more.addClickListener(event -> load());
        add(Parts.section("supervision.notices", chips, list, more));
        showReminders();
        reload();
    }

    /** {@code ?issue=} or {@code ?file=} of another page asks for a notice about that. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        for (var type : List.of(NoticeSubject.ISSUE, NoticeSubject.FILE)) {
            parameters
                    .getSingleParameter(type.name().toLowerCase(Locale.ROOT))
                    .ifPresent(id -> about(
                            type, id, parameters.getSingleParameter("campaign").orElse("")));
        }
    }

    private void about(NoticeSubject type, String id, String campaign) {
        try {
            var subject = UUID.fromString(id);
            var running = UUID.fromString(campaign);
            if (supervision.campaigns().stream().anyMatch(one -> one.id().equals(running))) {
                dialog(new LinkedHashMap<>(), () -> running, type, () -> subject)
                        .open();
            }
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void showReminders() {
        mine.removeAll();
        var found = reminders.mine(PAGE);
        mine.setVisible(!found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        mine.add(new com.vaadin.flow.component.html.H2(text("supervision.reminders", found.size())));
        var lines = new Div();
        lines.addClassName("inbox");
        found.forEach(reminder -> lines.add(line(reminder)));
        mine.add(lines);
    }

    private Component line(Reminders.Reminder reminder) {
        var what = new Div(new Anchor(SupervisionNavigation.target(reminder), reminder.subject()));
        what.addClassName("what");
        var where = new Div(new Span(text(
                "supervision.reminder",
                Parts.reason(reminder),
                reminder.source(),
                dates.when(reminder.at(), Parts.locale()))));
        where.addClassName("where");
        var due = new Div(Parts.mark(reminder.colour()));
        due.addClassName("due");
        var seen = new Button(text("supervision.seen"), event -> {
            if (Notices.attempt(() -> reminders.seen(reminder.id()))) {
                showReminders();
            }
        });
        seen.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        seen.setAriaLabel(text("supervision.seenOf", reminder.subject()));
        due.add(seen);
        var line = new Div(what, where, due);
        line.addClassName("inbox-row");
        return line;
    }

    private void reload() {
        open.getElement().setAttribute("aria-pressed", String.valueOf(openOnly));
        all.getElement().setAttribute("aria-pressed", String.valueOf(!openOnly));
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = supervision.page(openOnly, after, PAGE);
        page.rows().forEach(row -> list.add(line(row)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("supervision.empty"));
        }
    }

    private Component line(NoticeRow row) {
        var what = new Div(new Span(row.subject()));
        what.addClassName("what");
        var where = new Div(new Span(String.join(" · ", row.number(), row.unit(), row.reason())));
        where.addClassName("where");
        var due = new Div(Parts.tag(text("notice.state." + row.state())));
        due.addClassName("due");
        if (row.due() != null && !row.state().ended()) {
            due.add(new Span(dates.due(row.due(), Parts.locale())));
        }
        var line = new Anchor("supervision/" + row.id(), "");
        line.addClassName("inbox-row");
        line.add(what, where, due);
        return line;
    }

    /** What a unit found wrong with its own way of working (S2.8). */
    private FormDialog report(List<SelfExamination.Place> places) {
        var key = Ids.next();
        var place = new Select<SelfExamination.Place>();
        place.setLabel(text("own.place"));
        place.setItems(places);
        place.setItemLabelGenerator(
                one -> one.campaign().name() + " · " + one.unit().name());
        place.setWidthFull();
        place.setValue(places.getFirst());
        var problem = Parts.area("own.problem", 500);
        var measure = Parts.area("own.measure", 500);
        var due = due();
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("place", place);
        fields.put("problem", problem);
        fields.put("measure", measure);
        fields.put("due", due);
        return new FormDialog(
                "notice.own",
                fields,
                () -> own.register(
                        key,
                        place.getValue().campaign().id(),
                        place.getValue().unit().id(),
                        problem.getValue(),
                        measure.getValue(),
                        due.getValue()),
                this::reload);
    }

    private static DatePicker due() {
        var due = new DatePicker(text("notice.field.due"));
        due.setLocale(Parts.locale());
        due.setManualValidation(true);
        return due;
    }

    private FormDialog ask(List<CampaignView> campaigns) {
        var campaign = new Select<CampaignView>();
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setWidthFull();
        var unit = new Select<Unit>();
        unit.setLabel(text("notice.field.unit"));
        unit.setItemLabelGenerator(Unit::name);
        unit.setWidthFull();
        campaign.addValueChangeListener(
                event -> unit.setItems(supervision.units(event.getValue().id())));
        campaign.setValue(campaigns.getFirst());
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("campaign", campaign);
        fields.put("unit", unit);
        return dialog(
                fields,
                () -> campaign.getValue().id(),
                NoticeSubject.UNIT,
                () -> unit.getValue() == null ? null : unit.getValue().id());
    }

    private FormDialog dialog(
            Map<String, HasValidation> fields,
            Supplier<UUID> campaign,
            NoticeSubject type,
            Supplier<@Nullable UUID> subject) {
        var reason = Parts.area("notice.field.reason", 500);
        var requirement = Parts.area("notice.field.requirement", 500);
        requirement.setHelperText(text("notice.field.requirement.help"));
        var due = due();
        fields.put("reason", reason);
        fields.put("requirement", requirement);
        fields.put("due", due);
        return new FormDialog(
                "notice.ask." + type,
                fields,
                () -> {
                    var chosen = subject.get();
                    if (chosen == null) {
                        throw UserError.invalid(Map.of("unit", UserError.Message.of("supervision.missing.unit")));
                    }
                    supervision.request(new NewNotice(
                            campaign.get(), type, chosen, reason.getValue(), requirement.getValue(), due.getValue()));
                },
                this::reload);
    }

    @Override
    public String getPageTitle() {
        return text("supervision.title");
    }
}

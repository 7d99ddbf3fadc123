package cn.minqing.ui.duty;

import static cn.minqing.ui.component.PageParts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.duty.Duty;
import cn.minqing.duty.DutyPaper;
import cn.minqing.duty.DutyState;
import cn.minqing.duty.Rosters;
import cn.minqing.duty.Swaps;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.FieldDialog;
import cn.minqing.ui.component.PageParts;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster of duty: one's own turns first, everybody's on demand; drafted and published by the office. */
@StyleSheet("context://styles/duty.css")
@Route("duty")
@Menu(title = "duty.title", order = 24, icon = "vaadin:calendar-user")
@RolesAllowed({
    "CADRE",
    "UNIT_LEADER",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR"
})
class DutyView extends Div implements HasDynamicTitle {
    private static final int PAGE = 40;
    private static final int EXCEL_PAGE = 500;

    private final Rosters rosters;
    private final Swaps swaps;
    private final DutyPaper paper;
    private final Dates dates;
    private final AppClock clock;
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<Map.Entry<String, String>> village = new Select<>();
    private final DatePicker from = new DatePicker();
    private final NativeButton mine = new NativeButton(text("duty.chip.mine"));
    private final NativeButton all = new NativeButton(text("duty.chip.all"));
    private final Div actions = new Div();
    private final Div list = new Div();
    private final Button more = new Button(text("duty.more"));
    private boolean mineOnly;
    private @Nullable Duty after;

    DutyView(Rosters rosters, Swaps swaps, DutyPaper paper, Dates dates, AppClock clock) {
        this.rosters = rosters;
        this.swaps = swaps;
        this.paper = paper;
        this.dates = dates;
        this.clock = clock;
        addClassNames("page", "duty");
        add(PageParts.header(text("duty.title"), text("duty.rule")));
        var campaigns = rosters.campaigns();
        if (campaigns.isEmpty()) {
            add(PageParts.empty("duty.noCampaign"));
            return;
        }
        campaign.setLabel(text("duty.campaign"));
        campaign.setItems(campaigns);
        campaign.setItemLabelGenerator(one -> one == null ? "" : one.name());
        campaign.setVisible(campaigns.size() > 1);
        village.setLabel(text("duty.village"));
        village.setItemLabelGenerator(entry -> entry == null ? text("duty.village.all") : entry.getValue());
        village.setEmptySelectionAllowed(true);
        village.setEmptySelectionCaption(text("duty.village.all"));
        from.setLabel(text("duty.from"));
        from.setLocale(PageParts.locale());
        from.setValue(clock.today());
        var fields = new Div(campaign, village, from);
        fields.addClassName("form-row");
        var chips = new Div(mine, all);
        chips.addClassName("chips");
        mine.addClassName("chip");
        all.addClassName("chip");
        mineOnly = Actors.current().has(Role.CADRE);
        mine.setVisible(mineOnly);
        mine.addClickListener(event -> show(true));
        all.addClickListener(event -> show(false));
        actions.addClassName("page-actions");
        list.addClassName("inbox");
        more.addClickListener(event -> load());
        add(actions, fields, chips, list, more);
        campaign.addValueChangeListener(event -> chosen());
        village.addValueChangeListener(event -> reload());
        from.addValueChangeListener(event -> reload());
        campaign.setValue(campaigns.getFirst());
    }

    private void show(boolean onlyMine) {
        mineOnly = onlyMine;
        reload();
    }

    private void chosen() {
        village.setItems(rosters.villages(campaign.getValue().id()).entrySet());
        showActions();
        reload();
    }

    private void showActions() {
        actions.removeAll();
        var id = campaign.getValue().id();
        if (rosters.isOffice(id)) {
            var draft = new Button(text("duty.draft"), event -> draft(id));
            draft.setDisableOnClick(true);
            var publish = new Button(text("duty.publish"), event -> publish(id));
            publish.setDisableOnClick(true);
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(draft, publish);
        }
        actions.add(
                new DownloadButton(text("duty.print"), Pdf.download(text("duty.title"), () -> paper.pdf(filter()))),
                new DownloadButton(
                        text("duty.excel"), Excel.download(text("duty.title"), columns(), this::everything)));
    }

    private void draft(UUID id) {
        if (Notices.attempt(() -> {
            var drafted = rosters.draft(id);
            Notices.success(
                    drafted.empty().isEmpty() ? "duty.draft.done" : "duty.draft.lacking",
                    drafted.turns(),
                    String.join(" ", drafted.empty()));
        })) {
            mineOnly = false;
        }
        chosen();
    }

    private void publish(UUID id) {
        if (Notices.attempt(() -> rosters.publish(id))) {
            Notices.success("duty.publish.done");
        }
        chosen();
    }

    private Rosters.Filter filter() {
        return new Rosters.Filter(
                campaign.getValue().id(),
                village.getValue() == null ? "" : village.getValue().getKey(),
                mineOnly ? Actors.current().id() : null,
                from.getValue() == null ? clock.today() : from.getValue(),
                null);
    }

    private Iterator<Duty> everything() {
        var filter = filter();
        return Excel.paged(last -> rosters.page(filter, last, EXCEL_PAGE).turns());
    }

    private List<Excel.Column<Duty>> columns() {
        return List.of(
                Excel.Column.of(text("duty.column.day"), 14, Duty::day),
                Excel.Column.of(text("duty.column.weekday"), 10, duty -> weekday(duty)),
                Excel.Column.of(text("duty.column.place"), 28, Duty::place),
                Excel.Column.of(text("duty.column.person"), 14, Duty::person),
                Excel.Column.of(text("duty.column.unit"), 24, Duty::unit),
                Excel.Column.of(text("duty.column.leader"), 12, duty -> duty.leader() ? text("duty.leader") : ""),
                Excel.Column.of(text("duty.column.state"), 14, DutyView::state),
                Excel.Column.of(text("duty.column.visitors"), 10, Duty::visitors),
                Excel.Column.of(text("duty.column.words"), 50, Duty::words));
    }

    private static String weekday(Duty duty) {
        return duty.day().getDayOfWeek().getDisplayName(java.time.format.TextStyle.SHORT, PageParts.locale());
    }

    private static String state(Duty duty) {
        if (duty.state() == DutyState.OPEN && duty.missed()) {
            return text("duty.state.MISSED");
        }
        return text("duty.state." + duty.state()) + (duty.late() ? text("duty.late") : "");
    }

    private void reload() {
        mine.getElement().setAttribute("aria-pressed", String.valueOf(mineOnly));
        all.getElement().setAttribute("aria-pressed", String.valueOf(!mineOnly));
        list.removeAll();
        after = null;
        load();
        if (list.getComponentCount() == 0) {
            list.add(PageParts.empty(mineOnly ? "duty.emptyMine" : "duty.empty"));
        }
    }

    private void load() {
        var page = rosters.page(filter(), after, PAGE);
        page.turns().forEach(duty -> list.add(line(duty)));
        after = page.next();
        more.setVisible(after != null);
    }

    private Component line(Duty duty) {
        var what = new Div(new Span(dates.day(duty.day(), PageParts.locale())));
        if (duty.leader()) {
            what.add(PageParts.tag(text("duty.leader")));
        }
        what.addClassName("what");
        var where = new Div(new Span(duty.place() + " · " + duty.person() + " · " + duty.unit()));
        if (!duty.words().isEmpty()) {
            where.add(new Div(new Span(duty.words())));
        }
        where.addClassName("where");
        var right = new Div(PageParts.tag(state(duty)));
        right.addClassName("due");
        var ahead = duty.state() == DutyState.PLANNED && duty.day().isAfter(clock.today());
        if (ahead && duty.personId().equals(Actors.current().id())) {
            right.add(new Button(text("duty.swap"), event -> swap(duty).open()));
        }
        if ((ahead || duty.state() == DutyState.DRAFT || duty.state() == DutyState.OPEN && !duty.missed())
                && rosters.manages(duty)) {
            right.add(new Button(text("duty.change"), event -> change(duty).open()));
        }
        var line = new Div(what, where, right);
        line.addClassName("inbox-row");
        return line;
    }

    private FieldDialog change(Duty duty) {
        var person = sitters(duty);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("person", person);
        return new FieldDialog(
                "duty.changing",
                fields,
                () -> rosters.change(
                        duty.id(), duty.personId(), required(person).personId()),
                this::reload);
    }

    private FieldDialog swap(Duty duty) {
        var person = sitters(duty);
        var other = new Select<Duty>();
        other.setLabel(text("duty.swap.other"));
        other.setHelperText(text("duty.swap.other.help"));
        other.setEmptySelectionAllowed(true);
        other.setEmptySelectionCaption(text("duty.swap.none"));
        other.setItemLabelGenerator(
                one -> one == null ? text("duty.swap.none") : dates.day(one.day(), PageParts.locale()));
        other.setWidthFull();
        person.addValueChangeListener(event -> other.setItems(
                event.getValue() == null
                        ? List.of()
                        : swaps.exchangeable(duty.id(), event.getValue().personId())));
        var words = new TextField(text("duty.swap.words"));
        words.setMaxLength(Swaps.WORDS);
        words.setWidthFull();
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("person", person);
        fields.put("other", other);
        fields.put("words", words);
        return new FieldDialog(
                "duty.swapping",
                fields,
                () -> swaps.ask(
                        duty.id(),
                        required(person).personId(),
                        other.getValue() == null ? null : other.getValue().id(),
                        words.getValue()),
                this::reload);
    }

    private Select<Rosters.Sitter> sitters(Duty duty) {
        var person = new Select<Rosters.Sitter>();
        person.setLabel(text("duty.person"));
        person.setItems(new ArrayList<>(rosters.candidates(duty.id())));
        person.setItemLabelGenerator(one -> one == null ? "" : text("duty.person.line", one.name(), one.turns()));
        person.setWidthFull();
        return person;
    }

    private static Rosters.Sitter required(Select<Rosters.Sitter> person) {
        if (person.getValue() == null) {
            throw UserError.invalid(Map.of("person", UserError.Message.of("duty.person")));
        }
        return person.getValue();
    }

    @Override
    public String getPageTitle() {
        return text("duty.title");
    }
}

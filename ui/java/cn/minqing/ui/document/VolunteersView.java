package cn.minqing.ui.document;

import static cn.minqing.ui.supervision.Parts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.platform.Ids;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Excel;
import cn.minqing.ui.shell.Excel.Column;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.supervision.FormDialog;
import cn.minqing.ui.supervision.Parts;
import cn.minqing.volunteer.NewVolunteer;
import cn.minqing.volunteer.VolunteerKind;
import cn.minqing.volunteer.VolunteerView;
import cn.minqing.volunteer.Volunteers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enterprises and persons who joined a campaign, whom they help, and how often they have helped (S9.10). */
@StyleSheet("context://styles/supervision.css")
@Route("volunteers")
@Menu(title = "volunteer.list", order = 49, icon = "vaadin:heart")
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
class VolunteersView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int FOUND = 30;

    private final transient Volunteers volunteers;
    private final transient Households households;
    private final transient Areas areas;
    private final transient Dates dates;
    private final Select<CampaignView> campaign = new Select<>();
    private final Div list = new Div();
    private final Button more = new Button(text("supervision.more"));
    private @Nullable UUID after;

    VolunteersView(Volunteers volunteers, Campaigns campaigns, Households households, Areas areas, Dates dates) {
        this.volunteers = volunteers;
        this.households = households;
        this.areas = areas;
        this.dates = dates;
        addClassNames("page", "supervision");
        var known = campaigns.page(null, PAGE).lines().stream()
                .map(line -> campaigns.get(line.id()))
                .toList();
        var registering = volunteers.registeringIn();
        var register =
                new Button(text("volunteer.new"), event -> register(registering).open());
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        register.setVisible(!registering.isEmpty());
        var excel = new DownloadButton(
                text("document.excel"), Excel.download(text("volunteer.list"), columns(), this::rows));
        excel.setVisible(!known.isEmpty());
        campaign.setLabel(text("notice.field.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(known.size() > 1);
        campaign.addValueChangeListener(event -> reload());
        more.addClickListener(event -> load());
        add(Parts.header(text("volunteer.list"), text("volunteer.rule"), excel, register), campaign, list, more);
        if (known.isEmpty()) {
            more.setVisible(false);
            list.add(Parts.empty("volunteer.empty"));
        } else {
            campaign.setValue(known.getFirst());
        }
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var page = volunteers.page(campaign.getValue().id(), after, PAGE);
        page.volunteers().forEach(one -> list.add(line(one)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(Parts.empty("volunteer.empty"));
        }
    }

    private Component line(VolunteerView one) {
        var what = new Div(new Span(one.name()));
        what.addClassName("what");
        what.add(Parts.tag(text("volunteer.kind." + one.kind())));
        if (one.leftOn() != null) {
            what.add(Parts.tag(text("volunteer.leftOn", dates.day(one.leftOn(), Parts.locale()))));
        }
        var where = new Div(new Span(String.join(
                " · ",
                Stream.of(one.offer(), one.phone(), text("volunteer.helped", one.helped()))
                        .filter(words -> !words.isEmpty())
                        .toList())));
        where.addClassName("where");
        var due = new Div();
        due.addClassName("due");
        one.links().forEach(link -> due.add(link(one, link)));
        if (one.mine() && one.leftOn() == null) {
            due.add(
                    new Button(text("volunteer.area"), event -> area(one).open()),
                    new Button(
                            text("volunteer.household"), event -> household(one).open()),
                    new Button(
                            text("volunteer.leave"),
                            event -> Notices.attempt(() -> {
                                volunteers.leave(one.id());
                                Notices.success("volunteer.leave.done");
                                reload();
                            })));
        }
        var row = new Div(what, where, due);
        row.addClassName("inbox-row");
        return row;
    }

    private Component link(VolunteerView one, VolunteerView.Link link) {
        var shown = new Span(text("volunteer.link", link.words(), dates.day(link.from(), Parts.locale())));
        if (!one.mine()) {
            return shown;
        }
        var end = new Button(
                text("volunteer.link.end"),
                event -> Notices.attempt(() -> {
                    volunteers.endLink(one.id(), link.id());
                    reload();
                }));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new Div(shown, end);
    }

    private FormDialog register(List<CampaignView> campaigns) {
        var into = new Select<CampaignView>();
        into.setLabel(text("notice.field.campaign"));
        into.setItems(campaigns);
        into.setItemLabelGenerator(CampaignView::name);
        into.setValue(campaigns.getFirst());
        into.setWidthFull();
        var kind = new Select<VolunteerKind>();
        kind.setLabel(text("volunteer.kind"));
        kind.setItems(VolunteerKind.values());
        kind.setItemLabelGenerator(item -> text("volunteer.kind." + item));
        kind.setValue(VolunteerKind.PERSON);
        var name = field("volunteer.name", Volunteers.NAME);
        var phone = field("volunteer.phone", Volunteers.PHONE);
        var offer = Parts.area("volunteer.offer", Volunteers.OFFER);
        var fields = new LinkedHashMap<String, HasValidation>();
        fields.put("campaign", into);
        fields.put("kind", kind);
        fields.put("name", name);
        fields.put("phone", phone);
        fields.put("offer", offer);
        var key = Ids.next();
        return new FormDialog(
                "volunteer.register",
                fields,
                () -> volunteers.register(new NewVolunteer(
                        key,
                        into.getValue().id(),
                        kind.getValue(),
                        name.getValue(),
                        phone.getValue(),
                        offer.getValue())),
                this::reload);
    }

    private static TextField field(String key, int most) {
        var field = new TextField(text(key));
        field.setMaxLength(most);
        field.setWidthFull();
        field.setManualValidation(true);
        return field;
    }

    private FormDialog area(VolunteerView one) {
        var places = areas.within(campaign.getValue().areaCode(), AreaLevel.VILLAGE);
        var area = new ComboBox<Area>(text("volunteer.village"));
        area.setItems(places);
        area.setItemLabelGenerator(Area::name);
        area.setWidthFull();
        if (!places.isEmpty()) {
            area.setValue(places.getFirst());
        }
        return new FormDialog(
                "volunteer.help",
                Map.of("area", area),
                () -> volunteers.helpArea(one.id(), area.getValue().id()),
                this::reload);
    }

    private FormDialog household(VolunteerView one) {
        var home = new ComboBox<HouseholdSummary>(text("activity.household"));
        home.setHelperText(text("activity.household.help"));
        home.setItemLabelGenerator(found -> found.place() + " " + found.number() + " " + found.headName());
        home.setItems(DataProvider.fromFilteringCallbacks(
                this::found, query -> (int) found(query).count()));
        home.setWidthFull();
        return new FormDialog(
                "volunteer.help",
                Map.of("household", home),
                () -> {
                    if (home.getValue() != null) {
                        volunteers.helpHousehold(one.id(), home.getValue().id());
                    }
                },
                this::reload);
    }

    private Stream<HouseholdSummary> found(Query<HouseholdSummary, String> query) {
        var filter = new HouseholdFilter(
                campaign.getValue().areaCode(), query.getFilter().orElse(""), "", false);
        return households.page(filter, null, FOUND).items().stream()
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private List<Column<VolunteerView>> columns() {
        return List.of(
                Column.of(text("volunteer.name"), 20, VolunteerView::name),
                Column.of(text("volunteer.kind"), 10, one -> text("volunteer.kind." + one.kind())),
                Column.of(text("volunteer.phone"), 16, VolunteerView::phone),
                Column.of(text("volunteer.offer"), 40, VolunteerView::offer),
                Column.of(text("volunteer.joinedOn"), 12, VolunteerView::joinedOn),
                Column.of(
                        text("volunteer.links"),
                        40,
                        one -> one.links().stream()
                                .map(VolunteerView.Link::words)
                                .collect(Collectors.joining(", "))),
                Column.of(text("volunteer.times"), 10, VolunteerView::helped));
    }

    private Iterator<VolunteerView> rows() {
        var all = new ArrayList<VolunteerView>();
        UUID next = null;
        do {
            var page = volunteers.page(campaign.getValue().id(), next, 1000);
            all.addAll(page.volunteers());
            next = page.next();
        } while (next != null);
        return all.iterator();
    }

    @Override
    public String getPageTitle() {
        return text("volunteer.list");
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.campaign.Handovers;
import cn.minqing.campaign.Phase;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.ui.shell.MainLayout;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.FileState;
import cn.minqing.visit.FileStatus;
import cn.minqing.visit.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in contact with which household, as far as the person may see it. */
@Route(CampaignNavigation.CONTACTS)
@RolesAllowed({"CADRE", "UNIT_LEADER", "CAMPAIGN_OFFICE", "LEADING_GROUP", "INSPECTOR"})
@StyleSheet("context://styles/campaign.css")
class ContactsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Campaigns campaigns;
    private final transient Contacts contacts;
    private final transient Handovers handovers;
    private final transient Visits visits;
    private final transient ContactWords words;
    private final transient CardsDownload cards;

    private final Select<UUID> unit = new Select<>();
    private final Select<String> group = new Select<>();
    private final Select<Progress> progress = new Select<>();
    private final TextField text = new TextField();
    private final Span count = new Span();
    private final Div actions = new Div();
    private final ContactList list = new ContactList(this::household);
    private final Map<UUID, String> units = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private transient List<Contacts.Line> lines = List.of();
    private transient Map<UUID, FileStatus> statuses = Map.of();
    private @Nullable CampaignView campaign;
    private String title = "";

    /** How far the visits of a household have come, as a filter. */
    enum Progress {
        NOT_VISITED,
        VISITED,
        COMPLETE
    }

    ContactsView(
            Campaigns campaigns,
            Contacts contacts,
            Handovers handovers,
            Visits visits,
            ContactWords words,
            CardsDownload cards) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.handovers = handovers;
        this.visits = visits;
        this.words = words;
        this.cards = cards;
        addClassName("page");
        setId("contacts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var shown = campaigns.view(Routes.campaign(event));
        campaign = shown;
        title = getTranslation("campaigns.contacts.title") + " · " + shown.name();
        load(shown);
        var wanted = event.getLocation().getQueryParameters();
        build(shown);
        wanted.getSingleParameter("unit")
                .flatMap(ContactsView::uuid)
                .filter(units::containsKey)
                .ifPresent(unit::setValue);
        wanted.getSingleParameter("group").filter(groups::containsKey).ifPresent(group::setValue);
        wanted.getSingleParameter("show").flatMap(ContactsView::progress).ifPresent(progress::setValue);
        wanted.getSingleParameter("q").ifPresent(text::setValue);
        show();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Progress> progress(String name) {
        return List.of(Progress.values()).stream()
                .filter(value -> value.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst();
    }

    private void load(CampaignView of) {
        lines = contacts.lines(of.id(), null);
        statuses = of.phase() == Phase.MOBILIZATION
                ? Map.of()
                : visits.statuses(lines.stream()
                        .map(Contacts.Line::contact)
                        .map(Contact::id)
                        .toList());
        units.clear();
        groups.clear();
        lines.forEach(line -> units.put(line.contact().unitId(), line.unitName()));
        lines.stream()
                .sorted(java.util.Comparator.comparing(line -> line.household().groupCode()))
                .forEach(line -> groups.put(line.household().groupCode(), words.place(of, line.place())));
    }

    private void build(CampaignView of) {
        count.getElement().setAttribute("role", "status");
        count.setId("contacts-count");
        var meta = new Div(Pieces.link(CampaignNavigation.overview(of.id()), of.name()), count);
        meta.addClassName("page-meta");
        actions.addClassName("page-actions");
        actions.removeAll();
        var header = new Div(new H1(getTranslation("campaigns.contacts.title")), meta, actions);
        header.addClassName("page-header");
        add(header);
        if (of.phase() == Phase.ARCHIVED) {
            add(Pieces.note("info-note", getTranslation("campaigns.archived")));
        }

        unit.setId("contacts-unit");
        unit.setLabel(getTranslation("campaigns.contacts.byUnit"));
        unit.setItems(units.keySet());
        unit.setEmptySelectionAllowed(true);
        unit.setEmptySelectionCaption(getTranslation("campaigns.contacts.allUnits"));
        unit.setItemLabelGenerator(
                id -> id == null ? getTranslation("campaigns.contacts.allUnits") : units.getOrDefault(id, ""));
        unit.setVisible(units.size() > 1);
        group.setId("contacts-group");
        group.setLabel(getTranslation("campaigns.contacts.byGroup"));
        group.setItems(groups.keySet());
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(getTranslation("campaigns.contacts.allGroups"));
        group.setItemLabelGenerator(
                code -> code == null ? getTranslation("campaigns.contacts.allGroups") : groups.getOrDefault(code, ""));
        group.setVisible(groups.size() > 1);
        progress.setId("contacts-progress");
        progress.setLabel(getTranslation("campaigns.contacts.progress"));
        progress.setItems(Progress.values());
        progress.setEmptySelectionAllowed(true);
        progress.setEmptySelectionCaption(getTranslation("campaigns.contacts.allProgress"));
        progress.setItemLabelGenerator(one ->
                getTranslation(one == null ? "campaigns.contacts.allProgress" : "campaigns.contacts.progress." + one));
        progress.setVisible(!statuses.isEmpty());
        text.setId("contacts-text");
        text.setLabel(getTranslation("campaigns.contacts.filter"));
        text.setPlaceholder(getTranslation("campaigns.contacts.filter.help"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        List.of(unit, group, progress)
                .forEach(field -> field.addValueChangeListener(event -> {
                    if (event.isFromClient()) {
                        show();
                    }
                }));
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                show();
            }
        });
        var fields = new Div(text, unit, group, progress);
        fields.addClassName("campaign-filters");
        fields.setVisible(lines.size() > 5);
        add(fields, list);
    }

    private List<Contacts.Line> filtered() {
        return lines.stream()
                .filter(line ->
                        unit.getValue() == null || line.contact().unitId().equals(unit.getValue()))
                .filter(line ->
                        group.getValue() == null || line.household().groupCode().equals(group.getValue()))
                .filter(line -> progress.getValue() == null || is(line, progress.getValue()))
                .toList();
    }

    private boolean is(Contacts.Line line, Progress wanted) {
        var status = statuses.get(line.contact().id());
        return switch (wanted) {
            case NOT_VISITED -> status == null || status.visits() == 0;
            case VISITED -> status != null && status.visits() > 0;
            case COMPLETE ->
                status != null && (status.state() == FileState.COMPLETE || status.state() == FileState.CHECKED);
        };
    }

    private void show() {
        var of = campaign;
        if (of == null) {
            return;
        }
        var some = filtered();
        var shown = list.show(some, text.getValue());
        count.setText(
                shown == lines.size()
                        ? getTranslation("campaigns.contacts.all", shown)
                        : getTranslation("campaigns.contacts.found", shown, lines.size()));
        actions.removeAll();
        if (lines.isEmpty()) {
            return;
        }
        var actor = Actors.current();
        var all = actor.has(Role.CAMPAIGN_OFFICE, of.hostUnitId()) || actor.has(Role.LEADING_GROUP, of.hostUnitId());
        var led = units.keySet().stream()
                .filter(id -> actor.has(Role.UNIT_LEADER, id))
                .toList();
        var printed = unit.getValue() != null ? unit.getValue() : led.size() == 1 && !all ? led.getFirst() : null;
        var issued = lines.stream().anyMatch(line -> !line.contact().cardCode().isEmpty());
        if (issued && (all || printed != null && led.contains(printed))) {
            actions.add(cards.button(this, of.id(), printed));
        }
        actions.add(words.excel(this, of, this::filtered));
        if (!led.isEmpty() && of.phase() != Phase.ARCHIVED) {
            var handover = new Button(getTranslation("campaigns.handover.request"), event -> requestHandover(of, led));
            handover.setId("handover-request");
            actions.add(handover);
        }
    }

    private void requestHandover(CampaignView of, List<UUID> led) {
        var own = lines.stream()
                .filter(line -> led.contains(line.contact().unitId()))
                .toList();
        new HandoverDialog(of, words, own, (person, contactIds, reason) -> {
                    handovers.requestHandover(of.id(), person, contactIds, reason);
                    Notices.success("campaigns.handover.requested");
                    MainLayout.refresh();
                })
                .open();
    }

    private Component household(Contacts.Line line) {
        var of = campaign;
        var name = of == null ? line.household().headName() : words.household(this, of, line);
        Anchor link = Pieces.link("household/" + line.household().id(), name);
        link.addClassName("campaign-home");
        var status = statuses.get(line.contact().id());
        if (status != null) {
            var state = status.state() == FileState.OPEN && status.visits() > 0
                    ? "VISITED"
                    : status.state().name();
            link.add(Pieces.span("tag", getTranslation("campaigns.file." + state)));
        }
        return link;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

package cn.minqing.ui.campaign;

import cn.minqing.campaign.Assignments;
import cn.minqing.campaign.Balances;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.ui.shell.Notices;
import cn.minqing.ui.shell.TaskPage;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 核对调整联系户: what the rule assigned, changed by hand where it must be, then sent to the units. */
@Component
class AdjustContactsTask implements TaskPage {
    /** So many hits are shown at a time. */
    private static final int PAGE = 100;

    private final Campaigns campaigns;
    private final Assignments assignments;
    private final Balances balances;
    private final Contacts contacts;
    private final ContactWords words;
    private final PointsPanel pointsPanel;

    AdjustContactsTask(
            Campaigns campaigns,
            Assignments assignments,
            Balances balances,
            Contacts contacts,
            ContactWords words,
            PointsPanel pointsPanel) {
        this.campaigns = campaigns;
        this.assignments = assignments;
        this.balances = balances;
        this.contacts = contacts;
        this.words = words;
        this.pointsPanel = pointsPanel;
    }

    @Override
    public Set<String> elements() {
        return Set.of("campaign.userTask_adjustContacts");
    }

    @Override
    public com.vaadin.flow.component.Component open(WorkItem item, Runnable done) {
        return new Panel(item, done);
    }

    @StyleSheet("context://styles/campaign.css")
    private final class Panel extends Div {
        private final WorkItem item;
        private final CampaignView campaign;
        private final Div invariant = new Div();
        private final Div objections = new Div();
        private final Div missed = new Div();
        private final TextField filter = new TextField();
        private final Div found = new Div();
        private final UnitDetails units = new UnitDetails(this::fill);
        private final ContactList hits = new ContactList(this::household);
        private final Div more = new Div();
        private final Map<UUID, Balances.UnitBalance> balance = new LinkedHashMap<>();
        private final Map<UUID, String> names = new LinkedHashMap<>();
        private Balances.Coverage coverage;

        Panel(WorkItem item, Runnable done) {
            this.item = item;
            this.campaign = campaigns.view(item.subjectId());
            addClassNames("page", "campaign-task");
            setId("task-adjust-contacts");
            invariant.setId("contacts-invariant");
            invariant.getElement().setAttribute("role", "status");
            filter.setId("contacts-filter");
            filter.setLabel(getTranslation("campaigns.contacts.filter"));
            filter.setPlaceholder(getTranslation("campaigns.contacts.filter.help"));
            filter.setClearButtonVisible(true);
            filter.setValueChangeMode(ValueChangeMode.LAZY);
            filter.addValueChangeListener(event -> search());
            more.addClassName("inbox-more");
            found.addClassName("muted");
            found.getElement().setAttribute("role", "status");

            var finish = new Button(getTranslation("campaigns.adjust.finish"), event -> {
                if (Notices.attempt(() -> assignments.finishAdjusting(item.id()))) {
                    Notices.success("campaigns.adjust.done");
                    done.run();
                }
                event.getSource().setEnabled(true);
            });
            finish.setId("contacts-finish");
            finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            finish.setDisableOnClick(true);
            var bar = new Div(
                    Pieces.span("action-note", getTranslation("campaigns.adjust.next")),
                    words.excel(this, campaign, () -> contacts.lines(campaign.id(), null)),
                    finish);
            bar.addClassName("action-bar");
            add(
                    invariant,
                    objections,
                    missed,
                    Pieces.section(
                            getTranslation("campaigns.adjust.heading"),
                            Pieces.muted(getTranslation("campaigns.adjust.help")),
                            filter,
                            found,
                            hits,
                            more,
                            units),
                    Pieces.sectionWith(
                            getTranslation("campaigns.points.heading"),
                            pointsPanel.annex(this, campaign),
                            pointsPanel.ofAll(campaign)),
                    bar);
            balances.balance(campaign.id()).units().forEach(this::remember);
            coverage = balances.coverage(campaign.id());
            units.show(balance.values().stream().map(this::entry).toList());
            showState();
            search();
        }

        private void remember(Balances.UnitBalance unit) {
            balance.put(unit.unitId(), unit);
            names.put(unit.unitId(), unit.unitName());
        }

        private UnitDetails.Entry entry(Balances.UnitBalance unit) {
            return new UnitDetails.Entry(
                    unit.unitId(),
                    unit.unitName(),
                    getTranslation("campaigns.contacts.unit", unit.cadres(), unit.households()));
        }

        private void showState() {
            showInvariant();
            showObjections();
            showMissed();
        }

        /** What a change by hand concerns is fetched again, and nothing else. */
        private void changed(Balances.Load... loads) {
            coverage = balances.coverageAfter(
                    campaign.id(),
                    coverage,
                    Stream.of(loads).map(Balances.Load::personId).toList());
            Stream.of(loads)
                    .map(Balances.Load::unitId)
                    .distinct()
                    .forEach(id -> balances.balance(campaign.id(), id).units().forEach(unit -> {
                        remember(unit);
                        units.refresh(entry(unit));
                    }));
            showState();
            search();
        }

        private void fill(UUID unitId, Div content) {
            ContactList.rows(
                    content,
                    ContactList.cadres(
                            contacts.lines(campaign.id(), unitId),
                            balances.balance(campaign.id(), unitId).loads()),
                    this::household);
        }

        /** 村不漏组、组不漏户、户不漏人, as one sentence that is true or says what is not (S1.2). */
        private void showInvariant() {
            var least = balance.values().stream()
                    .mapToInt(Balances.UnitBalance::least)
                    .min()
                    .orElse(0);
            var most = balance.values().stream()
                    .mapToInt(Balances.UnitBalance::most)
                    .max()
                    .orElse(0);
            var each =
                    getTranslation(least == most ? "campaigns.adjust.eachSame" : "campaigns.adjust.each", least, most);
            invariant.setClassName(coverage.complete() ? "info-note" : "warn-note");
            if (!coverage.everyHousehold()) {
                showRule(each);
                return;
            }
            invariant.setText(
                    coverage.complete()
                            ? getTranslation(
                                    "campaigns.adjust.complete",
                                    coverage.groups(),
                                    coverage.households(),
                                    cadres(),
                                    each)
                            : getTranslation(
                                    "campaigns.adjust.incomplete",
                                    coverage.groups(),
                                    coverage.households(),
                                    coverage.assigned(),
                                    coverage.groupsMissed().size(),
                                    coverage.householdsMissed().size(),
                                    coverage.withoutPerson().size()));
        }

        private int cadres() {
            return balance.values().stream()
                    .mapToInt(Balances.UnitBalance::cadres)
                    .sum();
        }

        /** Where not every household is to be in contact, whether everybody has what the rule demands. */
        private void showRule(String each) {
            var first = coverage.unmet().isEmpty() ? null : coverage.unmet().getFirst();
            invariant.setText(
                    coverage.complete()
                            ? getTranslation("campaigns.adjust.byRule", cadres(), coverage.assigned(), each)
                            : getTranslation(
                                    "campaigns.adjust.notByRule",
                                    coverage.unmet().size(),
                                    coverage.withoutPerson().size(),
                                    first == null ? "" : first.name()));
        }

        private void showObjections() {
            objections.removeAll();
            balance.values().forEach(unit -> {
                var answer = unit.answer();
                if (answer != null && !answer.confirmed()) {
                    objections.add(Pieces.note(
                            "warn-note",
                            getTranslation("campaigns.adjust.objection", unit.unitName(), answer.reason())));
                }
            });
            objections.setVisible(objections.getComponentCount() > 0);
            objections.setId("contacts-objections");
        }

        private void showMissed() {
            missed.removeAll();
            missed.setVisible(!coverage.householdsMissed().isEmpty());
            if (coverage.householdsMissed().isEmpty()) {
                return;
            }
            var rows = new UnorderedList();
            rows.addClassName("campaign-plain");
            coverage.householdsMissed().forEach(home -> rows.add(new ListItem(missedHousehold(home))));
            missed.add(Pieces.section(getTranslation("campaigns.adjust.missed"), rows));
        }

        private Button missedHousehold(HouseholdSummary home) {
            var name = getTranslation(
                    "campaigns.contacts.household",
                    home.headName(),
                    words.place(campaign, home.place()),
                    home.number());
            var button = new Button(
                    getTranslation("campaigns.adjust.give", name),
                    event -> new AssignDialog(
                                    name,
                                    cadreField(),
                                    personId -> assignments.add(item.id(), home.id(), personId),
                                    this::changed)
                            .open());
            button.addClassName("campaign-home");
            return button;
        }

        private ComboBox<Balances.Load> cadreField() {
            return CadreField.of(getTranslation("campaigns.adjust.cadre"), balances, campaign.id(), names);
        }

        private void search() {
            var text = filter.getValue();
            units.setVisible(text.isBlank());
            hits.setVisible(!text.isBlank());
            found.setVisible(!text.isBlank());
            more.setVisible(!text.isBlank());
            more.removeAll();
            found.setText("");
            if (!text.isBlank()) {
                found(text, new ArrayList<>(), null);
            }
        }

        private void found(String text, List<Contacts.Line> before, @Nullable UUID after) {
            var page = contacts.search(campaign.id(), text, after, PAGE);
            var all = new ArrayList<>(before);
            all.addAll(page);
            hits.found(all);
            more.removeAll();
            if (page.size() < PAGE) {
                found.setText(getTranslation("campaigns.adjust.found", all.size()));
                return;
            }
            found.setText(getTranslation("campaigns.adjust.foundFirst", all.size()));
            var last = page.stream().map(line -> line.contact().id()).max(UUID::compareTo);
            more.add(new Button(getTranslation("campaigns.more"), event -> found(text, all, last.orElse(null))));
        }

        private Button household(Contacts.Line line) {
            var name = words.household(this, campaign, line);
            var button = new Button(name, event -> change(line, name));
            button.addClassName("campaign-home");
            button.setAriaLabel(getTranslation("campaigns.adjust.change", name, line.personName()));
            button.setId("contact-" + line.household().number());
            return button;
        }

        private void change(Contacts.Line line, String name) {
            var from = balances.balance(campaign.id(), line.contact().unitId()).loads().stream()
                    .filter(load -> load.personId().equals(line.contact().personId()))
                    .findFirst()
                    .orElseGet(() -> new Balances.Load(
                            line.contact().personId(),
                            line.personName(),
                            line.contact().unitId(),
                            1,
                            0));
            new ChangeCadreDialog(
                            campaign,
                            words,
                            line,
                            name,
                            from,
                            cadreField(),
                            personId -> contacts.linesOf(campaign.id(), personId),
                            (personId, exchanged) -> {
                                if (exchanged == null) {
                                    assignments.adjust(item.id(), line.contact().id(), personId);
                                } else {
                                    assignments.exchange(
                                            item.id(), line.contact().id(), exchanged);
                                }
                            },
                            to -> changed(from, to))
                    .open();
        }
    }
}

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
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 核对调整联系户: what the rule assigned, changed by hand where it must be, then sent to the units. */
@Component
class AdjustContactsTask implements TaskPage {
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
        private final ContactList list = new ContactList(this::household);
        private List<Contacts.Line> lines = List.of();
        private Balances.Balance balance = new Balances.Balance(List.of(), List.of());

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
            filter.addValueChangeListener(event -> showList());
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
                            list),
                    Pieces.sectionWith(
                            getTranslation("campaigns.points.heading"),
                            pointsPanel.excel(this, campaign),
                            pointsPanel.ofAll(campaign)),
                    bar);
            reload();
        }

        private void reload() {
            lines = contacts.lines(campaign.id(), null);
            balance = balances.balance(campaign.id());
            var coverage = balances.coverage(campaign.id());
            showInvariant(coverage);
            showObjections();
            showMissed(coverage);
            showList();
        }

        /** 村不漏组、组不漏户、户不漏人, as one sentence that is true or says what is not (S1.2). */
        private void showInvariant(Balances.Coverage coverage) {
            var least = balance.loads().stream()
                    .mapToInt(Balances.Load::households)
                    .min()
                    .orElse(0);
            var most = balance.loads().stream()
                    .mapToInt(Balances.Load::households)
                    .max()
                    .orElse(0);
            var each =
                    getTranslation(least == most ? "campaigns.adjust.eachSame" : "campaigns.adjust.each", least, most);
            invariant.setClassName(coverage.complete() ? "info-note" : "warn-note");
            if (!coverage.everyHousehold()) {
                showRule(coverage, each);
                return;
            }
            invariant.setText(
                    coverage.complete()
                            ? getTranslation(
                                    "campaigns.adjust.complete",
                                    coverage.groups(),
                                    coverage.households(),
                                    balance.loads().size(),
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

        /** Where not every household is to be in contact, whether everybody has what the rule demands. */
        private void showRule(Balances.Coverage coverage, String each) {
            var first = coverage.unmet().isEmpty() ? null : coverage.unmet().getFirst();
            invariant.setText(
                    coverage.complete()
                            ? getTranslation(
                                    "campaigns.adjust.byRule", balance.loads().size(), coverage.assigned(), each)
                            : getTranslation(
                                    "campaigns.adjust.notByRule",
                                    coverage.unmet().size(),
                                    coverage.withoutPerson().size(),
                                    first == null ? "" : first.name()));
        }

        private void showObjections() {
            objections.removeAll();
            balance.units().forEach(unit -> {
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

        private void showMissed(Balances.Coverage coverage) {
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
                                    balance,
                                    personId -> assignments.add(item.id(), home.id(), personId),
                                    this::reload)
                            .open());
            button.addClassName("campaign-home");
            return button;
        }

        private void showList() {
            var units = balance.units().stream()
                    .collect(Collectors.toMap(
                            Balances.UnitBalance::unitId, Balances.UnitBalance::unitName, (a, b) -> a));
            var shown = list.show(lines, balance.loads(), units, filter.getValue());
            found.setText(
                    filter.getValue().isBlank() ? "" : getTranslation("campaigns.contacts.found", shown, lines.size()));
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
            Map<UUID, List<Contacts.Line>> byPerson = lines.stream()
                    .collect(Collectors.groupingBy(one -> one.contact().personId()));
            new ChangeCadreDialog(
                            campaign,
                            words,
                            line,
                            name,
                            balance,
                            byPerson,
                            (personId, exchanged) -> {
                                if (exchanged == null) {
                                    assignments.adjust(item.id(), line.contact().id(), personId);
                                } else {
                                    assignments.exchange(
                                            item.id(), line.contact().id(), exchanged);
                                }
                            },
                            this::reload)
                    .open();
        }
    }
}

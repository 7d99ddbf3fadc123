package cn.minqing.ui.household;

import cn.minqing.campaign.CampaignTemplate.Category;
import cn.minqing.campaign.CampaignTemplates;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.Categories;
import cn.minqing.household.HouseholdView;
import cn.minqing.household.Households;
import cn.minqing.household.SensitiveField;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import cn.minqing.ui.form.FormFacts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import cn.minqing.visit.RegistrationCards;
import cn.minqing.visit.VisitReceipt;
import cn.minqing.visit.VisitResult;
import cn.minqing.visit.VisitSheet;
import cn.minqing.visit.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file of one household (帮扶档案, S1.6), as far as the current person may see it. */
@Route("household/:householdId")
@PermitAll
@StyleSheet("context://styles/visit.css")
class HouseholdFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Households households;
    private final transient Campaigns campaigns;
    private final transient Contacts contacts;
    private final transient Visits visits;
    private final transient Issues issues;
    private final transient People people;
    private final transient Units units;
    private final transient VisitReceipt receipts;
    private final transient RegistrationCards registrationCards;
    private final transient Categories categories;
    private final transient CampaignTemplates templates;
    private final transient AppClock clock;
    private String title = "";

    HouseholdFileView(
            Households households,
            Campaigns campaigns,
            Contacts contacts,
            Visits visits,
            Issues issues,
            People people,
            Units units,
            VisitReceipt receipts,
            RegistrationCards registrationCards,
            Categories categories,
            CampaignTemplates templates,
            AppClock clock) {
        this.households = households;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.visits = visits;
        this.issues = issues;
        this.people = people;
        this.units = units;
        this.receipts = receipts;
        this.registrationCards = registrationCards;
        this.categories = categories;
        this.templates = templates;
        this.clock = clock;
        addClassNames("page", "file");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        title = getTranslation("household.file.title");
        try {
            show(UUID.fromString(event.getRouteParameters().get("householdId").orElse("")));
            getElement().executeJs("this.scrollIntoView()");
        } catch (IllegalArgumentException e) {
            event.rerouteToError(NotFoundException.class);
        } catch (UserError e) {
            removeAll();
            var words =
                    new Div(new H2(getTranslation("household.file.closed")), new Paragraph(Notices.text(e.message())));
            words.addClassName("empty");
            add(words);
        }
    }

    private void show(UUID id) {
        var household = households.view(id);
        var campaign = campaigns.currentOf(id);
        var contact = campaign.flatMap(running -> contacts.current(running.id(), id));
        var sheet = contact.flatMap(running -> sheet(running.id()));
        title = getTranslation("sheet.title", household.headName());
        removeAll();
        add(header(
                household,
                sheet,
                campaign.map(c -> c.template().vulnerabilities()).orElse(List.of())));
        if (household.struckOffOn() != null) {
            var gone = new Div(new Span(getTranslation(
                    "household.file.struckOff",
                    household.struckOffOn(),
                    getTranslation("household.strikeOff." + household.struckOffReason()))));
            gone.addClassName("info-note");
            add(gone);
        }

        var left = column(members(household), new CategoriesPanel(categories, templates, clock, id, () -> show(id)));
        var right = column();
        contact.ifPresent(running -> {
            var facts = new DescriptionList();
            facts.addClassName("facts");
            fact(
                    facts,
                    "household.contact.person",
                    new Span(people.get(running.personId()).name()));
            fact(
                    facts,
                    "household.contact.unit",
                    new Span(units.get(running.unitId()).name()));
            fact(facts, "household.contact.since", new Span(Dates.date(running.from(), getLocale())));
            if (!running.cardCode().isEmpty()) {
                var usual = getTranslation("household.contact.card");
                facts.add(new Div(
                        new DescriptionList.Term(campaign.map(c -> c.template().word("contactCard", usual))
                                .orElse(usual)),
                        new DescriptionList.Description(new Span(running.cardCode()))));
            }
            campaign.ifPresent(c -> fact(facts, "household.contact.campaign", new Span(c.name())));
            var place = section("household.contact", facts);
            if (Actors.current().has(Role.INSPECTOR) || Actors.current().has(Role.LEADING_GROUP)) {
                var supervise = new Anchor(
                        "supervision?file=" + running.id() + "&campaign=" + running.campaignId(),
                        getTranslation("notice.forFile"));
                supervise.addClassName("button-link");
                place.add(supervise);
            }
            right.add(place);
        });
        sheet.ifPresent(open -> {
            var duties = campaign.map(c -> c.template().obligationsName())
                    .orElseGet(() -> getTranslation("sheet.duties.name"));
            right.add(titled(duties, Earlier.obligations(open.obligations())));
            if (!open.promises().isEmpty()) {
                right.add(section("household.file.promises", Earlier.promises(open.promises())));
            }
            answers(left, open);
        });
        var raised = issues.ofHousehold(id);
        right.add(section(
                "household.file.issues", raised.isEmpty() ? quiet("household.file.noIssues") : Earlier.issues(raised)));
        var made = visits.ofHousehold(id);
        left.add(section(
                "household.file.visits",
                made.isEmpty() ? quiet("household.file.noVisits") : Earlier.visits(made, this::receipt)));
        left.add(new DownloadButton(
                getTranslation("registration.pdf"),
                Pdf.download(getTranslation("registration.pdf"), () -> registrationCards.pdf(id))));
        var columns = new Div(left, right);
        columns.addClassName("columns");
        add(columns);
    }

    /** What the household keeps of a visit; nothing when nobody was there. */
    private Optional<Component> receipt(VisitSheet.Visited visit) {
        return visit.result() != VisitResult.VISITED
                ? Optional.empty()
                : Optional.of(new DownloadButton(
                        getTranslation("visit.receipt"),
                        Pdf.download(
                                getTranslation(
                                        "visit.receipt.file", visit.visitedOn().toString()),
                                () -> receipts.pdf(visit.id()))));
    }

    private Optional<VisitSheet> sheet(UUID contactId) {
        try {
            return Optional.of(visits.sheet(contactId));
        } catch (UserError e) {
            if (e.code().equals("visit.notStarted")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Component header(HouseholdView household, Optional<VisitSheet> sheet, List<Category> groups) {
        var meta = new Div(new Span(getTranslation("sheet.place", household.place(), household.number())));
        meta.addClassName("page-meta");
        sheet.ifPresent(open -> meta.add(tag(getTranslation("visit.state." + open.state()))));
        household
                .vulnerabilities()
                .forEach(code -> meta.add(tag(groups.stream()
                        .filter(choice -> choice.code().equals(code))
                        .map(Category::name)
                        .findFirst()
                        .orElse(code))));
        var header = new Div(new H1(title), meta);
        header.addClassName("page-header");
        sheet.filter(open -> open.workItemId() != null).ifPresent(open -> {
            var go = new Button(
                    getTranslation("household.file.go." + open.task()),
                    event -> event.getSource().getUI().ifPresent(ui -> ui.navigate("visit/" + open.contactId())));
            go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            var actions = new Div(go);
            actions.addClassName("page-actions");
            header.add(actions);
        });
        sheet.filter(VisitSheet::mayVisitAgain).ifPresent(open -> {
            var again = new Anchor("visit/" + open.contactId(), getTranslation("sheet.again"));
            again.addClassName("button-link");
            var actions = new Div(again);
            actions.addClassName("page-actions");
            header.add(actions);
        });
        return header;
    }

    private Section members(HouseholdView household) {
        var section = new Section();
        section.addClassName("section");
        var head = new Div(new H2(getTranslation("household.file.members")));
        head.addClassName("section-head");
        section.add(head);
        if (household.editable()) {
            var edit = new Button(getTranslation("household.members.edit"), event -> correct(section, household));
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            head.add(edit);
        }
        var phone = new DescriptionList();
        phone.addClassName("facts");
        fact(
                phone,
                "household.phone",
                household.phone().isEmpty()
                        ? quiet("household.file.unknown")
                        : masked(household, SensitiveField.PHONE, household.phone()));
        if (household.membersConfirmedOn() != null) {
            fact(
                    phone,
                    "household.file.confirmedOn",
                    new Span(Dates.date(household.membersConfirmedOn(), getLocale())));
        }
        section.add(phone);
        if (household.members().isEmpty()) {
            section.add(quiet("household.members.none"));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        household.members().forEach(member -> list.add(member(household, member)));
        section.add(list);
        return section;
    }

    private ListItem member(HouseholdView household, HouseholdView.Member member) {
        var words = new ArrayList<String>();
        words.add(getTranslation("household.relation." + member.relation()));
        if (member.sex() != null) {
            words.add(getTranslation("household.sex." + member.sex()));
        }
        if (member.birthYear() != null) {
            words.add(getTranslation("household.born", String.valueOf(member.birthYear())));
        }
        if (member.worksAway()) {
            words.add(getTranslation("household.worksAway"));
        }
        var name = new Span(member.name());
        name.addClassName("name");
        var detail = new Span(String.join(" · ", words));
        detail.addClassName("detail");
        var item = new ListItem(name, detail);
        sensitive(item, household, member.id(), SensitiveField.Kind.ID_NUMBER, member.idNumber());
        sensitive(item, household, member.id(), SensitiveField.Kind.HEALTH, member.health());
        sensitive(item, household, member.id(), SensitiveField.Kind.DISABILITY, member.disability());
        return item;
    }

    private void sensitive(
            ListItem item, HouseholdView household, UUID memberId, SensitiveField.Kind kind, String shown) {
        if (!shown.isEmpty()) {
            var line = new Div(
                    new Span(getTranslation("household.file.field", getTranslation("household.sensitive." + kind))),
                    masked(household, new SensitiveField(kind, memberId), shown));
            line.addClassNames("detail", "masked-line");
            item.add(line);
        }
    }

    /** What is shown of a field; where it is masked, a button that asks for the purpose and then shows it. */
    private Component masked(HouseholdView household, SensitiveField field, String shown) {
        var value = new Span(shown);
        if (household.masking() == cn.minqing.household.Masking.NONE) {
            return field.kind() == SensitiveField.Kind.PHONE
                    ? new Anchor("tel:" + shown.replace(" ", ""), shown)
                    : value;
        }
        var what = getTranslation("household.sensitive." + field.kind());
        var look = new Button(getTranslation("household.reveal.show"));
        look.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        look.setAriaLabel(getTranslation("household.reveal.title", what));
        look.addClickListener(event -> new PurposeDialog(what, purpose -> {
                    value.setText(households.reveal(household.id(), field, purpose));
                    look.setVisible(false);
                })
                .open());
        var line = new Div(value, look);
        line.addClassName("masked");
        return line;
    }

    private void correct(Section section, HouseholdView household) {
        var editor = new MembersEditor(household, changes -> households.faults(changes, null));
        var save = new Button(getTranslation("household.members.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(event -> {
            try {
                households.correct(household.id(), editor.changes(), editor.phone(), editor.confirmed());
                Notices.success("household.members.saved");
                show(household.id());
            } catch (RuntimeException e) {
                var error = Notices.userError(e).orElseThrow(() -> e);
                var left = new java.util.LinkedHashMap<>(error.fields());
                editor.showFaults(left);
                if (!left.isEmpty() || error.fields().isEmpty()) {
                    Notices.show(new UserError(error.message(), left));
                }
            }
        });
        var cancel = new Button(getTranslation("household.cancel"), event -> show(household.id()));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var buttons = new Div(save, cancel);
        buttons.addClassName("button-row");
        section.removeAll();
        section.add(new H2(getTranslation("household.file.members")), editor, buttons);
    }

    private void answers(Div place, VisitSheet sheet) {
        var income = sheet.income();
        if (income != null) {
            place.add(new Paragraph(income(income)));
        }
        for (var form : sheet.forms()) {
            if (!sheet.mine()) {
                place.add(titled(form.title(), quiet("household.file.answersHidden")));
                continue;
            }
            if (form.answeredOn() == null) {
                place.add(titled(form.title(), quiet("household.file.noAnswers")));
                continue;
            }
            var on = new Span(getTranslation(
                    "household.file.answeredOn", form.answeredOn().toString(), form.answeredBy()));
            on.addClassName("muted");
            var details = new Details(on, new FormFacts(form.schema(), form.answers()));
            details.setWidthFull();
            details.setOpened(true);
            place.add(titled(form.title(), details));
        }
    }

    private String income(VisitSheet.PerPerson income) {
        if (income.year() == null || income.average() == null) {
            return getTranslation("household.file.perPerson", income.yuan());
        }
        var reached = income.yuan().intValue() >= income.average();
        return getTranslation(
                "household.file.perPersonAverage",
                income.yuan(),
                String.valueOf(income.year()),
                income.average(),
                getTranslation(reached ? "household.file.reached" : "household.file.below"));
    }

    private static Div column(Component... sections) {
        var column = new Div(sections);
        column.addClassName("column");
        return column;
    }

    private Section section(String key, Component content) {
        return titled(getTranslation(key), content);
    }

    private static Section titled(String heading, Component content) {
        var section = new Section(new H2(heading), content);
        section.addClassName("section");
        return section;
    }

    private Component quiet(String key) {
        var words = new Span(getTranslation(key));
        words.addClassName("muted");
        return words;
    }

    private static Span tag(String words) {
        var tag = new Span(words);
        tag.addClassName("tag");
        return tag;
    }

    private void fact(DescriptionList facts, String key, @Nullable Component value) {
        if (value != null) {
            facts.add(new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value)));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

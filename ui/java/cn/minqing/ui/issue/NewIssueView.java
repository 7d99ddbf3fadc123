package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.issue.Channel;
import cn.minqing.issue.Duplicates;
import cn.minqing.issue.IntakePlaces;
import cn.minqing.issue.IssueView;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.tasklist.Drafts;
import cn.minqing.ui.shell.Dates;
import cn.minqing.ui.shell.Notices;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Registers what comes by duty day, mailbox, hotline or meeting; while one writes, what may be the same is shown. */
@Route("issues/new")
@RolesAllowed({"CADRE", "VILLAGE_LEADER", "CAMPAIGN_OFFICE"})
@StyleSheet("context://styles/issue.css")
class NewIssueView extends Div implements HasDynamicTitle {
    private final Issues issues;
    private final Duplicates duplicates;
    private final IntakePlaces places;
    private final Households households;
    private final Areas areas;
    private final People people;
    private final Dates dates;

    private final Select<CampaignView> campaign = new Select<>();
    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>();
    private final Checkbox village = new Checkbox();
    private final Drafts drafts;
    private final ObjectMapper json;
    private final ComboBox<HouseholdSummary> household = new ComboBox<>();
    private final ComboBox<Area> area = new ComboBox<>();
    private final Div visitor = new Div();
    private final Div matter = new Div();
    private final LikelyList likely;
    private final Button submit = new Button();
    private final Anchor found = new Anchor("#likely", "");
    private final Div kept = new Div();
    private @Nullable IssueForm form;
    private @Nullable NewIssueInput restored;
    private boolean restoring;

    NewIssueView(
            Issues issues,
            Duplicates duplicates,
            IntakePlaces places,
            Households households,
            Areas areas,
            People people,
            Drafts drafts,
            ObjectMapper json,
            Dates dates) {
        this.issues = issues;
        this.drafts = drafts;
        this.json = json;
        this.duplicates = duplicates;
        this.places = places;
        this.households = households;
        this.areas = areas;
        this.people = people;
        this.dates = dates;
        likely = new LikelyList(dates);
        addClassNames("page", "intake");
        start();
    }

    private void start() {
        removeAll();
        var header = new Div(new H1(text("intake.title")));
        header.addClassName("page-header");
        add(header);
        var known = places.campaigns();
        if (known.isEmpty()) {
            var empty = new Div(new H3(text("intake.empty.title")), new Paragraph(text("intake.noCampaign")));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        var lead = new Paragraph(text("intake.lead"));
        lead.addClassName("muted");

        campaign.setLabel(text("intake.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(one -> one == null ? "" : one.name());
        campaign.setVisible(known.size() > 1);
        channel.setLabel(text("intake.channel"));
        channel.setItemLabelGenerator(one -> text("issue.channel." + one));
        village.setLabel(text("intake.village"));
        village.setHelperText(text("intake.village.help"));
        household.setLabel(text("intake.household"));
        household.setHelperText(text("intake.household.help"));
        household.setPlaceholder(text("intake.household.placeholder"));
        household.setRequiredIndicatorVisible(true);
        household.setItemLabelGenerator(one -> one.place() + " " + one.number() + " " + one.headName());
        household.setItems(DataProvider.fromFilteringCallbacks(
                this::found, query -> (int) found(query).count()));
        area.setLabel(text("intake.area"));
        area.setRequiredIndicatorVisible(true);
        area.setItemLabelGenerator(one -> areas.place(one.code()));
        visitor.addClassName("info-note");
        visitor.getElement().setAttribute("role", "status");
        for (var field : List.<com.vaadin.flow.component.Component>of(campaign, village, household, area)) {
            field.getElement().getStyle().set("width", "100%");
        }

        campaign.addValueChangeListener(e -> campaignChosen());
        channel.addValueChangeListener(e -> placeChosen());
        village.addValueChangeListener(e -> placeChosen());
        household.addValueChangeListener(e -> placeChosen());
        area.addValueChangeListener(e -> placeChosen());

        var from = new Div(campaign, channel, village, household, area, visitor);
        from.addClassNames("section", "issue-form");
        matter.addClassNames("section", "issue-form");
        var side = new Div(new H2(text("duplicates.title")), likely);
        side.addClassNames("section", "intake-likely");
        var left = new Div(from, matter);
        left.addClassName("issue-side");
        var columns = new Div(left, side);
        columns.addClassName("issue-columns");
        submit.setText(text("intake.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.setDisableOnClick(true);
        submit.addClickListener(e -> submit());
        side.setId("likely");
        found.addClassName("action-note");
        var bar = new Div(found, submit);
        bar.addClassName("action-bar");
        kept.addClassName("info-note");
        kept.setVisible(false);
        add(lead, kept, columns, bar);
        campaign.setValue(known.getFirst());
        restore(known);
    }

    /** What was typed before and not registered, unless its campaign or household is gone. */
    private void restore(List<CampaignView> known) {
        drafts.load(NewIssueDraft.KEY).ifPresent(draft -> {
            var before = json.readValue(draft.json(), NewIssueDraft.class);
            var chosen = known.stream()
                    .filter(one -> one.id().equals(before.campaignId()))
                    .findFirst();
            if (chosen.isEmpty()) {
                return;
            }
            restoring = true;
            restored = before.input();
            campaign.setValue(chosen.get());
            if (places.channels(before.campaignId()).contains(before.channel())) {
                channel.setValue(before.channel());
            }
            village.setValue(before.ofVillage());
            if (before.ofVillage()) {
                places.villages(before.campaignId()).stream()
                        .filter(one -> one.code().equals(before.areaCode()))
                        .findFirst()
                        .ifPresent(area::setValue);
            } else if (before.householdId() != null) {
                var home = before.householdId();
                Notices.attempt(() -> household.setValue(households.summary(home)));
            }
            restoring = false;
            var discard = new Button(text("intake.draft.discard"), e -> {
                drafts.clear(NewIssueDraft.KEY);
                getUI().ifPresent(ui -> ui.getPage().reload());
            });
            discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            kept.add(new Span(text("intake.draft", dates.when(draft.savedAt(), IssueTexts.locale()))), discard);
            kept.setVisible(true);
        });
    }

    private void keep() {
        var current = form;
        var chosen = campaign.getValue();
        var way = channel.getValue();
        if (restoring
                || current == null
                || chosen == null
                || way == null
                || current.value().isEmpty()) {
            return;
        }
        var house = ofVillage() ? null : household.getValue();
        drafts.save(
                NewIssueDraft.KEY,
                json.writeValueAsString(new NewIssueDraft(
                        chosen.id(),
                        way,
                        ofVillage(),
                        house == null ? null : house.id(),
                        ofVillage() && area.getValue() != null ? area.getValue().code() : "",
                        current.value())));
    }

    private Stream<HouseholdSummary> found(com.vaadin.flow.data.provider.Query<HouseholdSummary, String> query) {
        var text = query.getFilter().orElse("");
        var rows = text.isBlank() ? List.<HouseholdSummary>of() : households.search(text, 20);
        var wanted = campaign.getValue();
        return rows.stream()
                .filter(one -> wanted != null && one.groupCode().startsWith(wanted.areaCode()))
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private void campaignChosen() {
        var chosen = campaign.getValue();
        if (chosen == null) {
            return;
        }
        var channels = places.channels(chosen.id());
        channel.setItems(channels);
        channel.setValue(channels.getFirst());
        area.setItems(places.villages(chosen.id()));
        placeChosen();
    }

    private boolean ofVillage() {
        return village.isVisible() && village.getValue();
    }

    private void placeChosen() {
        var chosen = campaign.getValue();
        var way = channel.getValue();
        if (chosen == null || way == null) {
            return;
        }
        village.setVisible(way.allowsVillage());
        household.setVisible(!ofVillage());
        area.setVisible(ofVillage());
        var house = ofVillage() ? null : household.getValue();
        var where = ofVillage() && area.getValue() != null ? area.getValue().code() : "";
        var ready = house != null || !where.isEmpty();
        visitor.setVisible(ready);
        submit.setVisible(ready);
        if (!ready) {
            matter.removeAll();
            matter.add(new Paragraph(text("intake.pickHousehold")));
            likely.clear();
            count();
            return;
        }
        var other = issues.otherFirstVisitor(chosen.id(), house == null ? null : house.id(), way)
                .map(id -> people.get(id).name());
        visitor.removeAll();
        visitor.add(new Span(other.map(name -> text("intake.firstVisitor.other", name))
                .orElseGet(() -> text("intake.firstVisitor.self"))));
        var before = form;
        var next = new IssueForm(issues, chosen, house == null ? null : house.id(), where);
        next.waitsFor(other.orElse(null));
        next.whileTyping();
        if (before != null) {
            next.setValue(before.value());
        } else if (restored != null) {
            next.setValue(restored);
            restored = null;
        }
        next.onChange(this::seek);
        form = next;
        matter.removeAll();
        matter.add(next);
        seek();
    }

    private void seek() {
        var current = form;
        var chosen = campaign.getValue();
        if (current == null || chosen == null) {
            return;
        }
        keep();
        var input = current.value();
        if (input.title().isBlank() && input.category().isEmpty()) {
            likely.clear();
            count();
            return;
        }
        var house = ofVillage() ? null : household.getValue();
        Notices.attempt(() -> likely.show(duplicates.likely(new Duplicates.Sought(
                chosen.id(),
                house == null ? null : house.id(),
                ofVillage() && area.getValue() != null ? area.getValue().code() : "",
                input.category(),
                input.title(),
                input.description(),
                null))));
        count();
    }

    /** Beside the button, so that it is seen on a phone as well. */
    private void count() {
        found.setVisible(likely.size() > 0);
        found.setText(text("duplicates.found", likely.size()));
    }

    private void submit() {
        var current = form;
        var chosen = campaign.getValue();
        try {
            if (current == null || chosen == null || !current.validate()) {
                return;
            }
            Map<String, HasValidation> fields = new LinkedHashMap<>(current.fields());
            fields.put("household", ofVillage() ? area : household);
            var house = ofVillage() ? null : household.getValue();
            var input = current.value()
                    .of(
                            chosen.id(),
                            house == null ? null : house.id(),
                            ofVillage() && area.getValue() != null
                                    ? area.getValue().code()
                                    : "",
                            channel.getValue());
            var id = new UUID[1];
            if (Notices.attempt(fields, () -> id[0] = duplicates.register(input, likely.choices()))) {
                drafts.clear(NewIssueDraft.KEY);
                done(issues.view(id[0]));
            }
        } finally {
            submit.setEnabled(true);
        }
    }

    private void done(IssueView issue) {
        removeAll();
        form = null;
        var merged = issue.intake().related().stream()
                .filter(one -> one.kind().equals("MERGED_INTO"))
                .findFirst();
        var header = new Div(new H1(merged.map(into -> text("intake.merged", issue.number(), into.number()))
                .orElseGet(() -> text("intake.done", issue.number()))));
        header.addClassName("page-header");
        var show = new Anchor("issue/" + issue.id(), text("intake.show"));
        show.addClassName("button-link");
        var next = new Button(
                text("intake.next"), e -> getUI().ifPresent(ui -> ui.getPage().reload()));
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(next, show);
        actions.addClassName("page-actions");
        var section = new Div(new Paragraph(issue.title()), new IssueMatter(issue, dates), actions);
        section.addClassName("section");
        add(header, section);
    }

    @Override
    public String getPageTitle() {
        return text("intake.title");
    }
}

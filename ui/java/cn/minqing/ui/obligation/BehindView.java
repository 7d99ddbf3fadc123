package cn.minqing.ui.obligation;

import static cn.minqing.ui.obligation.DueWords.text;

import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Due;
import cn.minqing.obligation.Obligations;
import cn.minqing.obligation.Period;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For who leads or oversees: who has not done enough yet, by unit and name; a list to help by, not a ranking. */
@Route("dues/all")
@Menu(title = "due.behind.title", order = 13, icon = "vaadin:list-ol")
@RolesAllowed({
    "UNIT_LEADER",
    "CAMPAIGN_OFFICE",
    "LEADING_GROUP",
    "INSPECTOR",
    "VILLAGE_LEADER",
    "TOWN_LEADER",
    "COUNTY_LEADER",
    "CITY_LEADER",
    "PROVINCE_LEADER"
})
@StyleSheet("context://styles/visit.css")
@StyleSheet("context://styles/obligation.css")
class BehindView extends Div implements HasDynamicTitle {
    private static final int PAGE = 50;

    private final transient Obligations obligations;
    private final transient DueWords words;
    private final Select<CampaignView> campaign = new Select<>();
    private final Select<Obligation> obligation = new Select<>();
    private final Select<Period> period = new Select<>();
    private final Checkbox behind = new Checkbox(text("due.behind.only"), true);
    private final Div actions = new Div();
    private final Div units = new Div();
    private final Div list = new Div();
    private final Button more = new Button(text("due.more"));
    private @Nullable UUID unit;
    private @Nullable UUID after;

    BehindView(Obligations obligations, DueWords words) {
        this.obligations = obligations;
        this.words = words;
        addClassName("page");
        actions.addClassName("page-actions");
        var meta = new Div(new Span(text("due.behind.rule")));
        meta.addClassName("page-meta");
        var header = new Div(new H1(text("due.behind.title")), meta, actions);
        header.addClassName("page-header");
        add(header);
        var known = obligations.campaigns().stream()
                .filter(one -> !overseen(one).isEmpty())
                .toList();
        if (known.isEmpty()) {
            add(empty("due.behind.empty"));
            return;
        }
        campaign.setLabel(text("due.campaign"));
        campaign.setItems(known);
        campaign.setItemLabelGenerator(CampaignView::name);
        campaign.setVisible(known.size() > 1);
        obligation.setId("due-obligation");
        obligation.setLabel(text("due.obligation"));
        obligation.setItemLabelGenerator(one -> one == null ? "" : one.name());
        period.setLabel(text("due.when"));
        period.setItemLabelGenerator(one -> one == null || obligation.getValue() == null
                ? ""
                : DueWords.period(obligation.getValue().due(), one));
        campaign.addValueChangeListener(event -> {
            obligation.setItems(overseen(event.getValue()));
            obligation.setValue(overseen(event.getValue()).getFirst());
        });
        obligation.addValueChangeListener(event -> obligationChosen());
        period.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                unit = null;
                show();
            }
        });
        behind.addValueChangeListener(event -> reload());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(event -> load());
        var filters = new Div(campaign, obligation, period, behind);
        filters.addClassName("due-filters");
        add(filters, units, list, more);
        campaign.setValue(known.getFirst());
    }

    private List<Obligation> overseen(CampaignView of) {
        return of.template().countedObligations().stream()
                .filter(one -> obligations.oversees(of.id(), one.owedBy()))
                .toList();
    }

    private void obligationChosen() {
        var chosen = obligation.getValue();
        if (chosen == null) {
            return;
        }
        var periods = obligations.periods(campaign.getValue(), chosen.due());
        period.clear();
        period.setItems(periods);
        period.setVisible(periods.size() > 1);
        period.setValue(periods.getFirst());
    }

    private void show() {
        units.removeAll();
        actions.removeAll();
        var chosen = obligation.getValue();
        var shown = campaign.getValue();
        var when = period.getValue();
        if (chosen.owedBy() == Per.CADRE) {
            showUnits(shown, chosen, when);
        }
        actions.add(new DownloadButton(
                text("due.excel"),
                Excel.download(
                        text("due.excel.name"),
                        columns(),
                        () -> Excel.paged(last -> obligations
                                .page(
                                        shown.id(),
                                        chosen.id(),
                                        when,
                                        unit,
                                        behind.getValue(),
                                        last == null ? null : last.subjectId(),
                                        500)
                                .dues()))));
        reload();
    }

    private void showUnits(CampaignView shown, Obligation chosen, Period when) {
        var lines = obligations.byUnit(shown.id(), chosen.id(), when);
        if (lines.size() < 2) {
            return;
        }
        var names = new Div();
        lines.forEach(line -> {
            var pick = new NativeButton(line.name(), event -> {
                unit = line.unitId().equals(unit) ? null : line.unitId();
                names.getChildren()
                        .forEach(one -> one.getChildren()
                                .findFirst()
                                .ifPresent(chip -> chip.getElement().setAttribute("aria-pressed", "false")));
                event.getSource().getElement().setAttribute("aria-pressed", String.valueOf(unit != null));
                reload();
            });
            pick.addClassName("chip");
            pick.getElement().setAttribute("aria-pressed", "false");
            var row = new Div(
                    pick,
                    new Span(text(
                            "due.behind.unit",
                            line.figure().due(),
                            line.figure().due() - line.figure().met())));
            row.addClassName("unit-line");
            names.add(row);
        });
        var section = new Section(new H2(text("due.behind.units")), names);
        section.addClassName("section");
        units.add(section);
    }

    private List<Excel.Column<Due>> columns() {
        return List.of(
                Excel.Column.of(text("due.column.unit"), 20, Due::unitName),
                Excel.Column.of(text("due.column.name"), 16, Due::subjectName),
                Excel.Column.of(text("due.column.least"), 10, Due::least),
                Excel.Column.of(text("due.column.done"), 10, Due::done),
                Excel.Column.of(text("due.column.missing"), 10, Due::missing),
                Excel.Column.of(text("due.column.by"), 12, Due::by),
                Excel.Column.of(text("due.column.lastDay"), 12, Due::lastDay));
    }

    private void reload() {
        list.removeAll();
        after = null;
        load();
    }

    private void load() {
        var shown = campaign.getValue();
        var page = obligations.page(
                shown.id(), obligation.getValue().id(), period.getValue(), unit, behind.getValue(), after, PAGE);
        page.dues().forEach(due -> list.add(line(shown, due)));
        after = page.next();
        more.setVisible(after != null);
        if (list.getComponentCount() == 0) {
            list.add(empty("due.behind.none"));
        }
    }

    private Component line(CampaignView shown, Due due) {
        var name = new Span(due.unitName().isEmpty() ? due.subjectName() : due.subjectName() + " · " + due.unitName());
        name.addClassName("due-name");
        var progress = new Span(words.progress(due));
        progress.addClassName("due-progress");
        var summary = new Div(name, progress);
        var details = new Details(summary);
        details.addClassName("due-line");
        details.addOpenedChangeListener(event -> {
            if (event.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(new RecordsList(obligations, shown, due));
            }
        });
        return details;
    }

    private static Div empty(String key) {
        var empty = new Div(new H3(text(key)), new Paragraph(text(key + ".next")));
        empty.addClassName("empty");
        return empty;
    }

    @Override
    public String getPageTitle() {
        return text("due.behind.title");
    }
}

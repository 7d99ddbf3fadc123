package cn.minqing.ui.issue;

import static cn.minqing.ui.issue.IssueTexts.text;

import cn.minqing.campaign.CampaignView;
import cn.minqing.issue.TriageStatistics;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each row of the decision table fares: proposed, followed, changed to what and why. Rows, never people. */
@Route("issues/triage-statistics")
@Menu(title = "triage.statistics.title", order = 36, icon = "vaadin:split")
@RolesAllowed({"PROCESS_DESIGNER", "CAMPAIGN_OFFICE"})
@StyleSheet("context://styles/issue.css")
class TriageStatisticsView extends Div implements HasDynamicTitle {
    private final TriageStatistics statistics;
    private final Select<CampaignView> campaign = new Select<>();
    private final Div list = new Div();

    TriageStatisticsView(TriageStatistics statistics) {
        this.statistics = statistics;
        addClassNames("page", "triage-statistics");
        var rows = new DownloadButton(
                text("triage.statistics.excel"),
                Excel.download(
                        text("triage.statistics.title"),
                        columns(),
                        () -> statistics.rows(chosen()).iterator()));
        var reasons = new DownloadButton(
                text("triage.statistics.excel.reasons"),
                Excel.download(
                        text("triage.statistics.reasons"),
                        reasonColumns(),
                        () -> statistics.overrides(chosen(), null).iterator()));
        var actions = new Div(rows, reasons);
        actions.addClassName("page-actions");
        var header = new Div(new H1(text("triage.statistics.title")), actions);
        header.addClassName("page-header");
        var lead = new Paragraph(text("triage.statistics.lead"));
        lead.addClassName("muted");
        var known = statistics.campaigns();
        campaign.setLabel(text("triage.statistics.campaign"));
        campaign.setItems(known);
        campaign.setEmptySelectionAllowed(true);
        campaign.setEmptySelectionCaption(text("triage.statistics.all"));
        campaign.setPlaceholder(text("triage.statistics.all"));
        campaign.setItemLabelGenerator(one -> one == null ? text("triage.statistics.all") : one.name());
        campaign.setVisible(known.size() > 1);
        campaign.addValueChangeListener(e -> load());
        list.addClassName("triage-rules");
        add(header, lead, campaign, list);
        load();
    }

    private @Nullable UUID chosen() {
        return campaign.getValue() == null ? null : campaign.getValue().id();
    }

    private void load() {
        list.removeAll();
        statistics.rows(chosen()).forEach(row -> list.add(card(row)));
    }

    private Component card(TriageStatistics.Row row) {
        var way = new Span(text("issue.route." + row.route()));
        way.addClassName("tag");
        var source = new Span(row.source() + (row.ruleId().isEmpty() ? "" : " · " + row.ruleId()));
        source.addClassName("muted");
        var head = new Div(way, source);
        head.addClassName("page-meta");
        var card = new Div(new H2(row.reason()), head);
        card.addClassNames("section", "triage-rule");
        if (row.ruleId().isEmpty()) {
            card.add(muted("triage.statistics.gone"));
        }
        if (row.proposed() == 0) {
            card.add(muted("triage.statistics.unused"));
            return card;
        }
        var figures = new Div(
                figure("triage.statistics.proposed", row.proposed()),
                figure("triage.statistics.confirmed", row.confirmed()),
                figure("triage.statistics.overridden", row.overridden()),
                figure("triage.statistics.waiting", row.open()));
        figures.addClassName("triage-figures");
        card.add(figures);
        if (row.overridden() > 0) {
            card.add(new Paragraph(text(
                            "triage.statistics.share",
                            Math.round(100f * row.overridden() / (row.confirmed() + row.overridden())))
                    + " · " + to(row)));
            var reasons = new UnorderedList();
            statistics.overrides(chosen(), row.reason()).stream()
                    .filter(one -> one.proposed() == row.route())
                    .forEach(one -> reasons.add(new ListItem(text("issue.route." + one.chosen()) + "：" + one.why())));
            card.add(new NativeDetails(text("triage.statistics.reasons"), reasons));
        }
        return card;
    }

    private static String to(TriageStatistics.Row row) {
        return row.overriddenTo().entrySet().stream()
                .sorted(Map.Entry.<cn.minqing.issue.Route, Integer>comparingByValue()
                        .reversed())
                .map(entry -> text("triage.statistics.to", text("issue.route." + entry.getKey()), entry.getValue()))
                .collect(Collectors.joining("，"));
    }

    private static Component figure(String key, int count) {
        var number = new Span(String.valueOf(count));
        number.addClassName("num");
        var figure = new Div(number, new Span(text(key)));
        figure.addClassName("triage-figure");
        return figure;
    }

    private static Paragraph muted(String key) {
        var words = new Paragraph(text(key));
        words.addClassName("muted");
        return words;
    }

    private static List<Excel.Column<TriageStatistics.Row>> columns() {
        return List.of(
                Excel.Column.of(text("triage.statistics.ruleId"), 24, TriageStatistics.Row::ruleId),
                Excel.Column.of(text("triage.statistics.rule"), 48, TriageStatistics.Row::reason),
                Excel.Column.of(text("triage.statistics.source"), 14, TriageStatistics.Row::source),
                Excel.Column.of(text("triage.statistics.route"), 12, row -> text("issue.route." + row.route())),
                Excel.Column.of(text("triage.statistics.proposed"), 10, TriageStatistics.Row::proposed),
                Excel.Column.of(text("triage.statistics.confirmed"), 10, TriageStatistics.Row::confirmed),
                Excel.Column.of(text("triage.statistics.overridden"), 10, TriageStatistics.Row::overridden),
                Excel.Column.of(text("triage.statistics.waiting"), 10, TriageStatistics.Row::open),
                Excel.Column.of(text("triage.statistics.overriddenTo"), 36, TriageStatisticsView::to));
    }

    private static List<Excel.Column<TriageStatistics.Override>> reasonColumns() {
        return List.of(
                Excel.Column.of(text("triage.statistics.rule"), 48, TriageStatistics.Override::rule),
                Excel.Column.of(text("triage.statistics.route"), 12, one -> text("issue.route." + one.proposed())),
                Excel.Column.of(text("triage.statistics.chosen"), 12, one -> text("issue.route." + one.chosen())),
                Excel.Column.of(text("triage.statistics.why"), 60, TriageStatistics.Override::why),
                Excel.Column.of(text("triage.statistics.category"), 14, TriageStatistics.Override::category));
    }

    @Override
    public String getPageTitle() {
        return text("triage.statistics.title");
    }
}

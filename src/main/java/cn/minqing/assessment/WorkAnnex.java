package cn.minqing.assessment;

import cn.minqing.activity.ActivityFigures;
import cn.minqing.campaign.CampaignTemplate.ActivityKind;
import cn.minqing.campaign.CampaignTemplate.Obligation;
import cn.minqing.campaign.CampaignTemplate.Per;
import cn.minqing.campaign.CampaignView;
import cn.minqing.obligation.Obligations;
import cn.minqing.organization.Unit;
import cn.minqing.organization.Units;
import cn.minqing.papers.Bars;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.project.Projects;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The part of a report that differs from template to template: what cadres, units, teams or villages owe and have done,
 * the other work on record, projects and their funds. Counted from the records, nothing typed in. Partial {@code _work}.
 */
@Component
class WorkAnnex {
    private final Obligations obligations;
    private final ActivityFigures activities;
    private final Projects projects;
    private final Units units;
    private final Papers papers;
    private final AppClock clock;

    WorkAnnex(
            Obligations obligations,
            ActivityFigures activities,
            Projects projects,
            Units units,
            Papers papers,
            AppClock clock) {
        this.obligations = obligations;
        this.activities = activities;
        this.projects = projects;
        this.units = units;
        this.papers = papers;
        this.clock = clock;
    }

    /** Adds {@code hasWork}, {@code workTitle} and the lists the README beside the templates names. */
    void fill(Map<String, Object> model, CampaignView campaign) {
        counted(model, campaign);
        activities(model, campaign);
        projects(model, campaign.id());
        var named = campaign.template().obligationsName();
        model.put(
                "workTitle",
                named == null || named.isBlank()
                        ? papers.word("workTitle")
                        : papers.word("workTitleNamed").replace("{0}", named));
        model.put(
                "hasWork",
                List.of("hasCounted", "hasActivities", "hasProjects").stream()
                        .anyMatch(name -> Boolean.TRUE.equals(model.get(name))));
    }

    /** What stands under a unit; villages, enterprises and the campaign stand in the whole alone. */
    private static final Set<Per> OF_UNITS = Set.of(Per.CADRE, Per.UNIT, Per.TEAM);

    private record Counted(Obligation obligation, Map<UUID, Obligations.Figure> byUnit, Obligations.Figure whole) {}

    private void counted(Map<String, Object> model, CampaignView campaign) {
        var all = campaign.template().countedObligations().stream()
                .map(obligation -> {
                    var figures = obligations.figures(campaign.id(), obligation.id(), clock.today());
                    var whole = figures.values().stream().reduce(Obligations.Figure.NONE, Obligations.Figure::plus);
                    return new Counted(obligation, OF_UNITS.contains(obligation.owedBy()) ? figures : Map.of(), whole);
                })
                .toList();
        var byUnit = new ArrayList<Map<String, Object>>();
        for (var unit : all.stream()
                .flatMap(one -> one.byUnit().keySet().stream())
                .distinct()
                .map(units::get)
                .sorted(Comparator.comparing(Unit::name))
                .toList()) {
            for (var one : all) {
                var figure = one.byUnit().get(unit.id());
                if (figure != null && figure.due() > 0) {
                    var line = line(one.obligation(), figure);
                    line.put("unit", unit.name());
                    byUnit.add(line);
                }
            }
        }
        model.put("hasCounted", !all.isEmpty());
        model.put(
                "counted",
                all.stream().map(one -> line(one.obligation(), one.whole())).toList());
        model.put(
                "countedBars",
                Bars.of(
                        papers.word("chart.counted"),
                        all,
                        one -> one.obligation().name(),
                        one -> one.whole().due() == 0
                                ? 0
                                : (double) one.whole().met() / one.whole().due(),
                        1,
                        one -> one.whole().met() + "/" + one.whole().due()));
        model.put("hasCountedUnits", !byUnit.isEmpty());
        model.put("countedUnits", byUnit);
    }

    private Map<String, Object> line(Obligation obligation, Obligations.Figure figure) {
        var line = new HashMap<String, Object>();
        line.put("name", obligation.name());
        line.put("by", papers.word("per." + obligation.owedBy()));
        line.put("due", figure.due());
        line.put("met", figure.met());
        line.put("share", PaperWords.share(figure.met(), figure.due()));
        line.put("source", obligation.source());
        return line;
    }

    private void activities(Map<String, Object> model, CampaignView campaign) {
        var figures = activities.of(campaign.id(), campaign.periodStart());
        var kinds = campaign.template().activityKinds();
        var whole = figures.stream()
                .filter(figure -> figure.unitId() == null)
                .collect(Collectors.toMap(ActivityFigures.Figure::kind, figure -> figure));
        var lines = kinds.stream()
                .map(kind -> whole.getOrDefault(
                        kind.code(), new ActivityFigures.Figure(null, "", kind.code(), 0, 0, 0, BigDecimal.ZERO)))
                .toList();
        var known = kinds.stream().collect(Collectors.toMap(ActivityKind::code, kind -> kind));
        model.put("hasActivities", !kinds.isEmpty());
        model.put(
                "activities",
                lines.stream()
                        .map(figure -> line(known.get(figure.kind()), figure))
                        .toList());
        model.put(
                "activityBars",
                Bars.of(
                        papers.word("chart.activities"),
                        lines,
                        figure -> known.get(figure.kind()).name(),
                        ActivityFigures.Figure::records,
                        0,
                        figure -> String.valueOf(figure.records())));
        var byUnit = figures.stream()
                .filter(figure -> figure.unitId() != null && known.containsKey(figure.kind()))
                .map(figure -> line(known.get(figure.kind()), figure))
                .toList();
        model.put("hasActivityUnits", !byUnit.isEmpty());
        model.put("activityUnits", byUnit);
    }

    private static Map<String, Object> line(ActivityKind kind, ActivityFigures.Figure figure) {
        return Map.of(
                "name", kind.name(),
                "unit", figure.unitName(),
                "records", figure.records(),
                "households", figure.households(),
                "participants", figure.participants(),
                "amount", yuan(figure.amount()),
                "source", kind.source());
    }

    private void projects(Map<String, Object> model, UUID campaignId) {
        var counts = projects.counts(campaignId);
        model.put("hasProjects", counts.proposed() > 0);
        model.put(
                "projects",
                Map.of(
                        "proposed", counts.proposed(),
                        "approved", counts.approved(),
                        "done", counts.done(),
                        "planned", yuan(counts.planned()),
                        "arrived", yuan(counts.arrived())));
        model.put(
                "funds",
                projects.funds(campaignId).stream()
                        .map(fund -> Map.of(
                                "name", papers.word("fund." + fund.source()),
                                "planned", yuan(fund.planned()),
                                "arrived", yuan(fund.arrived())))
                        .toList());
    }

    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0.##").format(amount);
    }
}

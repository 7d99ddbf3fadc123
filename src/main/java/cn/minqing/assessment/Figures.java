package cn.minqing.assessment;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.issue.IssueFigures;
import cn.minqing.issue.Route;
import cn.minqing.visit.VisitFigures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a campaign, or one unit in it, comes to; frozen as JSON when a summary or a report is handed in.
 *
 * @param obligations in the order of the template: households that met each
 * @param income the four official kinds (S1.5), yuan
 */
public record Figures(
        int households,
        int visited,
        int filesComplete,
        int struckOff,
        List<Count> obligations,
        List<Income> income,
        BigDecimal incomeThisYear,
        BigDecimal incomePlanned,
        IssueCounts issues) {

    public record Count(String code, String name, int count) {}

    /** {@code kind}: wage, business, property, transfer. */
    public record Income(String kind, BigDecimal thisYear, BigDecimal planned) {}

    /**
     * @param answered result told to the resident
     * @param routes in the order of {@link Route}, named by it
     * @param categories in the order of the template, those that occur
     */
    public record IssueCounts(
            int registered,
            int open,
            int answered,
            int closed,
            int overdue,
            int asked,
            int satisfied,
            List<RouteCount> routes,
            List<Count> categories) {}

    public record RouteCount(Route route, int count) {}

    static Figures of(CampaignTemplate template, VisitFigures visits, IssueFigures issues) {
        return new Figures(
                visits.households(),
                visits.visited(),
                visits.filesComplete(),
                visits.struckOff(),
                template.householdObligations().stream()
                        .map(due -> new Count(
                                due.id(), due.name(), visits.obligationsMet().getOrDefault(due.id(), 0)))
                        .toList(),
                visits.incomeByKind().entrySet().stream()
                        .map(kind -> new Income(
                                kind.getKey(),
                                kind.getValue().thisYear(),
                                kind.getValue().planned()))
                        .toList(),
                visits.incomeThisYear(),
                visits.incomePlanned(),
                new IssueCounts(
                        issues.registered(),
                        issues.open(),
                        issues.answered(),
                        issues.closed(),
                        issues.overdue(),
                        issues.asked(),
                        issues.satisfied(),
                        Arrays.stream(Route.values())
                                .map(route ->
                                        new RouteCount(route, issues.byRoute().getOrDefault(route, 0)))
                                .toList(),
                        categories(template, issues.byCategory())));
    }

    private static List<Count> categories(CampaignTemplate template, Map<String, Integer> counts) {
        return template.issueCategories().stream()
                .filter(category -> counts.getOrDefault(category.code(), 0) > 0)
                .map(category -> new Count(category.code(), category.name(), counts.get(category.code())))
                .toList();
    }

    /** Obligations met, over all households. */
    int obligationsMet() {
        return obligations.stream().mapToInt(Count::count).sum();
    }

    /** Obligations due, over all households. */
    int obligationsDue() {
        return households * obligations.size();
    }
}

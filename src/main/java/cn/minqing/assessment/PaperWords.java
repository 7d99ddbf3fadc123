package cn.minqing.assessment;

import cn.minqing.papers.Bars;
import cn.minqing.papers.Papers;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the figures as papers print them: counts, shares, yuan, dates. Chinese names come from the papers' own words. */
@Component
class PaperWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Papers papers;

    PaperWords(Papers papers) {
        this.papers = papers;
    }

    /** What a template may name of the figures; the README beside the templates lists it. */
    Map<String, Object> figures(Figures figures) {
        var model = new HashMap<String, Object>();
        var issues = figures.issues();
        model.put("households", figures.households());
        model.put("visited", figures.visited());
        model.put("notVisited", figures.households() - figures.visited());
        model.put("visitedShare", share(figures.visited(), figures.households()));
        model.put("filesComplete", figures.filesComplete());
        model.put("filesOpen", figures.households() - figures.filesComplete());
        model.put("filesShare", share(figures.filesComplete(), figures.households()));
        model.put("struckOff", figures.struckOff());
        model.put("obligationsShare", share(figures.obligationsMet(), figures.obligationsDue()));
        model.put(
                "obligations",
                figures.obligations().stream()
                        .map(due -> Map.of(
                                "name", due.name(),
                                "count", due.count(),
                                "share", share(due.count(), figures.households())))
                        .toList());
        model.put(
                "income",
                figures.income().stream()
                        .map(kind -> income(papers.word("income." + kind.kind()), kind.thisYear(), kind.planned()))
                        .toList());
        model.put("incomeTotal", income("", figures.incomeThisYear(), figures.incomePlanned()));
        model.put("incomeThisYear", yuan(figures.incomeThisYear()));
        model.put("incomePlanned", yuan(figures.incomePlanned()));
        model.put("hasObligations", !figures.obligations().isEmpty());
        model.put("issues", issues.registered());
        model.put("issuesOpen", issues.open());
        model.put("issuesUnanswered", issues.registered() - issues.answered());
        model.put("issuesAnswered", issues.answered());
        model.put("issuesAnsweredShare", share(issues.answered(), issues.registered()));
        model.put("issuesClosed", issues.closed());
        model.put("issuesOverdue", issues.overdue());
        model.put("asked", issues.asked());
        model.put("satisfied", issues.satisfied());
        model.put("satisfiedShare", share(issues.satisfied(), issues.asked()));
        model.put(
                "routes",
                issues.routes().stream()
                        .map(route -> Map.of(
                                "name", papers.word("route." + route.route()),
                                "count", route.count(),
                                "share", share(route.count(), issues.registered())))
                        .toList());
        model.put("hasIssues", issues.registered() > 0);
        model.put(
                "obligationBars",
                Bars.of(
                        papers.word("chart.obligations"),
                        figures.obligations(),
                        Figures.Count::name,
                        Figures.Count::count,
                        figures.households(),
                        due -> due.count() + "（" + share(due.count(), figures.households()) + "）"));
        model.put(
                "categoryBars",
                Bars.of(
                        papers.word("chart.categories"),
                        issues.categories(),
                        Figures.Count::name,
                        Figures.Count::count,
                        0,
                        category -> String.valueOf(category.count())));
        return model;
    }

    /** Covered households by unit. */
    Bars coverage(List<UnitFigures> units) {
        return Bars.of(
                papers.word("chart.coverage"),
                units,
                UnitFigures::unitName,
                unit -> part(unit.figures().visited(), unit.figures().households()),
                1,
                unit -> unit.figures().visited() + "/" + unit.figures().households() + "（"
                        + share(unit.figures().visited(), unit.figures().households()) + "）");
    }

    /** One unit's line of the satisfaction poll; a share only where there are enough answers. */
    static Map<String, Object> poll(PollResult unit) {
        return Map.of(
                "name", unit.unitName(),
                "sampled", unit.sampled(),
                "answered", unit.answered(),
                "satisfied", unit.satisfied(),
                "basically", unit.basically(),
                "unsatisfied", unit.unsatisfied(),
                "share", unit.few() ? "—" : share(unit.satisfied() + unit.basically(), unit.answered()));
    }

    /** Satisfied households by unit. */
    Bars poll(List<PollResult> units) {
        return Bars.of(
                papers.word("chart.poll"),
                units,
                PollResult::unitName,
                unit -> part(unit.satisfied() + unit.basically(), unit.answered()),
                1,
                unit -> (unit.satisfied() + unit.basically()) + "/" + unit.answered());
    }

    Map<String, Object> result(AssessmentResult result) {
        return Map.of(
                "item", result.itemName(),
                "counts",
                        papers.word("measure." + result.measureKind())
                                .replace("{0}", String.valueOf(result.denominator()))
                                .replace("{1}", String.valueOf(result.numerator())),
                "rate", rate(result.rate()),
                "grade", papers.word("grade." + result.grade()),
                "reason", result.reason(),
                "source", result.source());
    }

    String grade(String grade) {
        return papers.word("grade." + grade);
    }

    String title(String word, String campaign) {
        return papers.word(word).replace("{0}", campaign);
    }

    String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The paragraphs of a text, empty lines left out. */
    List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static String share(int part, int whole) {
        return whole == 0 ? "—" : rate(part(part, whole));
    }

    /** A share as the paper writes it; never rounded up to a full hundred. */
    static String rate(@Nullable Double rate) {
        if (rate == null) {
            return "—";
        }
        var tenths = Math.round(rate * 1000);
        if (tenths == 1000 && rate < 1) {
            tenths = 999;
        }
        return new DecimalFormat("0.#").format(tenths / 10.0) + "%";
    }

    private static double part(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static Map<String, Object> income(String name, BigDecimal thisYear, BigDecimal planned) {
        return Map.of(
                "name", name,
                "thisYear", yuan(thisYear),
                "planned", yuan(planned),
                "more", yuan(planned.subtract(thisYear)));
    }

    private static String yuan(BigDecimal amount) {
        return new DecimalFormat("#,##0").format(amount);
    }
}

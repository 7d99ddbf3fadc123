package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.papers.WordPapers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The report on paper: the same content as a PDF ({@code report.html}) and as a Word document ({@code report.docx}). */
@Component
class ReportPaper {
    private final Units units;
    private final ResultRows results;
    private final PollResults polls;
    private final DocumentAnnex documents;
    private final WorkAnnex work;
    private final Papers papers;
    private final WordPapers wordPapers;
    private final PaperWords words;

    ReportPaper(
            Units units,
            ResultRows results,
            PollResults polls,
            DocumentAnnex documents,
            WorkAnnex work,
            Papers papers,
            WordPapers wordPapers,
            PaperWords words) {
        this.units = units;
        this.results = results;
        this.polls = polls;
        this.documents = documents;
        this.work = work;
        this.papers = papers;
        this.wordPapers = wordPapers;
        this.words = words;
    }

    /**
     * What the report says.
     *
     * @param collected the figures: frozen ones, or for a draft today's
     * @param draft says so on the paper and leaves the assessment out
     */
    Map<String, Object> content(
            CampaignView campaign, ReportTexts texts, Collected collected, LocalDate date, boolean draft) {
        var model = words.figures(collected.whole());
        documents.fill(model, campaign.id(), null);
        work.fill(model, campaign);
        model.put("title", words.title("reportTitle", campaign.name()));
        model.put("number", texts.number());
        model.put("unit", units.get(campaign.hostUnitId()).name());
        model.put("date", words.date(date));
        model.put("draft", draft);
        model.put("draftMark", draft ? papers.word("draft") : "");
        model.put("overview", words.paragraphs(texts.overview()));
        model.put("practice", words.paragraphs(texts.practice()));
        model.put("outcome", words.paragraphs(texts.outcome()));
        model.put("problems", words.paragraphs(texts.problems()));
        model.put("nextSteps", words.paragraphs(texts.nextSteps()));
        model.put(
                "units",
                collected.units().stream()
                        .map(unit -> {
                            var row = words.figures(unit.figures());
                            row.put("name", unit.unitName());
                            return row;
                        })
                        .toList());
        model.put("coverageBars", words.coverage(collected.units()));
        poll(model, polls.byUnit(campaign.id(), campaign.period()));
        assessment(model, draft ? List.of() : results.of(campaign.id(), campaign.period()));
        return model;
    }

    byte[] pdf(Map<String, Object> content) {
        return papers.print("report", content);
    }

    byte[] word(Map<String, Object> content) {
        var model = new LinkedHashMap<>(content);
        // a Word table repeats a row, so what stands alone is a list of one
        model.put("visiting", List.of(content));
        model.put("issueFigures", List.of(content));
        return wordPapers.print("report", model);
    }

    private void poll(Map<String, Object> model, List<PollResult> polled) {
        var enough = polled.stream().filter(unit -> !unit.few()).toList();
        model.put("polled", !polled.isEmpty());
        model.put("poll", polled.stream().map(PaperWords::poll).toList());
        model.put("pollDrawn", !enough.isEmpty());
        model.put("pollBars", words.poll(enough));
    }

    private void assessment(Map<String, Object> model, List<AssessmentResult> assessed) {
        var whole = assessed.stream().filter(result -> result.unitId() == null).toList();
        model.put("assessed", !assessed.isEmpty());
        model.put("notAssessed", assessed.isEmpty());
        model.put("results", whole.stream().map(words::result).toList());
        model.put("items", whole.stream().map(AssessmentResult::itemName).toList());
        var byUnit = new LinkedHashMap<UUID, List<AssessmentResult>>();
        var lines = new ArrayList<Map<String, Object>>();
        for (var result : assessed) {
            if (result.unitId() != null) {
                byUnit.computeIfAbsent(result.unitId(), id -> new ArrayList<>()).add(result);
                var line = new LinkedHashMap<>(words.result(result));
                line.put("unit", result.unitName());
                lines.add(line);
            }
        }
        model.put("unitLines", lines);
        model.put(
                "unitResults",
                byUnit.values().stream()
                        .map(own -> Map.<String, Object>of(
                                "name", own.getFirst().unitName(),
                                "grades", own.stream().map(words::result).toList()))
                        .toList());
    }
}

package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.tasklist.WorkItems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The summary report of a campaign (总结报告, S1.11): prefilled, compiled by the office, filed as a PDF with its hash. */
@Service
@Transactional
public class Reports {
    private static final String COMPILE = "userTask_compileReport";
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NUMBER = 64;

    private final CampaignReports reports;
    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final Areas areas;
    private final People people;
    private final WorkItems workItems;
    private final ReportProcess process;
    private final Papers papers;
    private final PaperWords words;
    private final ReportPaper paper;
    private final DocumentAnnex annex;
    private final AppClock clock;
    private final Audit audit;

    Reports(
            CampaignReports reports,
            Campaigns campaigns,
            CampaignFigures figures,
            Areas areas,
            People people,
            WorkItems workItems,
            ReportProcess process,
            Papers papers,
            PaperWords words,
            ReportPaper paper,
            DocumentAnnex annex,
            AppClock clock,
            Audit audit) {
        this.reports = reports;
        this.campaigns = campaigns;
        this.figures = figures;
        this.areas = areas;
        this.people = people;
        this.workItems = workItems;
        this.process = process;
        this.papers = papers;
        this.words = words;
        this.paper = paper;
        this.annex = annex;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The report as it is being worked on; prefilled from the data before anything is written. Office and leading group
     * see it.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public ReportView get(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        Access.require(campaign, null);
        var now = figures.now(campaign);
        var report = reports.findByCampaignIdAndPeriod(campaignId, campaign.period());
        return new ReportView(
                campaignId,
                report.map(CampaignReport::texts).orElseGet(() -> prefilled(campaign, now)),
                now.whole(),
                now.units(),
                report.map(CampaignReport::compiledBy)
                        .map(id -> people.get(id).name())
                        .orElse(""),
                report.map(CampaignReport::compiledAt).orElse(null),
                report.map(CampaignReport::fileHash).orElse(""));
    }

    /**
     * Keeps what is written so far.
     *
     * @throws UserError {@code task.*} when it is not the current person's to write
     */
    public void saveDraft(UUID workItemId, ReportTexts texts) {
        var item = workItems.take(workItemId, COMPILE);
        requireShort(texts);
        report(campaigns.get(item.subjectId())).write(texts);
    }

    /**
     * Compiles the report: its figures are frozen now; the file follows with the assessment.
     *
     * @throws UserError {@code form.invalid} with the fields of {@link ReportTexts}; {@code task.*}; {@code
     *     campaign.archived}
     */
    public void compile(UUID workItemId, ReportTexts texts) {
        var item = workItems.take(workItemId, COMPILE);
        requireComplete(texts);
        var campaign = campaigns.requireRunning(item.subjectId());
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        report(campaign).compile(texts, figures.write(figures.now(campaign)), actor.id(), clock.now());
        audit.record(actor.id(), "report.compiled", "CAMPAIGN", campaign.id(), Map.of());
        process.compiled(item);
    }

    /**
     * The report on paper: the filed one, or before that a draft of what is written so far.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId) {
        return current(campaignId, CampaignReport::file, paper::pdf);
    }

    /** As {@link #pdf(UUID)}, as a Word document ({@code .docx}). */
    @Transactional(readOnly = true)
    public byte[] word(UUID campaignId) {
        return current(campaignId, CampaignReport::wordFile, paper::word);
    }

    /**
     * The report that was filed for a period of a standing campaign.
     *
     * @throws UserError {@code forbidden}; {@code report.notFiled}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID campaignId, int period) {
        return filed(campaignId, period, CampaignReport::file);
    }

    /** As {@link #pdf(UUID, int)}, as a Word document ({@code .docx}). */
    @Transactional(readOnly = true)
    public byte[] word(UUID campaignId, int period) {
        return filed(campaignId, period, CampaignReport::wordFile);
    }

    /**
     * A draft on paper with these texts and today's figures; nothing is kept.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] preview(UUID campaignId, ReportTexts texts) {
        return paper.pdf(draft(campaignId, texts));
    }

    /** As {@link #preview}, as a Word document ({@code .docx}). */
    @Transactional(readOnly = true)
    public byte[] previewWord(UUID campaignId, ReportTexts texts) {
        return paper.word(draft(campaignId, texts));
    }

    /** Prints the compiled report with the assessment and keeps it; nothing before it is compiled. */
    void file(CampaignView campaign) {
        reports.findByCampaignIdAndPeriod(campaign.id(), campaign.period())
                .filter(report -> report.figures() != null)
                .ifPresent(report -> {
                    var content = paper.content(
                            campaign,
                            report.texts(),
                            figures.read(report.figures(), Collected.class),
                            report.compiledAt().atZone(AppClock.ZONE).toLocalDate(),
                            false);
                    var pdf = paper.pdf(content);
                    report.file(pdf, sha256(pdf), paper.word(content));
                });
    }

    private byte[] current(
            UUID campaignId, Function<CampaignReport, byte[]> filed, Function<Map<String, Object>, byte[]> print) {
        var campaign = campaigns.get(campaignId);
        Access.require(campaign, null);
        var report = reports.findByCampaignIdAndPeriod(campaignId, campaign.period());
        return report.map(filed).orElseGet(() -> {
            var now = figures.now(campaign);
            var texts = report.map(CampaignReport::texts).orElseGet(() -> prefilled(campaign, now));
            return print.apply(paper.content(campaign, texts, now, clock.today(), true));
        });
    }

    private byte[] filed(UUID campaignId, int period, Function<CampaignReport, byte[]> file) {
        Access.require(campaigns.get(campaignId), null);
        return reports.findByCampaignIdAndPeriod(campaignId, period)
                .map(file)
                .orElseThrow(() -> new UserError("report.notFiled"));
    }

    private Map<String, Object> draft(UUID campaignId, ReportTexts texts) {
        var campaign = campaigns.get(campaignId);
        Access.require(campaign, null);
        requireShort(texts);
        return paper.content(campaign, texts, figures.now(campaign), clock.today(), true);
    }

    private CampaignReport report(CampaignView campaign) {
        return reports.findByCampaignIdAndPeriod(campaign.id(), campaign.period())
                .orElseGet(() -> reports.save(new CampaignReport(campaign.id(), campaign.period())));
    }

    private ReportTexts prefilled(CampaignView campaign, Collected now) {
        var model = words.figures(now.whole());
        model.put("campaign", campaign.name());
        model.put("start", words.date(campaign.mobilizationStart()));
        model.put("end", words.date(campaign.end()));
        model.put("place", areas.place(campaign.areaCode()));
        model.put("unitCount", now.units().size());
        model.put("cadres", figures.cadres(campaign.id(), null));
        annex.fill(model, campaign.id(), null);
        var drafts = papers.sections("report-draft", model);
        return new ReportTexts(
                "",
                drafts.getOrDefault("overview", ""),
                drafts.getOrDefault("practice", ""),
                drafts.getOrDefault("outcome", ""),
                drafts.getOrDefault("problems", ""),
                drafts.getOrDefault("nextSteps", ""));
    }

    private static void requireComplete(ReportTexts texts) {
        requireShort(texts);
        Sections.requireWritten(fields(texts));
    }

    private static void requireShort(ReportTexts texts) {
        var faults = Sections.tooLong(fields(texts), LONGEST);
        if (texts.number().length() > LONGEST_NUMBER) {
            faults.put("number", Message.of("summary.textTooLong", LONGEST_NUMBER));
        }
        Sections.stopAt(faults);
    }

    private static Map<String, String> fields(ReportTexts texts) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("overview", texts.overview());
        fields.put("practice", texts.practice());
        fields.put("outcome", texts.outcome());
        fields.put("problems", texts.problems());
        fields.put("nextSteps", texts.nextSteps());
        return fields;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.minqing.assessment;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import cn.minqing.platform.Workdays;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The summaries of the units (S1.11): prefilled, written by the unit, reviewed by the office. */
@Service
@Transactional
public class Summaries {
    private static final String WRITE = "userTask_writeSummary";
    private static final String REVIEW = "userTask_reviewSummary";
    private static final int LONGEST = 20_000;

    private final UnitSummaries summaries;
    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final Units units;
    private final People people;
    private final WorkItems workItems;
    private final SummaryProcess process;
    private final Papers papers;
    private final PaperWords words;
    private final DocumentAnnex annex;
    private final Workdays workdays;
    private final AppClock clock;
    private final Audit audit;

    Summaries(
            UnitSummaries summaries,
            Campaigns campaigns,
            CampaignFigures figures,
            Units units,
            People people,
            WorkItems workItems,
            SummaryProcess process,
            Papers papers,
            PaperWords words,
            DocumentAnnex annex,
            Workdays workdays,
            AppClock clock,
            Audit audit) {
        this.summaries = summaries;
        this.campaigns = campaigns;
        this.figures = figures;
        this.units = units;
        this.people = people;
        this.workItems = workItems;
        this.process = process;
        this.papers = papers;
        this.words = words;
        this.annex = annex;
        this.workdays = workdays;
        this.clock = clock;
        this.audit = audit;
    }

    /** A summary that waits to be written, and until when. */
    public record Started(UUID summaryId, LocalDate due) {}

    /**
     * Makes a unit's summary with what the data already say, or opens it again for a remedial round. For the process;
     * it may be repeated.
     */
    public Started start(UUID campaignId, UUID unitId) {
        var campaign = campaigns.get(campaignId);
        var due = due(campaign);
        var known = summaries.findByCampaignIdAndPeriodAndUnitId(campaignId, campaign.period(), unitId);
        var summary = known.orElseGet(() -> summaries.save(
                new UnitSummary(campaignId, campaign.period(), unitId, due, prefilled(campaign, unitId))));
        if (known.isPresent() && !summary.isBeingWritten()) {
            summary.reopen(due);
        }
        audit.record(Actors.currentId(), "summary.started", "SUMMARY", summary.id(), Map.of("round", summary.round()));
        return new Started(summary.id(), summary.dueOn());
    }

    /**
     * One summary; the unit's leader, the office and the leading group see it.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public SummaryView get(UUID id) {
        var summary = find(id);
        var campaign = campaigns.get(summary.campaignId());
        Access.require(campaign, summary.unitId());
        return view(campaign, summary);
    }

    /** What a task of the process is about, for the task list. */
    @Transactional(readOnly = true)
    public Subject subject(UUID id) {
        var summary = find(id);
        var campaign = campaigns.get(summary.campaignId());
        return new Subject(
                campaign.id(),
                campaign.hostUnitId(),
                campaign.areaCode(),
                campaign.name(),
                summary.unitId(),
                units.get(summary.unitId()).name());
    }

    /** Names and scopes of a summary's task. */
    public record Subject(
            UUID campaignId, UUID hostUnitId, String areaCode, String campaignName, UUID unitId, String unitName) {}

    /**
     * The summaries of the running period the current person may see: all for office and leading group, the own one for
     * a unit leader.
     */
    @Transactional(readOnly = true)
    public List<SummaryView> ofCampaign(UUID campaignId) {
        return ofPeriod(campaignId, campaigns.get(campaignId).period());
    }

    /** As {@link #ofCampaign}, for a period of a standing campaign. */
    @Transactional(readOnly = true)
    public List<SummaryView> ofPeriod(UUID campaignId, int period) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        return summaries.findByCampaignIdAndPeriod(campaignId, period).stream()
                .filter(summary -> Access.may(actor, campaign, summary.unitId()))
                .map(summary -> view(campaign, summary))
                .sorted(Comparator.comparing(SummaryView::unitName))
                .toList();
    }

    /**
     * Keeps what is written so far.
     *
     * @throws UserError {@code summary.handedIn} when it was handed in meanwhile, {@code task.*} when it is not the
     *     current person's to write
     */
    public void saveDraft(UUID workItemId, SummaryTexts texts) {
        var item = workItems.take(workItemId, WRITE);
        requireShort(texts);
        find(item.subjectId()).draft(texts);
    }

    /**
     * Hands the summary in; its figures are frozen.
     *
     * @throws UserError {@code form.invalid} with the fields practice, outcome, problems, nextSteps; {@code
     *     summary.handedIn}; {@code task.*}; {@code campaign.archived}
     */
    public void submit(UUID workItemId, SummaryTexts texts) {
        var item = workItems.take(workItemId, WRITE);
        requireComplete(texts);
        var summary = find(item.subjectId());
        var campaign = campaigns.requireRunning(summary.campaignId());
        var actor = Actors.current();
        actor.require(Role.UNIT_LEADER, summary.unitId());
        summary.submit(texts, figures.write(figures.now(campaign, summary.unitId())), actor.id(), clock.now());
        audit.record(actor.id(), "summary.submitted", "SUMMARY", summary.id(), Map.of("round", summary.round()));
        process.submitted(item);
    }

    /**
     * Accepts the summary.
     *
     * @throws UserError {@code summary.ownReview} for who wrote it, {@code summary.notSubmitted}, {@code task.*}
     */
    public void approve(UUID workItemId) {
        var item = workItems.take(workItemId, REVIEW);
        var summary = find(item.subjectId());
        var actor = Actors.current();
        actor.require(
                Role.CAMPAIGN_OFFICE,
                campaigns.requireRunning(summary.campaignId()).hostUnitId());
        summary.approve(actor.id(), clock.now());
        audit.record(actor.id(), "summary.approved", "SUMMARY", summary.id(), Map.of());
        process.approved(item);
    }

    /**
     * Sends the summary back to the unit.
     *
     * @throws UserError {@code form.invalid} with the field reason; {@code summary.ownReview}; {@code
     *     summary.notSubmitted}; {@code task.*}
     */
    public void sendBack(UUID workItemId, String reason) {
        var item = workItems.take(workItemId, REVIEW);
        if (reason.isBlank()) {
            throw UserError.invalid(Map.of("reason", Message.of("summary.reasonMissing")));
        }
        var summary = find(item.subjectId());
        var campaign = campaigns.requireRunning(summary.campaignId());
        var actor = Actors.current();
        actor.require(Role.CAMPAIGN_OFFICE, campaign.hostUnitId());
        summary.sendBack(reason.strip(), due(campaign), actor.id(), clock.now());
        audit.record(actor.id(), "summary.returned", "SUMMARY", summary.id(), Map.of());
        process.returned(item, summary.dueOn());
    }

    /**
     * The summary on paper.
     *
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID id) {
        var summary = get(id);
        var campaign = campaigns.get(summary.campaignId());
        var model = words.figures(summary.figures());
        annex.fill(model, campaign.id(), summary.unitId());
        model.put("title", words.title("summaryTitle", campaign.name()));
        model.put("number", "");
        model.put("unit", summary.unitName());
        model.put(
                "date",
                words.date(
                        summary.submittedAt() == null
                                ? clock.today()
                                : summary.submittedAt().atZone(AppClock.ZONE).toLocalDate()));
        model.put("draft", summary.submittedAt() == null);
        model.put("practice", words.paragraphs(summary.texts().practice()));
        model.put("outcome", words.paragraphs(summary.texts().outcome()));
        model.put("problems", words.paragraphs(summary.texts().problems()));
        model.put("nextSteps", words.paragraphs(summary.texts().nextSteps()));
        return papers.print("unit-summary", model);
    }

    private SummaryTexts prefilled(CampaignView campaign, UUID unitId) {
        var model = words.figures(figures.now(campaign, unitId));
        model.put("campaign", campaign.name());
        model.put("unit", units.get(unitId).name());
        model.put("cadres", figures.cadres(campaign.id(), unitId));
        annex.fill(model, campaign.id(), unitId);
        var drafts = papers.sections("unit-summary-draft", model);
        return new SummaryTexts(
                drafts.getOrDefault("practice", ""),
                drafts.getOrDefault("outcome", ""),
                drafts.getOrDefault("problems", ""),
                drafts.getOrDefault("nextSteps", ""));
    }

    private SummaryView view(CampaignView campaign, UnitSummary summary) {
        var frozen = summary.isBeingWritten() || summary.figures() == null
                ? figures.now(campaign, summary.unitId())
                : figures.read(summary.figures(), Figures.class);
        return new SummaryView(
                summary.id(),
                summary.campaignId(),
                summary.unitId(),
                units.get(summary.unitId()).name(),
                summary.state(),
                summary.round(),
                summary.dueOn(),
                summary.texts(),
                frozen,
                summary.writtenBy() == null
                        ? ""
                        : people.get(summary.writtenBy()).name(),
                summary.submittedAt(),
                summary.returnedReason());
    }

    private UnitSummary find(UUID id) {
        return summaries.findById(id).orElseThrow(() -> new UserError("summary.unknown"));
    }

    private LocalDate due(CampaignView campaign) {
        return workdays.plus(clock.today(), campaign.template().limits().of("summary"));
    }

    private static void requireComplete(SummaryTexts texts) {
        requireShort(texts);
        Sections.requireWritten(fields(texts));
    }

    private static void requireShort(SummaryTexts texts) {
        Sections.stopAt(Sections.tooLong(fields(texts), LONGEST));
    }

    private static Map<String, String> fields(SummaryTexts texts) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("practice", texts.practice());
        fields.put("outcome", texts.outcome());
        fields.put("problems", texts.problems());
        fields.put("nextSteps", texts.nextSteps());
        return fields;
    }
}

package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.assessment.Grading.Grade;
import cn.minqing.assessment.Measured.Part;
import cn.minqing.campaign.CampaignTemplate.AssessmentItem;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assessment of a campaign and its units (S1.11): results and the residents' satisfaction only. Persons get neither
 * points nor ranks.
 */
@Service
@Transactional
public class Assessments {
    /** The measure that sums the lines before it up. */
    static final String OVERALL = "overall";

    private final Campaigns campaigns;
    private final CampaignFigures figures;
    private final Grading grading;
    private final Map<String, Measure> measures;
    private final Breaches breaches;
    private final ResultRows rows;
    private final Reports reports;
    private final Audit audit;

    Assessments(
            Campaigns campaigns,
            CampaignFigures figures,
            Grading grading,
            List<Measure> measures,
            Breaches breaches,
            ResultRows rows,
            Reports reports,
            Audit audit) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.grading = grading;
        this.measures = measures.stream().collect(Collectors.toMap(Measure::name, Function.identity()));
        this.breaches = breaches;
        this.rows = rows;
        this.reports = reports;
        this.audit = audit;
    }

    public enum SubjectType {
        HOUSEHOLD,
        ISSUE,
        PERSON,
        UNIT,
        BREACH
    }

    /** A record that speaks against a full mark, and the unit it counts for. */
    public record Behind(SubjectType type, UUID subjectId, UUID unitId) {}

    /**
     * Computes the assessment from the data as they are now and files the report with it. For the process; a later run
     * takes the place of the earlier one.
     */
    public void compute(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var collected = figures.now(campaign);
        rows.clear(campaignId, campaign.period());
        var lines = new LinkedHashMap<AssessmentItem, Measured>();
        for (var item : campaign.template().assessment()) {
            if (!item.measure().equals(OVERALL)) {
                lines.put(item, measure(campaign, item, collected));
            }
        }
        add(campaign, null, lines);
        collected.units().forEach(unit -> add(campaign, unit.unitId(), lines));
        reports.file(campaign);
        audit.record(Actors.currentId(), "assessment.computed", "CAMPAIGN", campaignId, Map.of());
    }

    /**
     * The assessment, the campaign's own lines first. Office and leading group see all, a unit leader the campaign's and
     * the own unit's lines; empty before it is computed.
     *
     * @throws UserError {@code forbidden} for anybody else
     */
    @Transactional(readOnly = true)
    public List<AssessmentResult> of(UUID campaignId) {
        return of(campaignId, campaigns.get(campaignId).period());
    }

    /** As {@link #of(UUID)}, for a period of a standing campaign; the results of a closed one stay as they were. */
    @Transactional(readOnly = true)
    public List<AssessmentResult> of(UUID campaignId, int period) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        if (!Access.mayAll(actor, campaign) && ownUnits(campaignId).isEmpty()) {
            throw UserError.forbidden();
        }
        return rows.of(campaignId, period).stream()
                .filter(result -> result.unitId() == null || Access.may(actor, campaign, result.unitId()))
                .toList();
    }

    /**
     * The records that speak against a full mark of an item, frozen when it was computed.
     *
     * @param unitId null for the whole campaign, which office and leading group see
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public List<Behind> recordsBehind(UUID campaignId, String item, @Nullable UUID unitId) {
        return recordsBehind(campaignId, campaigns.get(campaignId).period(), item, unitId);
    }

    /** As {@link #recordsBehind(UUID, String, UUID)}, for a period of a standing campaign. */
    @Transactional(readOnly = true)
    public List<Behind> recordsBehind(UUID campaignId, int period, String item, @Nullable UUID unitId) {
        Access.require(campaigns.get(campaignId), unitId);
        return rows.records(campaignId, period, item, unitId);
    }

    /**
     * The figures as they are now, by unit: all for office and leading group, the own unit's for a unit leader.
     *
     * @throws UserError {@code forbidden} for anybody else
     */
    @Transactional(readOnly = true)
    public List<UnitFigures> figures(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        var all = figures.now(campaign).units().stream()
                .filter(unit -> Access.may(actor, campaign, unit.unitId()))
                .toList();
        if (all.isEmpty() && !Access.mayAll(actor, campaign)) {
            throw UserError.forbidden();
        }
        return all;
    }

    private List<UUID> ownUnits(UUID campaignId) {
        var actor = Actors.current();
        return figures.unitIds(campaignId).stream()
                .filter(unit -> actor.has(Role.UNIT_LEADER, unit))
                .toList();
    }

    private Measured measure(CampaignView campaign, AssessmentItem item, Collected collected) {
        var colon = item.measure().indexOf(':');
        var name = colon < 0 ? item.measure() : item.measure().substring(0, colon);
        var measure = measures.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("Nothing measures " + item.measure());
        }
        return measure.of(campaign, colon < 0 ? "" : item.measure().substring(colon + 1), collected);
    }

    private void add(CampaignView campaign, @Nullable UUID unitId, Map<AssessmentItem, Measured> lines) {
        var graded = new ArrayList<AssessmentResult>();
        var order = 0;
        for (var item : campaign.template().assessment()) {
            var measured = lines.get(item);
            var part = measured == null ? overall(campaign, unitId, graded) : measured.of(unitId);
            var grade = measured == null
                    ? overallGrade(graded, part)
                    : grading.grade(item.id(), item.measure(), part.rate());
            var result = result(item, campaign.period(), unitId, part, grade);
            graded.add(result);
            rows.add(campaign.id(), result, order++);
            if (unitId != null) {
                rows.addRecords(result.id(), part.against());
            }
        }
    }

    /** Of the lines so far, how many are good; against it stand the breaches that were proved. */
    private Part overall(CampaignView campaign, @Nullable UUID unitId, List<AssessmentResult> graded) {
        var good = (int)
                graded.stream().filter(line -> line.grade().equals("good")).count();
        return Part.share(good, graded.size(), breaches.confirmed(campaign, unitId));
    }

    private Grade overallGrade(List<AssessmentResult> graded, Part part) {
        var poor = (int)
                graded.stream().filter(line -> line.grade().equals("poor")).count();
        return grading.overall(part.rate(), poor, part.against().size());
    }

    private static AssessmentResult result(
            AssessmentItem item, int period, @Nullable UUID unitId, Part part, Grade grade) {
        return new AssessmentResult(
                Ids.next(),
                period,
                unitId,
                "",
                item.id(),
                item.name(),
                item.measure(),
                part.numerator(),
                part.denominator(),
                part.rate(),
                grade.grade(),
                grade.reason(),
                grade.source(),
                0);
    }
}

package cn.minqing.assessment;

import cn.minqing.campaign.CampaignTemplate.AssessmentItem;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contact;
import cn.minqing.campaign.Contacts;
import cn.minqing.issue.IssueSummary;
import cn.minqing.issue.Issues;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.visit.Visits;
import java.util.HashSet;
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
    private final Campaigns campaigns;
    private final Contacts contacts;
    private final Visits visits;
    private final Issues issues;
    private final CampaignFigures figures;
    private final Grading grading;
    private final ResultRows rows;
    private final Reports reports;
    private final Audit audit;

    Assessments(
            Campaigns campaigns,
            Contacts contacts,
            Visits visits,
            Issues issues,
            CampaignFigures figures,
            Grading grading,
            ResultRows rows,
            Reports reports,
            Audit audit) {
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.visits = visits;
        this.issues = issues;
        this.figures = figures;
        this.grading = grading;
        this.rows = rows;
        this.reports = reports;
        this.audit = audit;
    }

    public enum SubjectType {
        HOUSEHOLD,
        ISSUE
    }

    /** A record that speaks against a full mark, and the unit it counts for. */
    public record Behind(SubjectType type, UUID subjectId, UUID unitId) {}

    private record Measured(int numerator, int denominator) {
        @Nullable
        Double rate() {
            return denominator == 0 ? null : (double) numerator / denominator;
        }
    }

    /**
     * Computes the assessment from the data as they are now and files the report with it. For the process; a later run
     * takes the place of the earlier one.
     */
    public void compute(UUID campaignId) {
        var campaign = campaigns.get(campaignId);
        var collected = figures.now(campaign);
        rows.clear(campaignId, campaign.period());
        add(campaign, null, collected.whole());
        for (var unit : collected.units()) {
            var results = add(campaign, unit.unitId(), unit.figures());
            results.forEach(result -> addRecords(campaign, unit.unitId(), result));
        }
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

    private List<AssessmentResult> add(CampaignView campaign, @Nullable UUID unitId, Figures of) {
        var items = campaign.template().assessment();
        var results = items.stream()
                .map(item -> result(item, campaign.period(), unitId, of))
                .toList();
        for (var index = 0; index < results.size(); index++) {
            rows.add(campaign.id(), results.get(index), index);
        }
        return results;
    }

    private AssessmentResult result(AssessmentItem item, int period, @Nullable UUID unitId, Figures of) {
        var measured = measure(item, of);
        var grade = grading.grade(item.id(), measured.rate());
        return new AssessmentResult(
                Ids.next(),
                period,
                unitId,
                "",
                item.id(),
                item.name(),
                item.measure(),
                measured.numerator(),
                measured.denominator(),
                measured.rate(),
                grade.grade(),
                grade.reason(),
                grade.source(),
                0);
    }

    private static Measured measure(AssessmentItem item, Figures of) {
        return switch (item.measure()) {
            case "coverage" -> new Measured(of.visited(), of.households());
            case "files" -> new Measured(of.filesComplete(), of.households());
            case "obligations" -> new Measured(of.obligationsMet(), of.obligationsDue());
            case "answered" -> new Measured(of.issues().answered(), of.issues().registered());
            case "satisfaction" ->
                new Measured(of.issues().satisfied(), of.issues().asked());
            default -> throw new IllegalArgumentException("Nothing measures " + item.measure());
        };
    }

    private void addRecords(CampaignView campaign, UUID unitId, AssessmentResult result) {
        switch (result.measure()) {
            case "coverage" -> addHouseholds(campaign, unitId, result, visits.contactsNotVisited(campaign.id()));
            case "files", "obligations" ->
                addHouseholds(campaign, unitId, result, visits.contactsWithoutFile(campaign.id()));
            case "answered" -> addIssues(result, issues.unanswered(campaign.id(), unitId));
            case "satisfaction" -> addIssues(result, issues.unsatisfied(campaign.id(), unitId));
            default -> throw new IllegalArgumentException("Nothing lists " + result.measure());
        }
    }

    private void addHouseholds(CampaignView campaign, UUID unitId, AssessmentResult result, List<UUID> contactIds) {
        var wanted = new HashSet<>(contactIds);
        var byId =
                contacts.ofCampaign(campaign.id()).stream().collect(Collectors.toMap(Contact::id, Function.identity()));
        var households = wanted.stream()
                .map(byId::get)
                .filter(contact -> contact != null && contact.unitId().equals(unitId))
                .map(Contact::householdId)
                .toList();
        rows.addRecords(result.id(), SubjectType.HOUSEHOLD.name(), households);
    }

    private void addIssues(AssessmentResult result, List<IssueSummary> found) {
        rows.addRecords(
                result.id(),
                SubjectType.ISSUE.name(),
                found.stream().map(IssueSummary::id).toList());
    }
}

package cn.minqing.visit;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contact;
import cn.minqing.form.Forms;
import cn.minqing.household.HouseholdView;
import cn.minqing.household.Households;
import cn.minqing.issue.Issues;
import cn.minqing.organization.People;
import cn.minqing.platform.AppClock;
import cn.minqing.tasklist.WorkItem;
import cn.minqing.tasklist.WorkItems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a sheet shows. */
@Component
class SheetReader {
    private static final String PROCESS = "household-visit";

    private final VisitRows rows;
    private final Forms forms;
    private final Households households;
    private final Issues issues;
    private final People people;
    private final WorkItems workItems;
    private final IncomeAverages averages;
    private final AppClock clock;

    SheetReader(
            VisitRows rows,
            Forms forms,
            Households households,
            Issues issues,
            People people,
            WorkItems workItems,
            IncomeAverages averages,
            AppClock clock) {
        this.rows = rows;
        this.forms = forms;
        this.households = households;
        this.issues = issues;
        this.people = people;
        this.workItems = workItems;
        this.averages = averages;
        this.clock = clock;
    }

    VisitSheet read(HouseholdFile file, Contact contact, CampaignView campaign, UUID actorId) {
        var household = households.view(file.householdId());
        var mine = contact.personId().equals(actorId) && contact.until() == null;
        var item = workItems.about(contact.id()).stream()
                .filter(open -> open.process().equals(PROCESS))
                .findFirst();
        var visits = rows.ofHousehold(file.householdId());
        return new VisitSheet(
                contact.id(),
                campaign.id(),
                campaign.name(),
                contact.unitId(),
                people.get(contact.personId()).name(),
                mine,
                item.map(WorkItem::id).orElse(null),
                item.map(WorkItem::element).orElse(null),
                item.filter(WorkItem::hasDue)
                        .map(open -> LocalDate.ofInstant(open.due(), AppClock.ZONE))
                        .orElse(null),
                waitingUntil(file, visits),
                file.state(),
                household,
                campaign.template().householdObligations().stream()
                        .map(obligation -> obligation(file, obligation))
                        .toList(),
                forms(file, campaign, household, mine),
                issues.ofHousehold(file.householdId()),
                rows.openPromises(file.householdId()),
                visits,
                rows.openStrikeOff(file.id()).orElse(null),
                rows.lastSpotCheck(file.id()).orElse(null),
                campaign.template().issueCategories(),
                mine ? averages.of(file).orElse(null) : null);
    }

    private @Nullable LocalDate waitingUntil(HouseholdFile file, List<VisitSheet.Visited> visits) {
        if (file.state() != FileState.OPEN || visits.isEmpty()) {
            return null;
        }
        var last = visits.getFirst();
        var next = last.nextDate();
        return last.result() == VisitResult.NOT_AT_HOME && next != null && next.isAfter(clock.today()) ? next : null;
    }

    private static VisitSheet.Obligation obligation(HouseholdFile file, CampaignTemplate.Obligation due) {
        var met = file.met(due.id());
        return new VisitSheet.Obligation(
                due.id(),
                due.name(),
                due.evidence(),
                due.form(),
                due.issueSolved(),
                met.map(ObligationMet::evidence).orElse(""),
                met.map(ObligationMet::metOn).orElse(null));
    }

    private List<VisitSheet.FormAnswers> forms(
            HouseholdFile file, CampaignView campaign, HouseholdView household, boolean mine) {
        var last = rows.lastAnswers(file.householdId());
        var answered = new KnownAnswers(forms, last, household);
        return campaign.template().householdObligations().stream()
                .filter(obligation -> !obligation.form().isEmpty())
                .map(obligation -> {
                    var schema = forms.get(obligation.form());
                    var known = last.get(schema.id());
                    var before = answered.of(schema);
                    var answers = known == null ? KnownAnswers.values(before) : schema.clean(known.answers());
                    return new VisitSheet.FormAnswers(
                            schema,
                            obligation.id(),
                            obligation.name(),
                            mine ? answers : Map.of(),
                            known == null ? null : known.answeredOn(),
                            known == null ? "" : known.answeredBy(),
                            known != null && known.fileId().equals(file.id()),
                            mine ? before : Map.of());
                })
                .toList();
    }
}

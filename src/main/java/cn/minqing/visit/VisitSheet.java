package cn.minqing.visit;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.form.FormSchema;
import cn.minqing.household.HouseholdView;
import cn.minqing.issue.IssueSummary;
import cn.minqing.platform.UserError.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the visit sheet of one household shows, in one read.
 *
 * @param mine whether the current person is the contact: only then are answers shown and can be changed
 * @param contactName who is in contact with the household
 * @param workItemId the current person's open task about this contact, whichever it is; null when nothing waits for them
 * @param task user task of {@code workItemId}: userTask_visitHousehold, userTask_approveStrikeOff, userTask_spotCheck
 * @param due when {@code workItemId} is due
 * @param waitingUntil the agreed day of the next attempt, while nobody was at home; null otherwise
 * @param forms one for each obligation that has a form, in that order
 * @param promises not kept yet, oldest first
 * @param visits newest first
 * @param strikeOff the request that waits for the unit leader; null for none
 * @param spotCheck what the inspector found last; null for none
 * @param issueCategories what an issue may be about, from the template
 * @param income what each member has in a year; null while it is not told, or for all but the contact
 */
public record VisitSheet(
        UUID contactId,
        UUID campaignId,
        String campaignName,
        UUID unitId,
        String contactName,
        boolean mine,
        @Nullable UUID workItemId,
        @Nullable String task,
        @Nullable LocalDate due,
        @Nullable LocalDate waitingUntil,
        FileState state,
        HouseholdView household,
        List<Obligation> obligations,
        List<FormAnswers> forms,
        List<IssueSummary> issues,
        List<Promise> promises,
        List<Visited> visits,
        @Nullable StrikeOff strikeOff,
        @Nullable SpotCheck spotCheck,
        List<CampaignTemplate.Choice> issueCategories,
        @Nullable PerPerson income) {

    /** Whether the current person may hand in a visit nobody was asked for: no task waits, and the household is there. */
    public boolean mayVisitAgain() {
        return mine && workItemId == null && state != FileState.STRUCK_OFF && state != FileState.CANCELLED;
    }

    /** Where the shell's {@code Drafts} keep the half-filled sheet; {@link Visits#submit} clears it. */
    public String draftKey() {
        return "visit/" + contactId;
    }

    /**
     * One obligation for the household (S1.4).
     *
     * @param hint what to write as evidence
     * @param form id of the form that must be complete; empty for none
     * @param issueCounts whether an issue of the household will do in place of written evidence
     * @param evidence what was written; empty while it is open
     * @param metOn null while it is open
     */
    public record Obligation(
            String id,
            String name,
            String hint,
            String form,
            boolean issueCounts,
            String evidence,
            @Nullable LocalDate metOn) {
        public boolean isMet() {
            return metOn != null;
        }
    }

    /**
     * A form with the household's last answers.
     *
     * @param obligation the obligation it belongs to, whose name is its title
     * @param answers empty when nobody answered yet, or the current person may not see them
     * @param answeredOn the day of the visit they come from; null for never
     * @param answeredHere whether they come from a visit of this campaign
     * @param known by the key at the top of the form: what stands there, from wherever it is known best
     */
    public record FormAnswers(
            FormSchema schema,
            String obligation,
            String title,
            Map<String, Object> answers,
            @Nullable LocalDate answeredOn,
            String answeredBy,
            boolean answeredHere,
            Map<String, Known> known) {}

    /**
     * Something that need not be asked again.
     *
     * @param on the day it was told; null when only the register has it
     * @param form name of the other form it was told in; empty for the form itself or the register
     */
    public record Known(Object value, @Nullable LocalDate on, String form) {}

    /**
     * Income per person against the average of the area (S9.5).
     *
     * @param yuan a year, rounded
     * @param year of the average: the year it was told, or the latest before that has one; null for none
     */
    public record PerPerson(
            java.math.BigDecimal yuan,
            @Nullable Integer year,
            @Nullable Integer average) {}

    /** Something the cadre promised. {@code due} is null when no day was named. */
    public record Promise(UUID id, String text, @Nullable LocalDate due, LocalDate madeOn, String madeBy) {}

    /**
     * @param late whether it was entered after the day it was made
     * @param obligations ids of what was met in it
     */
    public record Visited(
            UUID id,
            LocalDate visitedOn,
            LocalDate enteredOn,
            boolean late,
            VisitKind kind,
            VisitResult result,
            String by,
            String metWith,
            String diary,
            @Nullable LocalDate nextDate,
            Set<String> obligations) {}

    /** @param reason MOVED_AWAY or DECEASED */
    public record StrikeOff(String reason, String note, String requestedBy, LocalDate requestedOn) {}

    /** @param disputed ids of the obligations the inspector did not find */
    public record SpotCheck(LocalDate checkedOn, String by, boolean confirmed, String note, Set<String> disputed) {}

    /** What came of handing a sheet in. */
    public record Submitted(
            UUID visitId, boolean fileComplete, List<String> stillOpen, List<UUID> issueIds, boolean repeated) {}

    /**
     * What is wrong with a sheet, and what is only unusual.
     *
     * @param faults by field, see {@link SheetInput}
     * @param unusual by field: right if the person says so by {@link SheetInput#unusualConfirmed()}
     */
    public record Check(Map<String, Message> faults, Map<String, Message> unusual) {}
}

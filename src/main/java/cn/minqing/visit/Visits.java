package cn.minqing.visit;

import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Visit sheets, visits and household files. */
@Service
public class Visits {

    /**
     * Everything the sheet of one household shows. The contact sees it all; leaders and inspectors see what they need to
     * decide, without answers.
     *
     * @throws UserError {@code forbidden}, {@code visit.notStarted} before the household's batch has started
     */
    public VisitSheet sheet(UUID contactId) {
        throw new UnsupportedOperationException();
    }

    /** What {@link #submit} would find wrong or unusual; writes nothing. */
    public VisitSheet.Check check(UUID contactId, SheetInput input) {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands a sheet in: visit, answers, obligations, corrections of members, issues and promises are written and the task
     * is completed, all or nothing. The same submission key answers the same again.
     *
     * @throws UserError {@code form.invalid} with every fault by field; {@code visit.unusual} with fields when something
     *     is only unusual and not confirmed; {@code task.done}, {@code task.taken}, {@code task.withdrawn} when somebody
     *     else was there first (the draft stays)
     */
    public VisitSheet.Submitted submit(UUID workItemId, SheetInput input) {
        throw new UnsupportedOperationException();
    }

    /**
     * Nobody was at home; the task comes back on the day agreed.
     *
     * @param note with whom it was agreed, may be empty
     * @throws UserError {@code form.invalid} at {@code nextDate} or {@code note}
     */
    public void notAtHome(UUID workItemId, LocalDate nextDate, String note) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the unit leader to strike the household off.
     *
     * @param reason MOVED_AWAY or DECEASED
     * @param note how it is known, required
     * @throws UserError {@code form.invalid} at {@code reason} or {@code note}
     */
    public void requestStrikeOff(UUID workItemId, String reason, String note) {
        throw new UnsupportedOperationException();
    }

    /**
     * The unit leader decides.
     *
     * @param reason required when refused
     * @throws UserError {@code form.invalid} at {@code reason}; {@code visit.ownRequest} when the request is their own
     */
    public void decideStrikeOff(UUID workItemId, boolean approved, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * The inspector tells what they found on a second visit.
     *
     * @param note required when not confirmed
     * @param disputed obligations not found; they are open again
     * @throws UserError {@code form.invalid} at {@code note}; {@code visit.ownVisit} when the inspector made the visit
     */
    public void spotCheck(UUID workItemId, boolean confirmed, String note, Set<String> disputed) {
        throw new UnsupportedOperationException();
    }

    /** The visits of one household in all campaigns, newest first. Checks that the household is visible. */
    public List<VisitSheet.Visited> ofHousehold(UUID householdId) {
        throw new UnsupportedOperationException();
    }

    /** How far each contact's visits have come, for lists whose rights the caller has checked; none before their batch. */
    public Map<UUID, FileStatus> statuses(List<UUID> contactIds) {
        throw new UnsupportedOperationException();
    }

    /** {@link #figures} of every unit with contacts, in one query; for the board. The caller checks rights. */
    public Map<UUID, VisitFigures> figuresByUnit(UUID campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Coverage of every group of the campaign's area, by code. The caller checks rights. */
    public List<GroupCoverage> coverage(UUID campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Figures of a campaign, or of one unit in it; for boards, summaries and the report. The caller checks rights. */
    public VisitFigures figures(UUID campaignId, @Nullable UUID unitId) {
        throw new UnsupportedOperationException();
    }

    /** Contacts of the campaign whose household has no complete file; remedial visits are ordered for them. */
    public List<UUID> contactsWithoutFile(UUID campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Contacts of the campaign whose household nobody has visited yet; the assessment lists them behind its figure. */
    public List<UUID> contactsNotVisited(UUID campaignId) {
        throw new UnsupportedOperationException();
    }
}

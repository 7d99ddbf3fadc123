package cn.minqing.issue;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.platform.UserError;
import cn.minqing.platform.Workdays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the deadlines of an issue came about, for its page. */
@Service
@Transactional(readOnly = true)
public class IssueClocks {
    private final IssueRepository issues;
    private final IssueRights rights;
    private final Clocks clocks;
    private final Requests requests;
    private final CoHandlers coHandlers;
    private final Workdays workdays;
    private final Campaigns campaigns;
    private final RequestLimits limits;

    IssueClocks(
            IssueRepository issues,
            IssueRights rights,
            Clocks clocks,
            Requests requests,
            CoHandlers coHandlers,
            Workdays workdays,
            Campaigns campaigns,
            RequestLimits limits) {
        this.issues = issues;
        this.rights = rights;
        this.clocks = clocks;
        this.requests = requests;
        this.coHandlers = coHandlers;
        this.workdays = workdays;
        this.campaigns = campaigns;
        this.limits = limits;
    }

    /** A part of the sentence: key of a text, and what goes into it. */
    public record Part(String key, List<Object> args) {
        static Part of(String key, Object... args) {
            return new Part(key, List.of(args));
        }
    }

    /** A department that helps; {@code reportedAt} is null while it has not reported. */
    public record CoHandler(
            String unit, String report, @Nullable Instant reportedAt) {}

    /** An application that waits for its decision, or the last one decided. {@code kind}: EXTENSION or PARKING. */
    public record Application(
            String kind,
            String state,
            String applicant,
            String reason,
            int days,
            @Nullable LocalDate reviewOn) {}

    /**
     * @param parts in the order they are said; joined by commas
     * @param deadline until when whoever has it is to be done
     * @param promised until when the household was promised an answer
     * @param reviewOn the promised review while it is parked
     * @param extensionsLeft how often it may still be extended, by {@code extensionDays} at most each time
     * @param mayEnd the current person may note that the resident took it back
     * @param pending the application that waits
     */
    public record Explained(
            List<Part> parts,
            LocalDate deadline,
            LocalDate promised,
            boolean parked,
            @Nullable LocalDate reviewOn,
            int extensionsLeft,
            int extensionDays,
            boolean mayEnd,
            @Nullable Application pending,
            List<CoHandler> coHandlers) {}

    /**
     * The clock of an issue the current person may read.
     *
     * @throws UserError {@code issue.unknown}, {@code forbidden}
     */
    public Explained explain(UUID issueId) {
        var issue = issues.findById(issueId).orElseThrow(() -> new UserError("issue.unknown"));
        var actor = Actors.current();
        if (rights.sight(actor, IssueRights.of(issue)) == IssueRights.Sight.NONE) {
            throw UserError.forbidden();
        }
        var reckoning = clocks.recompute(issueId, Clocks.HOLDER);
        var reviewOn =
                issue.parked ? requests.granted(issueId, Requests.PARKING).reviewOn() : null;
        var limit = limits.extension(campaigns.get(issue.campaignId).template().id());
        return new Explained(
                parts(reckoning, reviewOn),
                issue.deadline,
                issue.promised,
                issue.parked,
                reviewOn,
                limit.times() == 0 ? Integer.MAX_VALUE : Math.max(0, limit.times() - issue.extensions),
                limit.days(),
                !issue.state.ended() && IssueRequests.mayEnd(actor, issue),
                requests.open(issueId)
                        .map(request -> new Application(
                                request.kind(),
                                request.state(),
                                request.applicant(),
                                request.reason(),
                                request.days(),
                                request.reviewOn()))
                        .orElse(null),
                coHandlers.of(issueId));
    }

    private List<Part> parts(ClockLedger.Reckoning clock, @Nullable LocalDate reviewOn) {
        var parts = new ArrayList<Part>();
        parts.add(Part.of(clock.calendarDays() ? "clock.days" : "clock.workdays", clock.days()));
        switch (clock.startedBy()) {
            case RECEIVED -> parts.add(Part.of("clock.received", clock.from()));
            case RETURNED -> parts.add(Part.of("clock.returned", clock.from()));
            case REOPENED -> parts.add(Part.of("clock.reopened", clock.from()));
            default -> parts.add(Part.of("clock.started", clock.from()));
        }
        if (clock.extensions() > 0) {
            parts.add(Part.of("clock.extended", clock.extensions(), clock.extendedDays()));
        }
        if (clock.parkedDays() > 0) {
            parts.add(Part.of("clock.wasParked", clock.parkedDays()));
        }
        if (clock.parked() && reviewOn != null) {
            parts.add(Part.of("clock.parked", reviewOn));
            return parts;
        }
        var holidays = clock.calendarDays() ? List.<String>of() : workdays.holidays(clock.from(), clock.deadline());
        parts.add(
                holidays.isEmpty()
                        ? Part.of("clock.until", clock.deadline())
                        : Part.of("clock.untilAfter", String.join("、", holidays), clock.deadline()));
        return parts;
    }
}

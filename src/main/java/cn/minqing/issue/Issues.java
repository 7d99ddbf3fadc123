package cn.minqing.issue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Registers issues and takes them to their end. */
@Service
public class Issues {

    /** Registers an issue in the name of the current person, the first visitor (S7.9), and starts its process. */
    public UUID register(NewIssue issue) {
        throw new UnsupportedOperationException();
    }

    /** Issues of one household, newest first. The caller has checked that the household is visible. */
    public List<IssueSummary> ofHousehold(UUID householdId) {
        throw new UnsupportedOperationException();
    }

    /** Counts for boards, summaries and the report. The caller checks rights. */
    public IssueFigures figures(UUID campaignId, @Nullable UUID unitId) {
        throw new UnsupportedOperationException();
    }

    /** Issues whose result the resident has not been told; the assessment lists them behind its figure. */
    public List<IssueSummary> unanswered(UUID campaignId, @Nullable UUID unitId) {
        throw new UnsupportedOperationException();
    }

    /** Issues whose resident, last asked, was not satisfied; the assessment lists them behind its figure. */
    public List<IssueSummary> unsatisfied(UUID campaignId, @Nullable UUID unitId) {
        throw new UnsupportedOperationException();
    }

    /** Moves what the person has to answer for these households to a successor (S9.6). */
    public void handOver(UUID from, UUID to, List<UUID> householdIds) {
        throw new UnsupportedOperationException();
    }
}

package cn.minqing.visit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Visit sheets, visits and household files. */
@Service
public class Visits {

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

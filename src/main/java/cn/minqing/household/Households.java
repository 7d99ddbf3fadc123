package cn.minqing.household;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The register of households. Reads check the current person's right; sensitive fields come masked. */
@Service
public class Households {

    /** Every household within an area that is not struck off, by group, then number. For the system's own use. */
    public List<HouseholdSummary> resident(String areaCode) {
        throw new UnsupportedOperationException();
    }

    /** Summaries by id, for lists whose rights the caller has checked. */
    public Map<UUID, HouseholdSummary> summaries(List<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** One summary, for the system's own use. */
    public HouseholdSummary summary(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Stops whoever may not see the household. */
    public void requireVisible(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Takes the household out of the register, with the reason that was approved (MOVED_AWAY, DECEASED). */
    public void strikeOff(UUID id, String reason) {
        throw new UnsupportedOperationException();
    }
}

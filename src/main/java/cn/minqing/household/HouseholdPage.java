package cn.minqing.household;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some households by group and number, and where to go on; {@code next} is null at the end. */
public record HouseholdPage(
        List<HouseholdSummary> items, @Nullable Cursor next) {

    /** The next page begins after this household. */
    public record Cursor(String groupCode, String sortKey, UUID id) {}
}

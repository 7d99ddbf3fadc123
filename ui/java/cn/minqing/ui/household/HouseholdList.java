package cn.minqing.ui.household;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.Contacts;
import cn.minqing.household.HouseholdFilter;
import cn.minqing.household.HouseholdPage;
import cn.minqing.household.HouseholdSummary;
import cn.minqing.household.Households;
import cn.minqing.organization.Actors;
import cn.minqing.visit.FileState;
import cn.minqing.visit.FileStatus;
import cn.minqing.visit.Visits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the list of households with who is in contact and how far the visits are. The register pages by key; contact and
 * file are looked up for each page, and filters on them are applied to it.
 */
@Component
class HouseholdList {
    private static final int CHUNK = 100;

    /** A page gives up after so many households that do not fit, and says where to go on. */
    private static final int MOST_CHUNKS = 20;

    private final Households households;
    private final Contacts contacts;
    private final Visits visits;
    private final Campaigns campaigns;

    HouseholdList(Households households, Contacts contacts, Visits visits, Campaigns campaigns) {
        this.households = households;
        this.contacts = contacts;
        this.visits = visits;
        this.campaigns = campaigns;
    }

    /**
     * @param state only those whose file stands there; null for all
     * @param notStarted only those whose visits have not begun
     * @param mine only those the current person is in contact with
     */
    record Filter(HouseholdFilter register, @Nullable FileState state, boolean notStarted, boolean mine) {}

    /** One household; {@code contact} and {@code file} are null where there is none. */
    record Row(
            HouseholdSummary household,
            Contacts.@Nullable Line contact,
            @Nullable FileStatus file,
            int obligations) {}

    /** @param next where to go on; null at the end */
    record Page(List<Row> rows, HouseholdPage.@Nullable Cursor next) {}

    Page page(Filter filter, HouseholdPage.@Nullable Cursor after, int limit) {
        var rows = new ArrayList<Row>();
        var cursor = after;
        var narrow = filter.mine() || filter.notStarted() || filter.state() != null;
        for (var chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            var read = households.page(filter.register(), cursor, narrow ? CHUNK : limit);
            rows.addAll(
                    rows(read.items()).stream().filter(row -> fits(filter, row)).toList());
            cursor = read.next();
            if (cursor == null || rows.size() >= limit) {
                break;
            }
        }
        return new Page(List.copyOf(rows), cursor);
    }

    private List<Row> rows(List<HouseholdSummary> found) {
        var lines =
                contacts.ofHouseholds(found.stream().map(HouseholdSummary::id).toList());
        var files = visits.statuses(
                lines.values().stream().map(line -> line.contact().id()).toList());
        Map<UUID, Integer> due = new java.util.HashMap<>();
        return found.stream()
                .map(household -> {
                    var line = lines.get(household.id());
                    var obligations = line == null
                            ? 0
                            : due.computeIfAbsent(
                                    line.contact().campaignId(),
                                    id -> campaigns
                                            .get(id)
                                            .template()
                                            .obligations()
                                            .size());
                    return new Row(
                            household,
                            line,
                            line == null ? null : files.get(line.contact().id()),
                            obligations);
                })
                .toList();
    }

    private static boolean fits(Filter filter, Row row) {
        var file = row.file();
        var line = row.contact();
        return (!filter.mine()
                        || line != null
                                && line.contact()
                                        .personId()
                                        .equals(Actors.current().id()))
                && (!filter.notStarted() || file == null)
                && (filter.state() == null || file != null && file.state() == filter.state());
    }
}

package cn.minqing.visit;

import cn.minqing.campaign.Campaigns;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people of a campaign's area have in a year on average, entered by its office, and households against it (S9.5). */
@Service
public class IncomeAverages {
    private static final int FIRST = 1980;
    private static final int MOST = 10_000_000;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Audit audit;
    private final AppClock clock;

    IncomeAverages(JdbcClient jdbc, Campaigns campaigns, Audit audit, AppClock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.audit = audit;
        this.clock = clock;
    }

    /** By year, the latest first. */
    public SortedMap<Integer, Integer> of(UUID campaignId) {
        var found = new TreeMap<Integer, Integer>(java.util.Comparator.reverseOrder());
        jdbc.sql("select year, yuan from income_average where campaign_id = ?")
                .param(campaignId)
                .query(row -> {
                    found.put(row.getInt("year"), row.getInt("yuan"));
                });
        return found;
    }

    /** Whether the current person may enter one. */
    public boolean mayEnter(UUID campaignId) {
        return Actors.current()
                .has(Role.CAMPAIGN_OFFICE, campaigns.get(campaignId).hostUnitId());
    }

    /**
     * Enters or corrects the average of a year.
     *
     * @param yuan for one person
     * @throws UserError {@code form.invalid} with {@code year} or {@code yuan}, {@code forbidden} for all but the office
     */
    @Transactional
    public void enter(UUID campaignId, @Nullable Integer year, @Nullable Integer yuan) {
        Actors.current().require(Role.CAMPAIGN_OFFICE, campaigns.get(campaignId).hostUnitId());
        var faults = new LinkedHashMap<String, Message>();
        var last = clock.today().getYear();
        if (year == null || year < FIRST || year > last) {
            faults.put("year", Message.of("visit.averageYear", FIRST, last));
        }
        if (yuan == null || yuan < 1 || yuan > MOST) {
            faults.put("yuan", Message.of("visit.averageYuan", MOST));
        }
        if (!faults.isEmpty() || year == null || yuan == null) {
            throw UserError.invalid(faults);
        }
        jdbc.sql("""
                insert into income_average (campaign_id, year, yuan, entered_by, entered_at) values (?, ?, ?, ?, ?)
                on conflict (campaign_id, year) do update
                set yuan = excluded.yuan, entered_by = excluded.entered_by, entered_at = excluded.entered_at
                """)
                .params(campaignId, year, yuan, Actors.currentId(), Timestamp.from(clock.now()))
                .update();
        audit.record(Actors.currentId(), "income.average", "CAMPAIGN", campaignId, Map.of("year", year, "yuan", yuan));
    }

    /** A household's income per person; empty while its income or the number of its members is not told. */
    Optional<VisitSheet.PerPerson> of(HouseholdFile file) {
        return jdbc.sql("""
                select h.*, a.year, a.yuan from (
                  select sum(m.amount) filter (where m.measure like 'incomeThisYear.%') as income,
                    max(m.amount) filter (where m.measure = 'members') as members,
                    (select extract(year from max(answered_on)) from form_answer where file_id = :file) as told
                  from file_measure m where m.file_id = :file) h
                left join lateral (select year, yuan from income_average
                  where campaign_id = :campaign and year <= h.told order by year desc limit 1) a on true
                where h.income is not null and h.members > 0
                """)
                .param("file", file.id())
                .param("campaign", file.campaignId())
                .query((row, number) -> new VisitSheet.PerPerson(
                        whole(row.getBigDecimal("income"), row.getBigDecimal("members")),
                        row.getObject("year", Integer.class),
                        row.getObject("yuan", Integer.class)))
                .optional();
    }

    private static BigDecimal whole(BigDecimal income, BigDecimal members) {
        return income.divide(members, 0, RoundingMode.HALF_UP);
    }
}

package cn.minqing.ledger;

import cn.minqing.campaign.CampaignTemplate;
import cn.minqing.campaign.CampaignView;
import cn.minqing.platform.UserError;
import java.sql.Date;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of ledgers and of what was decided about their issues. */
@Component
class LedgerStore {
    private static final String LEDGER = """
            select l.*, c.name as campaign_name, a.name as area_name from ledger l
            join campaign c on c.id = l.campaign_id join area a on a.id = l.area_id
            """;
    private static final RowMapper<LedgerView> MAPPER = (row, number) -> new LedgerView(
            row.getObject("id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getString("campaign_name"),
            row.getObject("host_unit_id", UUID.class),
            row.getObject("area_id", UUID.class),
            row.getString("area_code"),
            row.getString("area_name"),
            YearMonth.from(row.getDate("month").toLocalDate()),
            LedgerState.valueOf(row.getString("state")),
            row.getString("return_reason"));

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an office decided about one issue; {@code classCode} null for the class of its category. */
    record Sorting(@Nullable String classCode, @Nullable String publicTitle) {}

    LedgerView get(UUID id) {
        return jdbc.sql(LEDGER + "where l.id = ?")
                .param(id)
                .query(MAPPER)
                .optional()
                .orElseThrow(() -> new UserError("ledger.unknown"));
    }

    List<LedgerView> all() {
        return jdbc.sql(LEDGER + "order by l.id desc").query(MAPPER).list();
    }

    List<LedgerView> of(UUID campaignId) {
        return jdbc.sql(LEDGER + "where l.campaign_id = ? order by l.area_code")
                .param(campaignId)
                .query(MAPPER)
                .list();
    }

    Optional<LedgerView> at(UUID campaignId, String areaCode) {
        return of(campaignId).stream()
                .filter(ledger -> areaCode.startsWith(ledger.areaCode()))
                .findFirst();
    }

    void month(UUID id, YearMonth month) {
        jdbc.sql("update ledger set month = ? where id = ?")
                .params(Date.valueOf(month.atDay(1)), id)
                .update();
    }

    void state(UUID id, LedgerState state, String returnReason) {
        jdbc.sql("update ledger set state = ?, return_reason = ? where id = ?")
                .params(state.name(), returnReason, id)
                .update();
    }

    Map<UUID, Sorting> sortings(UUID campaignId) {
        var found = new HashMap<UUID, Sorting>();
        jdbc.sql("""
                select s.issue_id, s.class_code, s.public_title from ledger_sorting s join ledger l on l.id = s.ledger_id
                where l.campaign_id = ?
                """).param(campaignId).query(row -> {
            found.put(
                    row.getObject("issue_id", UUID.class),
                    new Sorting(row.getString("class_code"), row.getString("public_title")));
        });
        return found;
    }

    Set<UUID> deeds(UUID ledgerId, YearMonth month) {
        return new HashSet<>(jdbc.sql("select issue_id from ledger_deed where ledger_id = ? and month = ?")
                .params(ledgerId, Date.valueOf(month.atDay(1)))
                .query(UUID.class)
                .list());
    }

    /** The class of an issue: where an office put it, else that of its category, else the last one. */
    static String classOf(CampaignView campaign, String category, @Nullable Sorting sorting) {
        var classes = campaign.template().ledgerClasses();
        if (sorting != null
                && sorting.classCode() != null
                && classes.stream().anyMatch(one -> one.code().equals(sorting.classCode()))) {
            return sorting.classCode();
        }
        return classes.stream()
                .filter(one -> one.categories().contains(category))
                .findFirst()
                .orElseGet(classes::getLast)
                .code();
    }

    static String className(CampaignView campaign, String code) {
        return campaign.template().ledgerClasses().stream()
                .filter(one -> one.code().equals(code))
                .map(CampaignTemplate.LedgerClass::name)
                .findFirst()
                .orElse(code);
    }
}

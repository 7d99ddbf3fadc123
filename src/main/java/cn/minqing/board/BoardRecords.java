package cn.minqing.board;

import cn.minqing.campaign.CampaignTemplate.LedgerClass;
import cn.minqing.campaign.CampaignView;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.UserError;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records behind each figure of a board: found by the same conditions that it was counted by. */
@Service
@Transactional(readOnly = true)
public class BoardRecords {
    /** The figures that count households, each with its condition. */
    private static final Map<String, String> HOUSEHOLDS = new LinkedHashMap<>(Map.of(
            "registered", "h.state = 'RESIDENT'",
            "missed", "h.state = 'RESIDENT' and t.id is null",
            "visited", "f.visits > 0",
            "complete", "f.state in ('COMPLETE', 'CHECKED')"));

    private static final Map<String, String> ISSUES = Map.of(
            "issues", "true",
            "solved", "i.result in ('RESOLVED', 'PARTLY_RESOLVED')",
            "coordinated", """
                    i.level is not null and coalesce(i.result, '') not in ('RESOLVED', 'PARTLY_RESOLVED')
                    and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED')
                    """,
            "overdue", "i.deadline < :today and i.state in ('REGISTERED', 'HANDLING', 'ESCALATED', 'EXPLAINING')",
            "state", "i.state = :wanted",
            "class", "i.category = any(:categories)");

    private final JdbcClient jdbc;
    private final Boards boards;
    private final AppClock clock;

    BoardRecords(JdbcClient jdbc, Boards boards, AppClock clock) {
        this.jdbc = jdbc;
        this.boards = boards;
        this.clock = clock;
    }

    /**
     * A record.
     *
     * @param issue whether it is an issue; a household otherwise
     * @param name head of the household, or title of the issue
     * @param number of the household or issue
     * @param areaCode where it is
     */
    public record Line(UUID id, boolean issue, String name, String number, String areaCode) {}

    /**
     * The records a figure counts within an area, in the order of the register, issues newest first.
     *
     * @param figure {@code registered}, {@code missed}, {@code visited}, {@code complete}, {@code issues}, {@code
     *     solved}, {@code coordinated}, {@code overdue}, {@code state.<state>}, {@code class.<code>}
     * @param after the last record of the page before; null for the first
     * @throws UserError {@code forbidden} outside of what one leads or runs, or for a figure that there is not
     */
    public List<Line> page(UUID campaignId, String areaCode, String figure, @Nullable UUID after, int limit) {
        var campaign = boards.visible(campaignId, areaCode);
        return HOUSEHOLDS.containsKey(figure)
                ? households(campaign, areaCode, HOUSEHOLDS.get(figure), after, limit)
                : issues(campaign, areaCode, figure, after, limit);
    }

    private List<Line> households(
            CampaignView campaign, String areaCode, String condition, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select h.id, h.head_name as name, h.number, h.group_code as area from household h
                left join contact t on t.household_id = h.id and t.campaign_id = :campaign and t.until_date is null
                left join household_file f on f.contact_id = t.id and f.closed_period is null
                where h.group_code like :area and
                """ + condition + """
                   and (cast(:after as uuid) is null or (h.group_code, h.sort_key, h.id) >
                    (select l.group_code, l.sort_key, l.id from household l where l.id = :after))
                order by h.group_code, h.sort_key, h.id limit :limit
                """)
                .param("campaign", campaign.id())
                .param("area", areaCode + "%")
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        false,
                        row.getString("name"),
                        row.getString("number"),
                        row.getString("area")))
                .list();
    }

    private List<Line> issues(CampaignView campaign, String areaCode, String figure, @Nullable UUID after, int limit) {
        var dot = figure.indexOf('.');
        var kind = dot < 0 ? figure : figure.substring(0, dot);
        var wanted = dot < 0 ? "" : figure.substring(dot + 1);
        var condition = Optional.ofNullable(ISSUES.get(kind)).orElseThrow(UserError::forbidden);
        var classes = campaign.template().ledger().classes();
        var categories = classes.stream()
                .filter(one -> one.code().equals(wanted))
                .flatMap(one -> one.categories().stream())
                .filter(category -> first(classes, category).equals(wanted))
                .toArray(String[]::new);
        return jdbc.sql("""
                select i.id, i.title, i.number, i.area_code from issue i
                where i.campaign_id = :campaign and i.area_code like :area
                  and (cast(:after as uuid) is null or i.id < :after) and
                """ + condition + " order by i.id desc limit :limit")
                .param("campaign", campaign.id())
                .param("area", areaCode + "%")
                .param("after", after, Types.OTHER)
                .param("today", clock.today())
                .param("wanted", wanted)
                .param("categories", categories)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        true,
                        row.getString("title"),
                        row.getString("number"),
                        row.getString("area_code")))
                .list();
    }

    /** A category counts in the first class that names it. */
    private static String first(List<LedgerClass> classes, String category) {
        return classes.stream()
                .filter(one -> one.categories().contains(category))
                .map(LedgerClass::code)
                .findFirst()
                .orElse("");
    }
}

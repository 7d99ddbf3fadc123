package cn.minqing.ledger;

import cn.minqing.issue.IssueResult;
import cn.minqing.issue.IssueState;
import cn.minqing.issue.LedgerLines;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The notice board (公示栏, S7.11): for everybody, signed in or not. It shows words that an office approved for it, who is
 * charged by unit and role, until when, and what came of it; no household and no person. What it answers is kept for a
 * minute on each node, so that many readers cost one query.
 */
@Service
public class NoticeBoard {
    public static final int PAGE = 30;

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 500;

    private final JdbcClient jdbc;
    private final LedgerLines lines;
    private final Areas areas;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    NoticeBoard(JdbcClient jdbc, LedgerLines lines, Areas areas) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.areas = areas;
    }

    private record Kept(Object answer, long at) {}

    /**
     * One matter.
     *
     * @param owner unit or area that is charged; {@code ownerRole} its role
     * @param result null until the household has been told
     * @param deadline null once the household has its answer
     * @param deed whether it is one of the month's good deeds
     */
    public record Notice(
            UUID id,
            YearMonth month,
            String title,
            String village,
            String owner,
            String ownerRole,
            @Nullable LocalDate deadline,
            IssueState state,
            @Nullable IssueResult result,
            boolean deed) {}

    /** Some matters, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Notice> notices, @Nullable UUID next) {}

    /** What hangs there; {@code areaCode} empty for everywhere. */
    public Page page(String areaCode, @Nullable UUID after) {
        return fresh("page " + areaCode + " " + after, () -> read(areaCode, after));
    }

    /** The villages that have something to show. */
    public List<Area> villages() {
        return fresh(
                "villages",
                () -> jdbc.sql("""
                        select distinct left(area_code, %d) from ledger_notice where taken_down_at is null order by 1
                        """.formatted(AreaLevel.VILLAGE.codeLength())).query(String.class).list().stream()
                        .flatMap(code -> areas.byCode(code).stream())
                        .toList());
    }

    /** Forgets what was kept: something new hangs there on this node. */
    void changed() {
        kept.clear();
    }

    private Page read(String areaCode, @Nullable UUID after) {
        record Hung(UUID id, UUID issueId, YearMonth month, String title, boolean deed) {}
        var params = new HashMap<String, Object>();
        params.put("within", areaCode + "%");
        params.put("limit", PAGE + 1);
        if (after != null) {
            params.put("after", after);
        }
        var hung = jdbc.sql("""
                select id, issue_id, month, title, deed from ledger_notice
                where taken_down_at is null and area_code like :within %s order by id desc limit :limit
                """.formatted(after == null ? "" : "and id < :after"))
                .params(params)
                .query((row, number) -> new Hung(
                        row.getObject("id", UUID.class),
                        row.getObject("issue_id", UUID.class),
                        YearMonth.from(row.getDate("month").toLocalDate()),
                        row.getString("title"),
                        row.getBoolean("deed")))
                .list();
        var shown = hung.subList(0, Math.min(PAGE, hung.size()));
        var issues = lines.of(shown.stream().map(Hung::issueId).toList()).stream()
                .collect(Collectors.toMap(LedgerLines.Line::id, Function.identity()));
        var notices = shown.stream()
                .filter(one -> issues.containsKey(one.issueId()))
                .map(one -> {
                    var line = Objects.requireNonNull(issues.get(one.issueId()));
                    var owned =
                            line.state().onTheClock() && !line.handlerScope().isEmpty();
                    return new Notice(
                            one.id(),
                            one.month(),
                            one.title(),
                            line.place(),
                            owned ? line.handlerScope() : line.unit(),
                            owned ? line.handlerRole() : "cadre",
                            line.state().onTheClock() ? line.deadline() : null,
                            line.state(),
                            told(line.state()) ? line.result() : null,
                            one.deed());
                })
                .toList();
        return new Page(notices, hung.size() > PAGE ? shown.getLast().id() : null);
    }

    /** The household hears it first. */
    private static boolean told(IssueState state) {
        return state == IssueState.SATISFACTION || state == IssueState.CLOSING || state == IssueState.CLOSED;
    }

    @SuppressWarnings("unchecked")
    private <T> T fresh(String key, Supplier<T> read) {
        var now = System.nanoTime();
        var known = kept.get(key);
        if (known != null && now - known.at() < FRESH.toNanos()) {
            return (T) known.answer();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        var answer = read.get();
        kept.put(key, new Kept(answer, now));
        return answer;
    }
}

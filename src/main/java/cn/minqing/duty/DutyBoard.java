package cn.minqing.duty;

import cn.minqing.organization.Area;
import cn.minqing.organization.Areas;
import cn.minqing.platform.AppClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who sits where in the next two weeks, for everybody (S7.5: published in advance). It names officials in their office
 * and nobody else; drafts are not shown. What it answers is kept for a minute, as the rest of the notice board.
 */
@Service
public class DutyBoard {
    private static final int DAYS = 14;
    private static final int LINES = 20;
    private static final int MOST_KEPT = 500;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Areas areas;
    private final AppClock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    DutyBoard(JdbcClient jdbc, Areas areas, AppClock clock) {
        this.jdbc = jdbc;
        this.areas = areas;
        this.clock = clock;
    }

    /** One turn; {@code place} is the village with its town. */
    public record Line(LocalDate day, String place, String person, String unit, boolean leader) {}

    private record Kept(Shown shown, LocalDate today, long at) {}

    /** The next turns by day, at most twenty, and the villages that have any. */
    public record Shown(List<Line> lines, List<Area> villages) {}

    /** @param areaCode empty for everywhere */
    public Shown upcoming(String areaCode) {
        var today = clock.today();
        var now = System.nanoTime();
        var known = kept.get(areaCode);
        if (known != null && known.today().equals(today) && now - known.at() < FRESH.toNanos()) {
            return known.shown();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        var shown = new Shown(lines(areaCode, today), villages(today));
        kept.put(areaCode, new Kept(shown, today, now));
        return shown;
    }

    private List<Line> lines(String areaCode, LocalDate today) {
        return jdbc.sql("""
                select d.day, coalesce(t.name, '') || a.name as place, p.name as person, u.name as unit, d.leader
                from duty d join area a on a.id = d.area_id left join area t on t.id = a.parent_id
                join person p on p.id = d.person_id join unit u on u.id = d.unit_id
                where d.state in ('PLANNED', 'OPEN') and d.day between ? and ? and d.area_code like ?
                order by d.day, d.area_code, d.leader desc limit ?
                """)
                .params(today, today.plusDays(DAYS), areaCode + "%", LINES)
                .query(Line.class)
                .list();
    }

    private List<Area> villages(LocalDate today) {
        return jdbc.sql("""
                select distinct area_code from duty
                where state in ('PLANNED', 'OPEN') and day between ? and ? order by 1 limit 500
                """).params(today, today.plusDays(DAYS)).query(String.class).list().stream()
                .flatMap(code -> areas.byCode(code).stream())
                .toList();
    }
}

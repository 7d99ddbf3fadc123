package cn.minqing.supervision;

import cn.minqing.campaign.Campaigns;
import cn.minqing.issue.Supervisor.Late;
import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Units;
import cn.minqing.papers.Papers;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import java.sql.Timestamp;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Circulars (通报) about units, never about persons, and never a ranking (S1.10, S2.8). */
@Service
@Transactional
public class Circulars {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int TITLE = 100;
    private static final int TEXT = 2000;

    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final Campaigns campaigns;
    private final Units units;
    private final Papers papers;
    private final Audit audit;
    private final AppClock clock;

    Circulars(
            JdbcClient jdbc,
            NoticeRows rows,
            Campaigns campaigns,
            Units units,
            Papers papers,
            Audit audit,
            AppClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.campaigns = campaigns;
        this.units = units;
        this.papers = papers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Some circulars, newest first, and after which to go on; {@code next} is null at the end. */
    public record Page(List<Circular> rows, @Nullable UUID next) {}

    /**
     * Inspectors and the leading group praise a unit as a model, or criticise it.
     *
     * @throws UserError {@code forbidden}, {@code form.invalid}
     */
    public UUID issue(UUID campaignId, CircularKind kind, @Nullable UUID unitId, String title, String text) {
        var campaign = campaigns.get(campaignId);
        var actor = Actors.current();
        if (!Supervision.orders(actor, campaign)) {
            throw UserError.forbidden();
        }
        new Fields()
                .require(unitId != null, "unit", "supervision.missing.unit")
                .required("title", title, TITLE)
                .required("text", text, TEXT)
                .check();
        var id = Ids.next();
        add(
                id,
                "circular/" + id,
                campaignId,
                campaign.hostUnitId(),
                campaign.areaCode(),
                kind,
                java.util.Objects.requireNonNull(unitId),
                title.strip(),
                text.strip(),
                null,
                null,
                actor.id());
        return id;
    }

    /** Red for 5 workdays (R6). */
    void criticise(Late late) {
        add(
                Ids.next(),
                late.key(),
                late.campaignId(),
                late.hostUnitId(),
                late.areaCode(),
                CircularKind.CRITICISM,
                late.unitId(),
                format("circular.issue.title", late.number()),
                format(
                        "circular.issue.text",
                        late.number(),
                        units.get(late.unitId()).name()),
                late.issueId(),
                null,
                null);
    }

    /** Not rectified twice (S1.10). */
    void criticise(NoticeRows.Notice notice) {
        add(
                Ids.next(),
                "notice/" + notice.id() + "/circular",
                notice.campaignId(),
                notice.hostUnitId(),
                notice.areaCode(),
                CircularKind.CRITICISM,
                notice.unitId(),
                format("circular.notice.title", notice.number()),
                format(
                        "circular.notice.text",
                        notice.number(),
                        units.get(notice.unitId()).name(),
                        notice.reason()),
                notice.subjectType() == NoticeSubject.ISSUE ? notice.subjectId() : null,
                notice.id(),
                Actors.currentId());
    }

    private String format(String code, Object... args) {
        return MessageFormat.format(papers.word(code), args);
    }

    private void add(
            UUID id,
            String key,
            UUID campaignId,
            UUID hostUnitId,
            String areaCode,
            CircularKind kind,
            UUID unitId,
            String title,
            String text,
            @Nullable UUID issueId,
            @Nullable UUID noticeId,
            @Nullable UUID by) {
        var added = jdbc.sql("""
                insert into circular (id, once_key, number, campaign_id, host_unit_id, area_code, kind, unit_id, title, text,
                  issue_id, notice_id, issued_by, issued_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (once_key) do nothing
                """)
                .params(
                        id,
                        key,
                        rows.number("TB"),
                        campaignId,
                        hostUnitId,
                        areaCode,
                        kind.name(),
                        unitId,
                        title,
                        text,
                        issueId,
                        noticeId,
                        by,
                        Timestamp.from(clock.now()))
                .update();
        if (added == 1) {
            audit.record(by, "circular.issued", "CIRCULAR", id, Map.of("kind", kind, "unit", unitId));
        }
    }

    /**
     * The circulars the current person may read: those of the campaigns they serve, of the areas they lead, and those of
     * their own unit and of the unit that runs its campaign.
     *
     * @param kind null for both
     */
    @Transactional(readOnly = true)
    public Page page(@Nullable CircularKind kind, @Nullable UUID after, int limit) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("kind", kind == null ? null : kind.name());
        params.put("after", after);
        var found = find(
                "(cast(:kind as varchar) is null or c.kind = :kind) and (cast(:after as uuid) is null or c.id < :after)",
                params,
                limit + 1);
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(
                        List.copyOf(found.subList(0, limit)),
                        found.get(limit - 1).id());
    }

    /** The circulars about an issue, for its page; within what the current person may read. */
    @Transactional(readOnly = true)
    public List<Circular> aboutIssue(UUID issueId) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("issue", issueId);
        return find("c.issue_id = :issue", params, 20);
    }

    record Paper(
            String title,
            String number,
            String kind,
            String host,
            String campaign,
            String unit,
            String date,
            List<String> paragraphs) {}

    /**
     * Prints a circular as an office files it.
     *
     * @return a PDF
     * @throws UserError {@code forbidden}
     */
    @Transactional(readOnly = true)
    public byte[] pdf(UUID id) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", id);
        var circular = find("c.id = :id", params, 1).stream().findFirst().orElseThrow(UserError::forbidden);
        var campaign = campaigns.get(circular.campaignId());
        return papers.print(
                "circular",
                new Paper(
                        circular.title(),
                        circular.number(),
                        papers.word("circular." + circular.kind()),
                        units.get(campaign.hostUnitId()).name(),
                        campaign.name(),
                        circular.unit(),
                        DATE.format(circular.issuedAt().atZone(AppClock.ZONE)),
                        Arrays.stream(circular.text().split("\n"))
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()));
    }

    private List<Circular> find(String where, Map<String, @Nullable Object> params, int limit) {
        var may = mayRead(Actors.current(), params);
        params.put("limit", limit);
        return jdbc.sql("""
                select c.*, u.name as unit_name, p.name as person from circular c join unit u on u.id = c.unit_id
                left join person p on p.id = c.issued_by where %s and (%s) order by c.id desc limit :limit
                """.formatted(where, may))
                .params(params)
                .query((row, number) -> new Circular(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getObject("campaign_id", UUID.class),
                        CircularKind.valueOf(row.getString("kind")),
                        row.getString("unit_name"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getObject("issue_id", UUID.class),
                        row.getObject("notice_id", UUID.class),
                        row.getString("person"),
                        row.getTimestamp("issued_at").toInstant()))
                .list();
    }

    private static String mayRead(Actor actor, Map<String, @Nullable Object> params) {
        var may = new StringBuilder(
                "c.unit_id = :own or c.host_unit_id = :own or c.host_unit_id = (select parent_id from unit where id = :own)");
        params.put("own", actor.unitId());
        var number = 0;
        for (var grant : actor.grants()) {
            var name = "g" + number++;
            if (grant.areaCode().isEmpty()) {
                may.append(" or c.host_unit_id = :").append(name);
                may.append(" or c.unit_id = :").append(name);
                params.put(name, grant.scopeId());
            } else {
                may.append(" or c.area_code like :").append(name);
                params.put(name, grant.areaCode() + "%");
            }
        }
        return may.toString();
    }
}

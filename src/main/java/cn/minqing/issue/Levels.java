package cn.minqing.issue;

import cn.minqing.campaign.CampaignView;
import cn.minqing.organization.Area;
import cn.minqing.organization.AreaLevel;
import cn.minqing.organization.Areas;
import cn.minqing.organization.People;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Ids;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The levels an issue may climb, and the row kept for each time one of them received it. */
@Component
class Levels {
    /** Workdays after the receipt within which a level may give it back (R3). */
    static final int RETURN_DAYS = 1;

    private final Areas areas;
    private final People people;
    private final JdbcClient jdbc;
    private final AppClock clock;

    Levels(Areas areas, People people, JdbcClient jdbc, AppClock clock) {
        this.areas = areas;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The level an issue would reach, and those passed over because nobody leads there. */
    record Step(AreaLevel level, List<AreaLevel> skipped) {}

    record Received(
            UUID id,
            AreaLevel level,
            UUID areaId,
            LocalDate acceptanceDue,
            LocalDate levelDue,
            LocalDate returnUntil,
            @Nullable UUID unitId,
            LocalDate acceptanceFrom,
            LocalDate receivedOn) {}

    /** Levels the campaign's template lets an issue climb, lowest first. */
    static List<AreaLevel> of(CampaignView campaign) {
        return campaign.template().escalation().levels().stream()
                .map(AreaLevel::valueOf)
                .toList();
    }

    /** The first level of the campaign at or above {@code from} where somebody leads. */
    Optional<Step> from(CampaignView campaign, String areaCode, AreaLevel from) {
        var skipped = new java.util.ArrayList<AreaLevel>();
        for (var level : of(campaign)) {
            if (level.ordinal() > from.ordinal()) {
                continue;
            }
            var area = areas.at(level, areaCode);
            if (area.isPresent()
                    && !people.holding(Role.leading(level), area.get().id()).isEmpty()) {
                return Optional.of(new Step(level, List.copyOf(skipped)));
            }
            skipped.add(level);
        }
        return Optional.empty();
    }

    Optional<Step> above(CampaignView campaign, String areaCode, AreaLevel level) {
        return level.above().flatMap(above -> from(campaign, areaCode, above));
    }

    /** Where it goes when whoever has it does not get it done: the level that gave it back, else the next one above. */
    Optional<Step> next(CampaignView campaign, Issue issue) {
        var own = issue.handlerRole.equals(Role.CADRE.code());
        if (issue.level == null || (own && issue.state == IssueState.HANDLING)) {
            return from(campaign, issue.areaCode, issue.level == null ? AreaLevel.GROUP : issue.level);
        }
        return above(campaign, issue.areaCode, issue.level);
    }

    Area area(AreaLevel level, String areaCode) {
        return areas.at(level, areaCode).orElseThrow();
    }

    void receive(UUID issueId, AreaLevel level, UUID areaId, LocalDate acceptanceDue, LocalDate due, LocalDate until) {
        jdbc.sql("""
                insert into issue_level (id, issue_id, level, area_id, received_at, received_on, acceptance_due, level_due,
                  return_until, acceptance_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        issueId,
                        level.name(),
                        areaId,
                        Timestamp.from(clock.now()),
                        Date.valueOf(clock.today()),
                        Date.valueOf(acceptanceDue),
                        Date.valueOf(due),
                        Date.valueOf(until),
                        Date.valueOf(clock.today()))
                .update();
    }

    Optional<Received> current(UUID issueId) {
        return jdbc.sql("""
                select id, level, area_id, acceptance_due, level_due, return_until, unit_id, acceptance_from,
                  received_on from issue_level
                where issue_id = ? and ended_at is null
                """)
                .param(issueId)
                .query((row, number) -> new Received(
                        row.getObject("id", UUID.class),
                        AreaLevel.valueOf(row.getString("level")),
                        row.getObject("area_id", UUID.class),
                        row.getDate("acceptance_due").toLocalDate(),
                        row.getDate("level_due").toLocalDate(),
                        row.getDate("return_until").toLocalDate(),
                        row.getObject("unit_id", UUID.class),
                        row.getDate("acceptance_from").toLocalDate(),
                        row.getDate("received_on").toLocalDate()))
                .optional();
    }

    void decide(UUID levelId, String decision, boolean silent, String basis, @Nullable UUID by, @Nullable UUID unitId) {
        jdbc.sql("""
                update issue_level set decision = ?, silent = ?, basis = ?, decided_at = ?, decided_by = ?, unit_id = ?
                where id = ?
                """)
                .params(decision, silent, basis.strip(), Timestamp.from(clock.now()), by, unitId, levelId)
                .update();
    }

    /** The department objected: the level has it again, until that day. */
    void decideAgain(UUID levelId, LocalDate acceptanceDue) {
        jdbc.sql("update issue_level set decision = null, unit_id = null, acceptance_due = ?, acceptance_from = ?"
                        + " where id = ?")
                .params(Date.valueOf(acceptanceDue), Date.valueOf(clock.today()), levelId)
                .update();
    }

    /** Its deadline and the days it may accept and give it back by are others now. */
    void move(UUID levelId, LocalDate due, LocalDate acceptanceDue, LocalDate returnUntil) {
        jdbc.sql("update issue_level set level_due = ?, acceptance_due = ?, return_until = ? where id = ?")
                .params(Date.valueOf(due), Date.valueOf(acceptanceDue), Date.valueOf(returnUntil), levelId)
                .update();
    }

    /** Its time to accept it counts from that day on. */
    void acceptFrom(UUID levelId, LocalDate from) {
        jdbc.sql("update issue_level set acceptance_from = ? where id = ? and decision is null")
                .params(Date.valueOf(from), levelId)
                .update();
    }

    void end(UUID levelId, String outcome) {
        jdbc.sql("update issue_level set outcome = ?, ended_at = ? where id = ?")
                .params(outcome, Timestamp.from(clock.now()), levelId)
                .update();
    }

    /** The departments that had it at one time or another. */
    List<UUID> departments(UUID issueId) {
        return jdbc.sql("select distinct unit_id from issue_level where issue_id = ? and unit_id is not null")
                .param(issueId)
                .query(UUID.class)
                .list();
    }

    List<IssueView.Level> history(UUID issueId) {
        return jdbc.sql("""
                select l.level, a.name as area, l.received_at, l.acceptance_due, l.level_due, l.decision, l.silent, l.basis,
                  l.outcome, l.ended_at, u.name as unit, p.name as person
                from issue_level l join area a on a.id = l.area_id left join unit u on u.id = l.unit_id
                left join person p on p.id = l.decided_by where l.issue_id = ? order by l.id
                """)
                .param(issueId)
                .query((row, number) -> new IssueView.Level(
                        row.getString("level"),
                        row.getString("area"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getDate("acceptance_due").toLocalDate(),
                        row.getDate("level_due").toLocalDate(),
                        row.getString("decision"),
                        row.getBoolean("silent"),
                        row.getString("basis"),
                        row.getString("unit"),
                        row.getString("person"),
                        row.getString("outcome")))
                .list();
    }
}

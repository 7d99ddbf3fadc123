package cn.minqing.bulletin;

import cn.minqing.platform.UserError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bulletins. */
@Component
class BulletinRows {
    private static final String ROWS = """
            select b.*, c.name as campaign, u.name as host, w.name as writer, s.name as signer from bulletin b
            join campaign c on c.id = b.campaign_id join unit u on u.id = b.host_unit_id
            join person w on w.id = b.written_by left join person s on s.id = b.signed_by where\s""";
    private static final RowMapper<Bulletin> BULLETIN = (row, number) -> new Bulletin(
            row.getObject("id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getString("campaign"),
            row.getString("host"),
            row.getObject("host_unit_id", UUID.class),
            row.getInt("number"),
            BulletinState.valueOf(row.getString("state")),
            row.getObject("from_day", LocalDate.class),
            row.getObject("to_day", LocalDate.class),
            row.getString("title"),
            row.getString("body"),
            row.getObject("written_by", UUID.class),
            row.getString("writer"),
            row.getString("signer") == null ? "" : row.getString("signer"),
            row.getString("reason"),
            row.getTimestamp("published_at") == null
                    ? null
                    : row.getTimestamp("published_at").toInstant());

    private final JdbcClient jdbc;

    BulletinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Bulletin get(UUID id) {
        return jdbc.sql(ROWS + "b.id = ?")
                .param(id)
                .query(BULLETIN)
                .optional()
                .orElseThrow(() -> new UserError("bulletin.unknown"));
    }

    /** The published ones, and all of these hosts; newest first. */
    Bulletins.Page page(List<UUID> hosts, @Nullable UUID after, int limit) {
        var sql = new StringBuilder(ROWS + "(b.state = 'PUBLISHED'");
        var params = new ArrayList<Object>();
        if (!hosts.isEmpty()) {
            sql.append(" or b.host_unit_id = any (?)");
            params.add(hosts.toArray(UUID[]::new));
        }
        sql.append(")");
        if (after != null) {
            sql.append(" and b.id < ?");
            params.add(after);
        }
        params.add(limit + 1);
        var found = jdbc.sql(sql + " order by b.id desc limit ?")
                .params(params)
                .query(BULLETIN)
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Bulletins.Page(shown, found.size() > limit ? shown.getLast().id() : null);
    }
}

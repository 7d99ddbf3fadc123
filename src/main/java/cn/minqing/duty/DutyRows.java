package cn.minqing.duty;

import cn.minqing.platform.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads turns with the names a page shows, in one query for each page. */
@Component
class DutyRows {
    static final String SELECT = """
            select d.*, u.name as unit_name, p.name as person_name,
              coalesce(t.name, '') || a.name as place
            from duty d join unit u on u.id = d.unit_id join person p on p.id = d.person_id
            join area a on a.id = d.area_id left join area t on t.id = a.parent_id
            """;

    private final JdbcClient jdbc;

    DutyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duty get(UUID id) {
        return jdbc.sql(SELECT + "where d.id = ?")
                .param(id)
                .query(DutyRows::duty)
                .optional()
                .orElseThrow(() -> new UserError("duty.unknown"));
    }

    /** As {@link #get}, locked until the transaction ends. */
    Duty locked(UUID id) {
        jdbc.sql("select id from duty where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new UserError("duty.unknown"));
        return get(id);
    }

    List<Duty> find(String where, Map<String, ?> params) {
        return jdbc.sql(SELECT + "where " + where)
                .params(new HashMap<>(params))
                .query(DutyRows::duty)
                .list();
    }

    static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("area_id", UUID.class),
                row.getString("area_code"),
                row.getString("place"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("leader"),
                DutyState.valueOf(row.getString("state")),
                visitors(row),
                row.getString("words"),
                row.getBoolean("late"),
                row.getObject("missed_at") != null);
    }

    private static @Nullable Integer visitors(ResultSet row) throws SQLException {
        return row.getObject("visitors") == null ? null : row.getInt("visitors");
    }
}

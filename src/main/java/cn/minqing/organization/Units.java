package cn.minqing.organization;

import cn.minqing.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units and their departments. */
@Service
@Transactional(readOnly = true)
public class Units {
    private static final String COLUMNS = "select id, name, parent_id, area_id from unit ";
    private static final RowMapper<Unit> UNIT = (row, number) -> new Unit(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getObject("parent_id", UUID.class),
            row.getObject("area_id", UUID.class));

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Unit get(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(UNIT).single();
    }

    /** The departments of a unit, in their own order. */
    public List<Unit> departments(UUID unitId) {
        return jdbc.sql(COLUMNS + "where parent_id = ? and closed_on is null order by sort_order, name")
                .param(unitId)
                .query(UNIT)
                .list();
    }

    /** The units without a parent that belong to an area, in their own order: whom a leader can hand an issue to. */
    public List<Unit> ofArea(UUID areaId) {
        return jdbc.sql(
                        COLUMNS
                                + "where area_id = ? and parent_id is null and campaign_id is null and closed_on is null order by sort_order, name")
                .param(areaId)
                .query(UNIT)
                .list();
    }

    /** Units by id, in their own order. */
    public List<Unit> get(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "where id = any(?) order by sort_order, name, id")
                        .param(ids.toArray(UUID[]::new))
                        .query(UNIT)
                        .list();
    }

    @Transactional
    public Unit add(String name, @Nullable UUID parentId, UUID areaId, int sortOrder) {
        var unit = new Unit(Ids.next(), name, parentId, areaId);
        jdbc.sql("insert into unit (id, name, parent_id, area_id, sort_order) values (?, ?, ?, ?, ?)")
                .params(unit.id(), name, parentId, areaId, sortOrder)
                .update();
        return unit;
    }
}

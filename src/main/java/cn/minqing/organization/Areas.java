package cn.minqing.organization;

import cn.minqing.platform.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrative division. Not personal data: whoever is signed in may read it. */
@Service
@Transactional(readOnly = true)
public class Areas {
    private static final String COLUMNS = "select id, code, level, name, parent_id, urban from area ";
    private static final RowMapper<Area> AREA = (row, number) -> new Area(
            row.getObject("id", UUID.class),
            row.getString("code"),
            AreaLevel.valueOf(row.getString("level")),
            row.getString("name"),
            row.getObject("parent_id", UUID.class),
            row.getBoolean("urban"));

    private final JdbcClient jdbc;

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Area get(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(AREA).single();
    }

    public Optional<Area> byCode(String code) {
        return jdbc.sql(COLUMNS + "where code = ?").param(code).query(AREA).optional();
    }

    /** The areas directly below, by code. */
    public List<Area> children(UUID parentId) {
        return jdbc.sql(COLUMNS + "where parent_id = ? order by code")
                .param(parentId)
                .query(AREA)
                .list();
    }

    /** Every area of that level within the given one (or itself), by code. */
    public List<Area> within(String code, AreaLevel level) {
        return jdbc.sql(COLUMNS + "where code like ? and level = ? order by code")
                .params(code + "%", level.name())
                .query(AREA)
                .list();
    }

    /** The chain from the province down to the area itself. */
    public List<Area> path(String code) {
        return jdbc.sql(COLUMNS + "where ? like code || '%' order by length(code)")
                .param(code)
                .query(AREA)
                .list();
    }

    /** The area of that level which the code lies in. */
    public Optional<Area> at(AreaLevel level, String code) {
        return code.length() < level.codeLength() ? Optional.empty() : byCode(code.substring(0, level.codeLength()));
    }

    /** The names from the town down to the area: 黑龙口镇里程村三组. */
    public String place(String code) {
        return String.join(
                "",
                path(code).stream()
                        .filter(area -> area.level().ordinal() >= AreaLevel.TOWN.ordinal())
                        .map(Area::name)
                        .toList());
    }

    /**
     * The areas after the given one, by code.
     *
     * @param after code of the last line of the page before; empty for the first page
     * @param text part of code or name; empty for all
     */
    public List<Area> page(String after, String text, int limit) {
        var like = "%" + text.strip().replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(COLUMNS + "where code > ? and (code like ? or name like ?) order by code limit ?")
                .params(after, like, like, limit)
                .query(AREA)
                .list();
    }

    /** The areas of that level whose code or name holds the text, by code, from the given one on. */
    public List<Area> ofLevel(AreaLevel level, String text, int offset, int limit) {
        var like = "%" + text.strip().replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql(COLUMNS + "where level = ? and (code like ? or name like ?) order by code offset ? limit ?")
                .params(level.name(), like, like, offset, limit)
                .query(AREA)
                .list();
    }

    /** Says whether the area is a community (社区), so that its households are urban (S9.1). */
    @Transactional
    public void setUrban(String code, boolean urban) {
        jdbc.sql("update area set urban = ? where code like ?")
                .params(urban, code + "%")
                .update();
    }

    /** Adds an area, or renames the one of that code. {@code codeSource} names the list the code comes from. */
    @Transactional
    public Area save(String code, AreaLevel level, String name, String codeSource) {
        var parent = level.above().flatMap(above -> at(above, code)).map(Area::id);
        jdbc.sql("""
                insert into area (id, code, code_source, level, name, parent_id, urban)
                values (?, ?, ?, ?, ?, ?, coalesce((select urban from area where id = ?), false))
                on conflict (code) do update set name = excluded.name, code_source = excluded.code_source
                """)
                .params(Ids.next(), code, codeSource, level.name(), name, parent.orElse(null), parent.orElse(null))
                .update();
        return byCode(code).orElseThrow();
    }
}

package cn.minqing.organization;

import cn.minqing.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises of the areas. Not personal data: whoever is signed in may read it. */
@Service
@Transactional(readOnly = true)
public class Enterprises {
    private static final RowMapper<Enterprise> ENTERPRISE = (row, number) -> new Enterprise(
            row.getObject("id", UUID.class), row.getString("name"), row.getObject("area_id", UUID.class));

    private final JdbcClient jdbc;

    Enterprises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Enterprise get(UUID id) {
        return jdbc.sql("select id, name, area_id from enterprise where id = ?")
                .param(id)
                .query(ENTERPRISE)
                .single();
    }

    /** The enterprises within an area, by its code, then name. */
    public List<Enterprise> within(String areaCode) {
        return jdbc.sql("""
                select e.id, e.name, e.area_id from enterprise e join area a on a.id = e.area_id
                where a.code like ? order by a.code, e.name
                """).param(areaCode + "%").query(ENTERPRISE).list();
    }

    /** Adds an enterprise, or finds the one of that name there. */
    @Transactional
    public Enterprise save(String name, UUID areaId) {
        jdbc.sql("insert into enterprise (id, name, area_id) values (?, ?, ?) on conflict do nothing")
                .params(Ids.next(), name.strip(), areaId)
                .update();
        return jdbc.sql("select id, name, area_id from enterprise where area_id = ? and name = ?")
                .params(areaId, name.strip())
                .query(ENTERPRISE)
                .single();
    }
}

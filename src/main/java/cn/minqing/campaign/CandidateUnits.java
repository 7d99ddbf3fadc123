package cn.minqing.campaign;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which units can take part: the host and all below it, at any depth; and where the campaign covers the area the host
 * leads (S2, S3, S4, S7, S8, S9), every unit of that area. A unit without cadres cannot.
 */
@Component
class CandidateUnits {
    private final JdbcClient jdbc;

    CandidateUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By area, then in their own order. */
    List<UUID> of(UUID hostUnitId, String areaCode) {
        return jdbc.sql("""
                with recursive below as (
                  select id from unit where id = :host
                  union all select u.id from unit u join below b on u.parent_id = b.id)
                select u.id from unit u join area a on a.id = u.area_id
                where u.campaign_id is null
                  and (u.id in (select id from below)
                    or a.code like :area || '%' and exists (select from unit h join area l on l.id = h.area_id
                         where h.id = :host and l.code like :area || '%'))
                  and exists (select from person p join role_grant g on g.person_id = p.id and g.role = 'cadre'
                         where p.unit_id = u.id and p.active)
                order by a.code, u.sort_order, u.name, u.id
                """)
                .param("host", hostUnitId)
                .param("area", areaCode)
                .query(UUID.class)
                .list();
    }
}

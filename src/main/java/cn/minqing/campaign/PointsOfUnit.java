package cn.minqing.campaign;

import cn.minqing.organization.UnitFollower;
import cn.minqing.organization.UnitMove;
import cn.minqing.platform.Ids;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contact points (联系点) pass to the new unit: those of the people who move, and of a closed unit its own. */
@Component
@Order(2)
class PointsOfUnit implements UnitFollower {
    private static final String MOVING = """
            from contact_point p join campaign c on c.id = p.campaign_id
            where p.unit_id = ? and p.until_date is null and c.phase <> 'ARCHIVED'
              and (p.person_id = any(?) or p.person_id is null and ?)
            """;

    private final JdbcClient jdbc;

    PointsOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "contactPoints";
    }

    @Override
    public int count(UnitMove move) {
        return jdbc.sql("select count(*) " + MOVING)
                .params(List.of(move.from(), move.people(), move.whole()))
                .query(Integer.class)
                .single();
    }

    @Override
    public void follow(UnitMove move) {
        var points = jdbc.sql("select p.id " + MOVING + " order by p.id for update of p")
                .params(List.of(move.from(), move.people(), move.whole()))
                .query(java.util.UUID.class)
                .list();
        for (var point : points) {
            jdbc.sql("update contact_point set until_date = ? where id = ?")
                    .params(move.on(), point)
                    .update();
            // Where both units had the same link, it is one from now on.
            jdbc.sql("""
                    insert into contact_point (id, campaign_id, kind, unit_id, person_id, area_id, enterprise_id, purpose, from_date)
                    select ?, campaign_id, kind, ?, person_id, area_id, enterprise_id, purpose, ? from contact_point where id = ?
                    on conflict do nothing
                    """).params(Ids.next(), move.to(), move.on(), point).update();
        }
    }
}

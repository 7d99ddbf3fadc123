package cn.minqing.campaign;

import cn.minqing.household.HouseholdAccess;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is linked to a village, or acts for or leads a unit that is, may look up its households and visit them too (S7.1); what is
 * sensitive stays masked for them.
 */
@Component
class ContactPointAccess implements HouseholdAccess {
    private static final String VILLAGES = """
            from contact_point l join campaign c on c.id = l.campaign_id and c.phase <> 'ARCHIVED'
            join area a on a.id = l.area_id and l.kind in ('VILLAGE', 'COMMUNITY')
            where l.until_date is null and (l.person_id = :person or l.person_id is null and l.unit_id in (
              select m.unit_id from team_member m where m.person_id = :person
              union all select p.unit_id from person p where p.id = :person
              union all select g.scope_id from role_grant g where g.person_id = :person and g.role = 'unit-leader'))
            """;

    private final JdbcClient jdbc;

    ContactPointAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isContact(UUID personId, UUID householdId) {
        return false;
    }

    @Override
    public boolean oversees(UUID personId, UUID householdId) {
        return jdbc.sql("select exists (select " + VILLAGES + """
                         and exists (select from household h where h.id = :household and h.village_code = a.code))
                        """)
                .param("person", personId)
                .param("household", householdId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Reach reach(UUID personId) {
        return new Reach(
                Set.of(),
                Set.copyOf(jdbc.sql("select distinct a.code " + VILLAGES)
                        .param("person", personId)
                        .query(String.class)
                        .list()));
    }
}

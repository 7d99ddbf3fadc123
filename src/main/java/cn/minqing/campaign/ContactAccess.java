package cn.minqing.campaign;

import cn.minqing.household.HouseholdAccess;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who may see a household from the running contacts. */
@Component
class ContactAccess implements HouseholdAccess {
    private final JdbcClient jdbc;

    ContactAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isContact(UUID personId, UUID householdId) {
        return jdbc.sql("""
                select exists (select from contact t join campaign c on c.id = t.campaign_id
                  where t.household_id = ? and t.person_id = ? and t.until_date is null and c.phase <> 'ARCHIVED')
                """).params(householdId, personId).query(Boolean.class).single();
    }

    // The archive of a campaign stays readable for those who oversaw it.
    @Override
    public boolean oversees(UUID personId, UUID householdId) {
        return jdbc.sql("""
                select exists (select from contact t join campaign c on c.id = t.campaign_id
                  join role_grant g on g.person_id = ? and (
                    g.role in ('campaign-office', 'leading-group', 'inspector') and g.scope_id = c.host_unit_id
                    or g.role = 'unit-leader' and g.scope_id in (t.unit_id, c.host_unit_id))
                  where t.household_id = ?)
                """).params(personId, householdId).query(Boolean.class).single();
    }

    @Override
    public Reach reach(UUID personId) {
        var households =
                jdbc.sql("""
                select t.household_id from contact t join campaign c on c.id = t.campaign_id
                where t.person_id = :person and t.until_date is null and c.phase <> 'ARCHIVED'
                union
                select t.household_id from role_grant g join contact t on t.unit_id = g.scope_id
                where g.person_id = :person and g.role = 'unit-leader'
                union
                select t.household_id from role_grant g join campaign c on c.host_unit_id = g.scope_id
                join contact t on t.campaign_id = c.id
                where g.person_id = :person and g.role = 'unit-leader'
                """).param("person", personId).query(UUID.class).list();
        var areaCodes = jdbc.sql("""
                select distinct c.area_code from role_grant g join campaign c on c.host_unit_id = g.scope_id
                where g.person_id = ? and g.role in ('campaign-office', 'leading-group', 'inspector')
                """).param(personId).query(String.class).list();
        return new Reach(Set.copyOf(households), Set.copyOf(areaCodes));
    }
}

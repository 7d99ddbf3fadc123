package cn.minqing.organization;

import cn.minqing.platform.Ids;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People, their accounts and the roles they hold. */
@Service
@Transactional(readOnly = true)
public class People implements UserDetailsService {
    private static final String COLUMNS = "select id, account, name, unit_id, rank, position from person ";
    private static final RowMapper<Person> PERSON = (row, number) -> new Person(
            row.getObject("id", UUID.class),
            row.getString("account"),
            row.getString("name"),
            row.getObject("unit_id", UUID.class),
            row.getString("rank"),
            row.getString("position"));

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    People(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public Person get(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(PERSON).single();
    }

    public List<Person> get(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "where id in (:ids)")
                        .param("ids", ids)
                        .query(PERSON)
                        .list();
    }

    /** The active people of a unit and of its departments, by unit order, then account. */
    public List<Person> ofUnit(UUID unitId) {
        return jdbc.sql("""
                select p.id, p.account, p.name, p.unit_id, p.rank, p.position
                from person p join unit u on u.id = p.unit_id
                where p.active and (u.id = :unit or u.parent_id = :unit)
                order by u.sort_order, u.name, p.account
                """).param("unit", unitId).query(PERSON).list();
    }

    /** Those of {@link #ofUnit} who hold the role. */
    public List<Person> ofUnit(UUID unitId, Role role) {
        return jdbc.sql("""
                select p.id, p.account, p.name, p.unit_id, p.rank, p.position
                from person p join unit u on u.id = p.unit_id
                where p.active and (u.id = :unit or u.parent_id = :unit)
                  and exists (select from role_grant g where g.person_id = p.id and g.role = :role)
                order by u.sort_order, u.name, p.account
                """)
                .param("unit", unitId)
                .param("role", role.code())
                .query(PERSON)
                .list();
    }

    public List<Person> holding(Role role, UUID scopeId) {
        return jdbc.sql(COLUMNS + """
                where active and id in (select person_id from role_grant where role = ? and scope_id = ?) order by account
                """)
                .params(role.code(), scopeId)
                .query(PERSON)
                .list();
    }

    /** The office phones of those who have one. */
    public Map<UUID, String> phones(Collection<UUID> ids) {
        var phones = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, phone from person where id in (:ids) and phone <> ''")
                    .param("ids", ids)
                    .query(row -> {
                        phones.put(row.getObject("id", UUID.class), row.getString("phone"));
                    });
        }
        return phones;
    }

    /** Adds somebody with an account; the password is kept as a hash only. */
    @Transactional
    public Person add(String account, String password, String name, UUID unitId, String rank, String position) {
        return addHashed(account, passwords.encode(password), name, unitId, rank, position);
    }

    /** As {@link #add}, for many people of one initial password: hashing once is what takes time. */
    @Transactional
    public Person addHashed(
            String account, @Nullable String passwordHash, String name, UUID unitId, String rank, String position) {
        var person = new Person(Ids.next(), account, name, unitId, rank, position);
        jdbc.sql("""
                insert into person (id, account, name, password_hash, unit_id, rank, position) values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(person.id(), account, name, passwordHash, unitId, rank, position)
                .update();
        return person;
    }

    @Transactional
    public void grant(UUID personId, Role role, UUID scopeId) {
        jdbc.sql("insert into role_grant (person_id, role, scope_id) values (?, ?, ?) on conflict do nothing")
                .params(personId, role.code(), scopeId)
                .update();
    }

    /** One person in the list of accounts. */
    public record Line(String account, String name, String unit, String position, boolean active, List<Role> roles) {}

    /**
     * The accounts after the given one, by account; for administrators.
     *
     * @param after account of the last line of the page before; empty for the first page
     * @param text part of account, name or unit; empty for all
     */
    public List<Line> page(String after, String text, int limit) {
        Actors.current().require(Role.ADMINISTRATOR);
        var like = "%" + text.strip().replace("%", "\\%").replace("_", "\\_") + "%";
        return jdbc.sql("""
                select p.account, p.name, u.name as unit, p.position, p.active,
                  (select string_agg(distinct g.role, ',' order by g.role) from role_grant g where g.person_id = p.id) as roles
                from person p join unit u on u.id = p.unit_id
                where p.account > ? and (p.account like ? or p.name like ? or u.name like ?)
                order by p.account limit ?
                """)
                .params(after, like, like, like, limit)
                .query((row, number) -> new Line(
                        row.getString("account"),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getString("position"),
                        row.getBoolean("active"),
                        row.getString("roles") == null
                                ? List.of()
                                : Arrays.stream(row.getString("roles").split(","))
                                        .map(Role::of)
                                        .toList()))
                .list();
    }

    /** The language the person reads, as a language tag. */
    public Optional<String> language(UUID personId) {
        return jdbc.sql("select language from person where id = ? and language is not null")
                .param(personId)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void setLanguage(UUID personId, String languageTag) {
        jdbc.sql("update person set language = ? where id = ?")
                .params(languageTag, personId)
                .update();
    }

    @Override
    public UserDetails loadUserByUsername(String account) {
        var found = jdbc.sql("select id, name, unit_id, password_hash, active from person where account = ?")
                .param(account)
                .query((row, number) -> new Account(
                        new Actor(
                                row.getObject("id", UUID.class),
                                account,
                                row.getString("name"),
                                row.getObject("unit_id", UUID.class),
                                grants(row.getObject("id", UUID.class))),
                        row.getString("password_hash"),
                        row.getBoolean("active")))
                .optional();
        return found.orElseThrow(() -> new UsernameNotFoundException(account));
    }

    /** Who the account stands for, with the roles they hold. */
    public Actor actor(String account) {
        return ((Account) loadUserByUsername(account)).actor();
    }

    /** The security context of somebody, without a password: for runs in their name and for tests. */
    public Authentication authenticationOf(String account) {
        var details = loadUserByUsername(account);
        return UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities());
    }

    private List<Actor.Grant> grants(UUID personId) {
        return jdbc.sql("""
                select g.role, g.scope_id, coalesce(a.name, u.name, '') as scope_name, coalesce(a.code, '') as area_code
                from role_grant g left join area a on a.id = g.scope_id left join unit u on u.id = g.scope_id
                where g.person_id = ? order by g.role, scope_name
                """)
                .param(personId)
                .query((row, number) -> new Actor.Grant(
                        Role.of(row.getString("role")),
                        row.getObject("scope_id", UUID.class),
                        row.getString("scope_name"),
                        row.getString("area_code")))
                .list();
    }
}

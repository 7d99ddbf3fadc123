package cn.minqing.household;

import cn.minqing.organization.Actor;
import cn.minqing.organization.Actors;
import cn.minqing.organization.Areas;
import cn.minqing.organization.Role;
import cn.minqing.platform.AppClock;
import cn.minqing.platform.Audit;
import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of households. Reads check the current person's right; sensitive fields come masked. */
@Service
@Transactional
public class Households {
    /** Why a household may leave the register. */
    public static final Set<String> STRIKE_OFF_REASONS = Set.of("MOVED_AWAY", "DECEASED");

    private static final int NUMBER = 16;
    private static final int NAME = 32;
    private static final int PURPOSE_LEAST = 4;
    private static final int PURPOSE_MOST = 200;
    private static final int REASON = 200;

    private static final String SUMMARY = """
            select h.id, h.number, h.head_name, h.group_code, h.sort_key,
              (select string_agg(a.name, '' order by length(a.code)) from area a
               where a.code in (left(h.group_code, 9) collate "default", left(h.group_code, 12) collate "default",
                 h.group_code collate "default")) as place,
              array(select v.code from household_vulnerability v
                    where v.household_id = h.id and v.until_date is null order by v.code) as vulnerabilities
            from household h
            """;
    private static final RowMapper<HouseholdSummary> ROW = (row, number) -> new HouseholdSummary(
            row.getObject("id", UUID.class),
            row.getString("number"),
            row.getString("head_name"),
            row.getString("group_code"),
            row.getString("place"),
            Set.of((String[]) row.getArray("vulnerabilities").getArray()));

    private final HouseholdRegister register;
    private final HouseholdRights rights;
    private final JdbcClient jdbc;
    private final Areas areas;
    private final Audit audit;
    private final AppClock clock;

    Households(
            HouseholdRegister register,
            HouseholdRights rights,
            JdbcClient jdbc,
            Areas areas,
            Audit audit,
            AppClock clock) {
        this.register = register;
        this.rights = rights;
        this.jdbc = jdbc;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the household is in the register and not struck off. For the system's own use. */
    @Transactional(readOnly = true)
    public boolean resident(UUID id) {
        return jdbc.sql("select exists (select from household where id = ? and state = 'RESIDENT')")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Every household within an area that is not struck off, by group, then number. For the system's own use. */
    @Transactional(readOnly = true)
    public List<HouseholdSummary> resident(String areaCode) {
        return jdbc.sql(SUMMARY + """
                where h.group_code like ? and h.state = 'RESIDENT' order by h.group_code, h.sort_key, h.id
                """).param(areaCode + "%").query(ROW).list();
    }

    /** How many households of each group are not struck off, by the group's code. */
    @Transactional(readOnly = true)
    public Map<String, Integer> residentByGroup(String areaCode) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("""
                select group_code, count(*) as households from household
                where group_code like ? and state = 'RESIDENT' group by group_code order by group_code
                """).param(areaCode + "%").query(row -> {
            counts.put(row.getString("group_code"), row.getInt("households"));
        });
        return counts;
    }

    /** Summaries by id, for lists whose rights the caller has checked. */
    @Transactional(readOnly = true)
    public Map<UUID, HouseholdSummary> summaries(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(SUMMARY + "where h.id = any(?)").param(ids.toArray(UUID[]::new)).query(ROW).stream()
                .collect(Collectors.toMap(HouseholdSummary::id, summary -> summary));
    }

    /** One summary, for the system's own use. */
    @Transactional(readOnly = true)
    public HouseholdSummary summary(UUID id) {
        return jdbc.sql(SUMMARY + "where h.id = ?")
                .param(id)
                .query(ROW)
                .optional()
                .orElseThrow(() -> new UserError("household.unknown"));
    }

    /** The names of those who live in the household, to keep them out of what is public. For the system's own use. */
    @Transactional(readOnly = true)
    public List<String> memberNames(UUID id) {
        return jdbc.sql("select name from household_member where household_id = ? and ended_at is null")
                .param(id)
                .query(String.class)
                .list();
    }

    /**
     * Stops whoever may not see the household.
     *
     * @throws UserError {@code forbidden}, {@code household.unknown}
     */
    @Transactional(readOnly = true)
    public void requireVisible(UUID id) {
        masking(Actors.current(), id, groupOf(id));
    }

    /**
     * The household as the current person may see it.
     *
     * @throws UserError {@code forbidden}, {@code household.unknown}
     */
    @Transactional(readOnly = true)
    public HouseholdView view(UUID id) {
        var household = find(id);
        return view(household, masking(Actors.current(), id, household.groupCode()));
    }

    /** The households the current person may see, by group and number. */
    @Transactional(readOnly = true)
    public HouseholdPage page(HouseholdFilter filter, HouseholdPage.@Nullable Cursor after, int limit) {
        var actor = Actors.current();
        var reach = rights.reach(actor);
        var query = new ListQuery(filter, after, limit + 1);
        Stream.concat(reach.areaCodes().stream(), rights.ledAreas(actor).stream())
                .distinct()
                .sorted()
                .forEach(query::area);
        query.households(reach.households());
        var sql = SUMMARY + " where h.id in (" + query.union() + ") order by h.group_code, h.sort_key, h.id limit ?";
        query.params().add(limit + 1);
        var cursors = new ArrayList<HouseholdPage.Cursor>();
        var found = jdbc.sql(sql)
                .params(query.params())
                .query((row, number) -> {
                    var summary = ROW.mapRow(row, number);
                    cursors.add(new HouseholdPage.Cursor(summary.groupCode(), row.getString("sort_key"), summary.id()));
                    return masked(summary, actor, reach);
                })
                .list();
        return found.size() <= limit
                ? new HouseholdPage(found, null)
                : new HouseholdPage(List.copyOf(found.subList(0, limit)), cursors.get(limit - 1));
    }

    /** The first households that fit a number, the beginning of a name or of its pinyin initials. */
    @Transactional(readOnly = true)
    public List<HouseholdSummary> search(String text, int limit) {
        return text.isBlank()
                ? List.of()
                : page(new HouseholdFilter("", text, "", true), null, limit).items();
    }

    /**
     * One masked field, to somebody who says what for; the look is kept.
     *
     * @param purpose 4 to 200 characters
     * @throws UserError {@code form.invalid} at {@code purpose}, {@code forbidden}, {@code household.notRevealed} for
     *     what the person's level may not see at all
     */
    public String reveal(UUID id, SensitiveField field, String purpose) {
        var actor = Actors.current();
        var household = find(id);
        var masking = masking(actor, id, household.groupCode());
        var why = purpose.strip();
        if (why.length() < PURPOSE_LEAST || why.length() > PURPOSE_MOST) {
            throw UserError.invalid(Map.of("purpose", Message.of("household.purpose", PURPOSE_LEAST, PURPOSE_MOST)));
        }
        if (masking == Masking.FULL && field.kind() != SensitiveField.Kind.PHONE) {
            throw new UserError("household.notRevealed");
        }
        var value = switch (field.kind()) {
            case PHONE -> household.phone();
            case ID_NUMBER -> member(household, field).idNumber();
            case HEALTH -> member(household, field).health();
            case DISABILITY -> member(household, field).disability();
        };
        jdbc.sql("""
                insert into sensitive_look (id, at, person_id, household_id, member_id, field, purpose)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        Timestamp.from(clock.now()),
                        actor.id(),
                        id,
                        field.memberId(),
                        field.kind().name(),
                        why)
                .update();
        audit.record(
                actor.id(),
                "household.fieldSeen",
                "HOUSEHOLD",
                id,
                Map.of("field", field.kind().name()));
        return value;
    }

    /** Adds one household; see {@link #addAll}. */
    public UUID add(NewHousehold input) {
        return addAll(List.of(input)).getFirst();
    }

    /**
     * Adds households to the register: the system, an administrator, or who leads the area.
     *
     * @return the ids in the order of the input
     * @throws UserError {@code form.invalid} with faults at {@code households[i].number} and so on, {@code forbidden};
     *     nothing is added then
     */
    public List<UUID> addAll(List<NewHousehold> inputs) {
        var actor = Actors.find();
        if (actor.isPresent()
                && !actor.get().has(Role.ADMINISTRATOR)
                && !inputs.stream().allMatch(input -> actor.get().leadsAreaOf(input.groupCode()))) {
            throw UserError.forbidden();
        }
        var faults = faults(inputs);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var by = Actors.currentId();
        var now = clock.now();
        var today = clock.today();
        var added = inputs.stream()
                .map(input -> new Household(input, by, now, today))
                .toList();
        register.saveAll(added);
        register.flush();
        added.forEach(household -> audit.record(by, "household.added", "HOUSEHOLD", household.id(), Map.of()));
        return added.stream().map(Household::id).toList();
    }

    /**
     * Takes over what the contact found out about the members and the phone number, and notes that they went through
     * them. The whole list of changes is taken or none.
     *
     * @param phone null when unchanged, empty when there is none any more
     * @throws UserError {@code form.invalid} with faults at {@code members[i].name}, {@code phone} and so on, {@code
     *     forbidden} for anybody but the contact, {@code household.struckOff}
     */
    public void correct(UUID id, List<MemberChange> changes, @Nullable String phone, boolean confirmed) {
        var actor = Actors.current();
        var household = find(id);
        if (masking(actor, id, household.groupCode()) != Masking.NONE) {
            throw UserError.forbidden();
        }
        var faults = faults(changes, phone);
        if (!faults.isEmpty()) {
            throw UserError.invalid(faults);
        }
        var now = clock.now();
        for (var change : changes) {
            household.change(change, actor.id(), now);
            audit.record(
                    actor.id(),
                    "household.member" + change.kind(),
                    "HOUSEHOLD",
                    id,
                    change.memberId() == null ? Map.of() : Map.of("member", change.memberId()));
        }
        if (phone != null && !phone.strip().equals(household.phone())) {
            household.correctPhone(phone);
            audit.record(actor.id(), "household.phoneCorrected", "HOUSEHOLD", id, Map.of());
        }
        if (confirmed) {
            household.confirmMembers(actor.id(), clock.today());
        }
        register.flush();
    }

    /** The faults {@link #correct} would find, so that a page can show them together with others. */
    public Map<String, Message> faults(List<MemberChange> changes, @Nullable String phone) {
        var faults = new LinkedHashMap<String, Message>();
        for (var i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            var path = "members[" + i + "].";
            if (change.kind() == MemberChange.Kind.REMOVE) {
                if (change.reason().isBlank()) {
                    faults.put(path + "reason", Message.of("household.member.reasonMissing"));
                } else if (change.reason().strip().length() > REASON) {
                    faults.put(path + "reason", Message.of("household.member.tooLong", REASON));
                }
            } else if (change.data() == null) {
                faults.put(path + "name", Message.of("household.member.nameMissing"));
            } else {
                MemberRules.faults(change.data(), clock.today().getYear())
                        .forEach((field, message) -> faults.put(path + field, message));
            }
            if (change.kind() != MemberChange.Kind.ADD && change.memberId() == null) {
                faults.put(path + "name", Message.of("household.member.gone"));
            }
        }
        if (phone != null && !phone.isBlank() && !MemberRules.isPhone(phone)) {
            faults.put("phone", Message.of("household.phone"));
        }
        return faults;
    }

    /**
     * Notes to which vulnerable groups the household belongs, as the survey found (S1.7). The caller has checked the
     * right.
     *
     * @param known the groups the survey asked for; others stay as they are
     */
    public void setVulnerabilities(UUID id, Collection<String> known, Collection<String> wanted) {
        var household = find(id);
        var before = household.vulnerabilities();
        household.setVulnerabilities(known, wanted, Actors.currentId(), clock.today());
        if (!before.equals(household.vulnerabilities())) {
            register.flush();
            audit.record(
                    Actors.currentId(),
                    "household.vulnerabilitiesSet",
                    "HOUSEHOLD",
                    id,
                    Map.of("codes", household.vulnerabilities()));
        }
    }

    /** Takes the household out of the register, with the reason that was approved (MOVED_AWAY, DECEASED). */
    public void strikeOff(UUID id, String reason) {
        if (!STRIKE_OFF_REASONS.contains(reason)) {
            throw new IllegalArgumentException(reason);
        }
        find(id).strikeOff(reason, clock.today());
        register.flush();
        audit.record(Actors.currentId(), "household.struckOff", "HOUSEHOLD", id, Map.of("reason", reason));
    }

    private Masking masking(Actor actor, UUID id, String groupCode) {
        return rights.masking(actor, id, groupCode).orElseThrow(UserError::forbidden);
    }

    private Household find(UUID id) {
        return register.findById(id).orElseThrow(() -> new UserError("household.unknown"));
    }

    private String groupOf(UUID id) {
        return jdbc.sql("select group_code from household where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UserError("household.unknown"));
    }

    private static MemberInput member(Household household, SensitiveField field) {
        var memberId = field.memberId();
        if (memberId == null) {
            throw new UserError("household.member.gone");
        }
        return household.member(memberId).toInput();
    }

    private HouseholdView view(Household household, Masking masking) {
        var members = household.members().stream()
                .map(entry -> {
                    var data = entry.toInput();
                    return new HouseholdView.Member(
                            entry.memberId(),
                            Mask.name(data.name(), masking),
                            data.relation(),
                            data.sex(),
                            data.birthYear(),
                            Mask.idNumber(data.idNumber(), masking),
                            Mask.words(data.health(), masking),
                            Mask.words(data.disability(), masking),
                            data.worksAway());
                })
                .toList();
        return new HouseholdView(
                household.id(),
                household.number(),
                Mask.name(household.headName(), masking),
                household.groupCode(),
                areas.place(household.groupCode()),
                Mask.phone(household.phone(), masking),
                household.struckOffReason(),
                household.struckOffOn(),
                household.vulnerabilities(),
                members,
                household.membersConfirmedOn(),
                masking);
    }

    private HouseholdSummary masked(HouseholdSummary summary, Actor actor, HouseholdAccess.Reach reach) {
        var masking = rights.masking(actor, reach, summary.id(), summary.groupCode());
        return new HouseholdSummary(
                summary.id(),
                summary.number(),
                Mask.name(summary.headName(), masking),
                summary.groupCode(),
                summary.place(),
                summary.vulnerabilities());
    }

    private Map<String, Message> faults(List<NewHousehold> inputs) {
        var faults = new LinkedHashMap<String, Message>();
        var known = new HashMap<String, Boolean>();
        var taken = new TreeSet<String>();
        for (var i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            var path = "households[" + i + "].";
            if (!known.computeIfAbsent(
                    input.groupCode(), code -> areas.byCode(code).isPresent())) {
                faults.put(path + "groupCode", Message.of("household.noArea", input.groupCode()));
            }
            if (input.number().isBlank() || input.number().strip().length() > NUMBER) {
                faults.put(path + "number", Message.of("household.number", NUMBER));
            }
            if (input.headName().isBlank() || input.headName().strip().length() > NAME) {
                faults.put(path + "headName", Message.of("household.headName", NAME));
            }
            if (!input.phone().isBlank() && !MemberRules.isPhone(input.phone())) {
                faults.put(path + "phone", Message.of("household.phone"));
            }
            for (var m = 0; m < input.members().size(); m++) {
                var member = path + "members[" + m + "].";
                MemberRules.faults(input.members().get(m), clock.today().getYear())
                        .forEach((field, message) -> faults.put(member + field, message));
            }
            var key = village(input.groupCode()) + "/" + input.number().strip();
            if (!taken.add(key)) {
                faults.put(path + "number", Message.of("household.numberTaken", input.number()));
            }
        }
        if (faults.isEmpty()) {
            takenBefore(inputs, faults);
        }
        return faults;
    }

    private void takenBefore(List<NewHousehold> inputs, Map<String, Message> faults) {
        var villages = inputs.stream().map(input -> village(input.groupCode())).toArray(String[]::new);
        var numbers = inputs.stream().map(input -> input.number().strip()).toArray(String[]::new);
        jdbc.sql("""
                select i.position, i.number from unnest(?::text[], ?::text[]) with ordinality as i (village, number, position)
                join household h on h.village_code = i.village and h.number = i.number
                """).params(List.of(villages, numbers)).query(row -> {
            faults.put(
                    "households[" + (row.getInt("position") - 1) + "].number",
                    Message.of("household.numberTaken", row.getString("number")));
        });
    }

    private static String village(String groupCode) {
        return groupCode.substring(0, Math.min(12, groupCode.length()));
    }

    /** One branch for each area and one for single households: each follows the index of the list. */
    private static final class ListQuery {
        private final HouseholdFilter filter;
        private final HouseholdPage.@Nullable Cursor after;
        private final int limit;
        private final List<String> branches = new ArrayList<>();
        private final List<@Nullable Object> params = new ArrayList<>();

        ListQuery(HouseholdFilter filter, HouseholdPage.@Nullable Cursor after, int limit) {
            this.filter = filter;
            this.after = after;
            this.limit = limit;
        }

        List<@Nullable Object> params() {
            return params;
        }

        void area(String code) {
            branch("group_code like ?", code + "%");
        }

        void households(Set<UUID> ids) {
            branch("id = any(?)", ids.toArray(UUID[]::new));
        }

        String union() {
            return "(" + String.join(") union (", branches) + ")";
        }

        private void branch(String where, Object param) {
            var sql = new StringBuilder("select id from household where ").append(where);
            params.add(param);
            if (!filter.struckOff()) {
                sql.append(" and state = 'RESIDENT'");
            }
            if (!filter.areaCode().isEmpty()) {
                sql.append(" and group_code like ?");
                params.add(filter.areaCode() + "%");
            }
            if (!filter.vulnerability().isEmpty()) {
                sql.append("""
                         and exists (select from household_vulnerability v
                           where v.household_id = household.id and v.until_date is null and v.code = ?)
                        """);
                params.add(filter.vulnerability());
            }
            var text = filter.text().strip();
            if (!text.isEmpty()) {
                var like = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
                sql.append(" and (number = ? or head_name like ? or head_initials like ?)");
                params.addAll(List.of(text, like, like.toLowerCase(Locale.ROOT)));
            }
            if (after != null) {
                sql.append(" and (group_code, sort_key, id) > (?, ?, ?)");
                params.addAll(List.of(after.groupCode(), after.sortKey(), after.id()));
            }
            branches.add(sql.append(" order by group_code, sort_key, id limit ")
                    .append(limit)
                    .toString());
        }
    }
}

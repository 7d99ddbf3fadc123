package cn.minqing.household;

import cn.minqing.platform.Ids;
import cn.minqing.platform.UserError;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A household of the register with who lives there. What was entered is ended, never overwritten (R10). */
@Entity
@Table(name = "household")
class Household {
    enum State {
        RESIDENT,
        STRUCK_OFF
    }

    private static final int VILLAGE_CODE = 12;
    private static final int SORT_WIDTH = 8;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String villageCode;
    private String groupCode;
    private String number;
    private String sortKey;
    private String headName;
    private String headInitials;
    private String phone;

    @Enumerated(EnumType.STRING)
    private State state = State.RESIDENT;

    private @Nullable String struckOffReason;
    private @Nullable LocalDate struckOffOn;
    private @Nullable LocalDate membersConfirmedOn;

    @Column(name = "members_confirmed_by")
    private @Nullable UUID membersConfirmedBy;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "household_id", nullable = false, updatable = false)
    @OrderBy("sortOrder, id")
    private List<MemberEntry> members = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "household_id", nullable = false, updatable = false)
    private List<VulnerabilityEntry> vulnerabilities = new ArrayList<>();

    protected Household() {}

    Household(NewHousehold input, @Nullable UUID by, Instant at, LocalDate today) {
        id = Ids.next();
        groupCode = input.groupCode();
        villageCode = groupCode.substring(0, Math.min(VILLAGE_CODE, groupCode.length()));
        number = input.number().strip();
        sortKey = sortKey(number);
        headName = input.headName().strip();
        headInitials = Initials.of(headName);
        phone = input.phone().strip();
        input.members().forEach(member -> members.add(new MemberEntry(Ids.next(), members.size(), member, by, at)));
        setVulnerabilities(input.vulnerabilities(), input.vulnerabilities(), by, today);
    }

    UUID id() {
        return id;
    }

    String groupCode() {
        return groupCode;
    }

    String number() {
        return number;
    }

    String headName() {
        return headName;
    }

    String phone() {
        return phone;
    }

    boolean isStruckOff() {
        return state == State.STRUCK_OFF;
    }

    @Nullable
    String struckOffReason() {
        return struckOffReason;
    }

    @Nullable
    LocalDate struckOffOn() {
        return struckOffOn;
    }

    @Nullable
    LocalDate membersConfirmedOn() {
        return membersConfirmedOn;
    }

    /** Who lives there as far as is known now. */
    List<MemberEntry> members() {
        return members.stream().filter(MemberEntry::isCurrent).toList();
    }

    Set<String> vulnerabilities() {
        return vulnerabilities.stream()
                .filter(VulnerabilityEntry::isCurrent)
                .map(VulnerabilityEntry::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    MemberEntry member(UUID memberId) {
        return members.stream()
                .filter(member -> member.isCurrent() && member.memberId().equals(memberId))
                .findFirst()
                .orElseThrow(() -> new UserError("household.member.gone"));
    }

    /** @throws UserError {@code household.struckOff}, {@code household.member.gone} */
    void change(MemberChange change, @Nullable UUID by, Instant at) {
        requireResident();
        var data = change.data();
        switch (change.kind()) {
            case ADD -> add(Ids.next(), members.size(), data, by, at);
            case CORRECT -> {
                var old = member(java.util.Objects.requireNonNull(change.memberId()));
                if (data == null || old.says(data)) {
                    return;
                }
                old.end(by, at, "CORRECTED");
                add(old.memberId(), old.sortOrder(), data, by, at);
            }
            case REMOVE ->
                member(java.util.Objects.requireNonNull(change.memberId()))
                        .end(by, at, change.reason().strip());
        }
    }

    private void add(UUID memberId, int sortOrder, @Nullable MemberInput data, @Nullable UUID by, Instant at) {
        var entry = new MemberEntry(memberId, sortOrder, java.util.Objects.requireNonNull(data), by, at);
        members.add(entry);
        if (data.relation() == Relation.HEAD) {
            headName = entry.toInput().name();
            headInitials = Initials.of(headName);
        }
    }

    void confirmMembers(UUID by, LocalDate today) {
        requireResident();
        membersConfirmedOn = today;
        membersConfirmedBy = by;
    }

    void correctPhone(String corrected) {
        requireResident();
        phone = corrected.strip();
    }

    /** Of the groups {@code known}, the household belongs to those {@code wanted}; other groups stay as they are. */
    final void setVulnerabilities(
            Collection<String> known, Collection<String> wanted, @Nullable UUID by, LocalDate today) {
        var left = new HashSet<>(wanted);
        left.retainAll(known);
        for (var entry : vulnerabilities) {
            if (entry.isCurrent() && known.contains(entry.code()) && !left.remove(entry.code())) {
                entry.end(by, today);
            }
        }
        left.stream().sorted().forEach(code -> vulnerabilities.add(new VulnerabilityEntry(code, by, today)));
    }

    void strikeOff(String reason, LocalDate today) {
        requireResident();
        state = State.STRUCK_OFF;
        struckOffReason = reason;
        struckOffOn = today;
    }

    private void requireResident() {
        if (isStruckOff()) {
            throw new UserError("household.struckOff");
        }
    }

    /** Numbers in their own order: 2 before 10. */
    static String sortKey(String number) {
        var digits = number.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > SORT_WIDTH
                ? number
                : "0".repeat(SORT_WIDTH - digits.length()) + number;
    }
}

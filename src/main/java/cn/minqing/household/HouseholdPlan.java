package cn.minqing.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What writing an entry of a list does to the register: nothing is overwritten that the list does not name. */
final class HouseholdPlan {
    /** An entry about a member that ends because the list says something else. */
    record Corrected(KnownHousehold.Member old, MemberInput data) {}

    /** A category whose dates the list corrects. */
    record Redated(KnownHousehold.Category old, HouseholdEntry.Category data) {}

    final HouseholdEntry entry;
    final @Nullable KnownHousehold known;
    final List<MemberInput> added = new ArrayList<>();
    final List<Corrected> corrected = new ArrayList<>();
    final List<HouseholdEntry.Category> entered = new ArrayList<>();
    final List<Redated> redated = new ArrayList<>();

    private HouseholdPlan(HouseholdEntry entry, @Nullable KnownHousehold known) {
        this.entry = entry;
        this.known = known;
    }

    static HouseholdPlan of(HouseholdEntry entry, @Nullable KnownHousehold known, LocalDate today) {
        var plan = new HouseholdPlan(entry, known);
        plan.members();
        plan.categories(today);
        return plan;
    }

    private void members() {
        var left = new ArrayList<>(known == null ? List.<KnownHousehold.Member>of() : known.members());
        for (var member : entry.members()) {
            var match = match(left, member);
            if (match.isEmpty()) {
                added.add(member.over(null));
            } else {
                var old = match.get();
                left.remove(old);
                var data = member.over(old.data());
                if (!data.equals(old.data())) {
                    corrected.add(new Corrected(old, data));
                }
            }
        }
    }

    /** The same ID number, or the same name where at most one of the two ID numbers is known. */
    private static Optional<KnownHousehold.Member> match(
            List<KnownHousehold.Member> known, HouseholdEntry.Member member) {
        var idNumber = MemberRules.idNumber(member.idNumber());
        var sameNumber = known.stream()
                .filter(one -> !idNumber.isEmpty() && one.data().idNumber().equals(idNumber))
                .findFirst();
        return sameNumber.isPresent()
                ? sameNumber
                : known.stream()
                        .filter(one -> one.data().name().equals(member.name())
                                && (idNumber.isEmpty() || one.data().idNumber().isEmpty()))
                        .findFirst();
    }

    private void categories(LocalDate today) {
        for (var category : entry.categories()) {
            var same = known == null
                    ? List.<KnownHousehold.Category>of()
                    : known.categories().stream()
                            .filter(one -> one.code().equals(category.code()))
                            .toList();
            var end = category.endsOn();
            if (end != null && same.stream().anyMatch(one -> end.equals(one.until()))) {
                continue;
            }
            var running = same.stream().filter(one -> one.until() == null).findFirst();
            var from = category.from() != null
                    ? category.from()
                    : running.map(KnownHousehold.Category::from).orElse(today);
            var wanted = new HouseholdEntry.Category(category.code(), from, end);
            if (running.isEmpty()) {
                entered.add(wanted);
            } else if (!running.get().from().equals(from)
                    || end != null && !end.equals(running.get().endsOn())) {
                redated.add(new Redated(running.get(), wanted));
            }
        }
    }

    boolean moves() {
        return known != null && !known.groupCode().equals(entry.groupCode());
    }

    boolean renamesHead() {
        return known != null && !known.headName().equals(entry.headName());
    }

    boolean rephones() {
        return known != null && !entry.phone().isEmpty() && !entry.phone().equals(known.phone());
    }

    boolean changesHousehold() {
        return moves() || renamesHead() || rephones();
    }

    /** What becomes different: group, head, phone, members, categories. */
    Set<String> changes() {
        var changes = new LinkedHashSet<String>();
        if (moves()) {
            changes.add("group");
        }
        if (renamesHead()) {
            changes.add("head");
        }
        if (rephones()) {
            changes.add("phone");
        }
        if (!added.isEmpty()) {
            changes.add("membersAdded");
        }
        if (!corrected.isEmpty()) {
            changes.add("membersCorrected");
        }
        if (!entered.isEmpty() || !redated.isEmpty()) {
            changes.add("categories");
        }
        return changes;
    }
}

package cn.minqing.duty;

import cn.minqing.platform.Workdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shares the days of duty among people: whoever has had the fewest turns is next, and of those who has waited longest.
 * Nobody has two turns on one day.
 */
final class Turns {
    private Turns() {}

    /** Somebody who can sit at a place. {@code order} breaks ties, so that the same register gives the same roster. */
    record Candidate(UUID personId, UUID unitId, String order) {}

    /** A place with those who can sit there; the leaders are kept for the leader's days where there are others. */
    record Place(UUID placeId, UUID areaId, String areaCode, List<Candidate> people, List<Candidate> leaders) {}

    record Turn(Place place, Candidate candidate, LocalDate day, boolean leader) {}

    /** Weekdays on which somebody sits, and the one on which the leader does in odd weeks. */
    record Week(Set<DayOfWeek> days, @Nullable DayOfWeek leaderDay) {

        boolean sits(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }

        /** Odd weeks are those of ISO 8601, whose first has the year's first Thursday. */
        boolean leaderSits(LocalDate day) {
            return day.getDayOfWeek() == leaderDay && day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 1;
        }
    }

    /** A turn that is given already: it is not given again, and counts. */
    record Given(UUID placeId, UUID personId, LocalDate day, boolean leader) {}

    private record Slot(UUID placeId, LocalDate day, boolean leader) {}

    private static final class Load {
        int turns;
        LocalDate last = LocalDate.MIN;
        final Set<LocalDate> days = new HashSet<>();

        void add(LocalDate day) {
            turns++;
            last = day.isAfter(last) ? day : last;
            days.add(day);
        }
    }

    /** The turns from the first to the last day, both included, that are not given yet; holidays are left out. */
    static List<Turn> share(
            List<Place> places, Week week, LocalDate first, LocalDate last, Workdays workdays, List<Given> given) {
        var loads = new HashMap<UUID, Load>();
        var taken = new HashSet<Slot>();
        for (var one : given) {
            taken.add(new Slot(one.placeId(), one.day(), one.leader()));
            load(loads, one.personId()).add(one.day());
        }
        var turns = new ArrayList<Turn>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var sits = week.sits(day);
            var leaderSits = week.leaderSits(day);
            if ((!sits && !leaderSits) || !workdays.isWorkday(day)) {
                continue;
            }
            for (var place : places) {
                var led = leaderSits
                        && (!taken.add(new Slot(place.placeId(), day, true))
                                || give(turns, loads, place, place.leaders(), day, true));
                // the leader's day is nobody else's as well; where no leader can come, it is not left empty
                if (sits && !led && taken.add(new Slot(place.placeId(), day, false))) {
                    give(turns, loads, place, place.people(), day, false);
                }
            }
        }
        return turns;
    }

    private static boolean give(
            List<Turn> turns,
            Map<UUID, Load> loads,
            Place place,
            List<Candidate> candidates,
            LocalDate day,
            boolean leader) {
        var next = candidates.stream()
                .filter(candidate -> !load(loads, candidate.personId()).days.contains(day))
                .min(Comparator.comparingInt((Candidate candidate) -> load(loads, candidate.personId()).turns)
                        .thenComparing(candidate -> load(loads, candidate.personId()).last)
                        .thenComparing(Candidate::order)
                        .thenComparing(Candidate::personId));
        next.ifPresent(candidate -> {
            load(loads, candidate.personId()).add(day);
            turns.add(new Turn(place, candidate, day, leader));
        });
        return next.isPresent();
    }

    private static Load load(Map<UUID, Load> loads, UUID person) {
        return loads.computeIfAbsent(person, id -> new Load());
    }
}

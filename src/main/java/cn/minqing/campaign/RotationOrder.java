package cn.minqing.campaign;

import cn.minqing.campaign.Participants.Participant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * In which order cadres are drawn for the work team (S3.9): who has served least often first; among them all units alike
 * by their size, so that no unit is emptied; the rest is chance, which the seed fixes.
 */
final class RotationOrder {
    private RotationOrder() {}

    private record Place(Participant person, int served, double position, String lot) {}

    /** @param served how often each has served; nobody in it has not yet */
    static List<Participant> of(List<Participant> cadres, Map<UUID, Integer> served, String seed) {
        var alike = new HashMap<String, List<Participant>>();
        cadres.forEach(person -> alike.computeIfAbsent(
                        person.unitId() + "/" + served.getOrDefault(person.personId(), 0), any -> new ArrayList<>())
                .add(person));
        var places = new ArrayList<Place>();
        alike.values().forEach(group -> {
            group.sort(Comparator.comparing(person -> lot(seed, person.personId())));
            // the unit's own lot, so that units of one size do not always begin with the same one
            var shift = Integer.parseInt(lot(seed, group.getFirst().unitId()).substring(0, 4), 16) / 65_536.0;
            for (var index = 0; index < group.size(); index++) {
                var person = group.get(index);
                places.add(new Place(
                        person,
                        served.getOrDefault(person.personId(), 0),
                        (index + shift) / group.size(),
                        lot(seed, person.personId())));
            }
        });
        return places.stream()
                .sorted(Comparator.comparingInt(Place::served)
                        .thenComparingDouble(Place::position)
                        .thenComparing(Place::lot))
                .map(Place::person)
                .toList();
    }

    private static String lot(String seed, UUID id) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest((seed + id).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

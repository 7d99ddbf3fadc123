package cn.minqing.volunteer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer as the list shows it.
 *
 * @param phone masked but for the office and whoever registered them
 * @param leftOn the day they left; null while they take part
 * @param links whom they help now
 * @param helped how many recorded activities they took part in
 * @param mine whether the current person may change it
 */
public record VolunteerView(
        UUID id,
        UUID campaignId,
        VolunteerKind kind,
        String name,
        String phone,
        String offer,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        List<Link> links,
        int helped,
        boolean mine) {

    /** A village, community or household they help; {@code words} name it as far as the reader may know. */
    public record Link(UUID id, String words, LocalDate from) {}
}

package cn.minqing.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said at a meeting.
 *
 * @param speaker who, as they want to be called; empty for nobody named
 * @param household place and head of the household, empty for none
 * @param wish what they want done
 * @param outcome the explanation, or what is done with the suggestion
 * @param issueNumber of the issue it became; empty for none
 */
public record Opinion(
        UUID id,
        UUID meetingId,
        @Nullable UUID householdId,
        String household,
        String areaCode,
        String speaker,
        String words,
        String wish,
        OpinionState state,
        String outcome,
        @Nullable UUID issueId,
        String issueNumber) {}

package cn.minqing.ui.visit;

import cn.minqing.household.MemberChange;
import cn.minqing.ui.issue.NewIssueInput;
import cn.minqing.visit.SheetInput.NewPromise;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A half-filled sheet as the draft keeps it. What an older version of the page kept and cannot be read is left out. */
record KeptSheet(
        UUID submissionKey,
        @Nullable LocalDate visitedOn,
        String kind,
        String metWith,
        boolean membersConfirmed,
        List<MemberChange> memberChanges,
        @Nullable String phone,
        Map<String, KeptForm> forms,
        Map<String, String> obligations,
        List<NewIssueInput> issues,
        List<NewPromise> promises,
        Set<UUID> keptPromises,
        String diary,
        @Nullable LocalDate nextDate) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param touched paths that somebody confirmed or changed */
    record KeptForm(Map<String, Object> answers, Set<String> touched) {}

    KeptSheet {
        if (submissionKey == null
                || kind == null
                || metWith == null
                || memberChanges == null
                || forms == null
                || obligations == null
                || issues == null
                || promises == null
                || keptPromises == null
                || diary == null) {
            throw new IllegalArgumentException("Not a sheet of this version");
        }
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** The draft, or null when it is none that this page understands. */
    static @Nullable KeptSheet of(String json) {
        try {
            return JSON.readValue(json, KeptSheet.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}

package cn.minqing.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register has of a household that a list names. */
record KnownHousehold(
        UUID id,
        String groupCode,
        String headName,
        String phone,
        boolean struckOff,
        List<Member> members,
        List<Category> categories) {

    record Member(UUID entryId, UUID memberId, int sortOrder, MemberInput data) {}

    /** @param until the day it was over; null while it holds */
    record Category(
            UUID id,
            String code,
            LocalDate from,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate until) {}

    KnownHousehold(UUID id, String groupCode, String headName, String phone, boolean struckOff) {
        this(id, groupCode, headName, phone, struckOff, new ArrayList<>(), new ArrayList<>());
    }
}

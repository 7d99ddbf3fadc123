package cn.minqing.activity;

import java.time.LocalDate;
import java.util.UUID;

/** One activity in a list. */
public record ActivityLine(
        UUID id,
        String kind,
        String kindName,
        ActivityState state,
        String title,
        LocalDate from,
        LocalDate to,
        boolean late,
        String place,
        String unitName,
        String recordedBy,
        int households) {}

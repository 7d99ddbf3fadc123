package cn.minqing.organization;

import java.util.List;
import java.util.UUID;

/**
 * A village that moves to another town; the area keeps its id, its code and those of its groups change.
 *
 * @param superiors the areas it lay in and those of the same level it lies in now, where they differ
 */
public record AreaMove(UUID changeId, UUID areaId, String oldCode, String newCode, List<Superior> superiors) {
    /** Whoever led {@code from} had it; whoever leads {@code to} has it now. */
    public record Superior(UUID from, UUID to) {}
}

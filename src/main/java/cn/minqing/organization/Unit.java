package cn.minqing.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit (单位) or one of its departments (科室), which has a parent. */
public record Unit(UUID id, String name, @Nullable UUID parentId, UUID areaId) {}

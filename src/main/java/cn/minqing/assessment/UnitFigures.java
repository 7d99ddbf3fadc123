package cn.minqing.assessment;

import java.util.UUID;

/** The figures of one unit. */
public record UnitFigures(UUID unitId, String unitName, Figures figures) {}

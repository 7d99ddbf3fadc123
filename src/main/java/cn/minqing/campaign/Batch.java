package cn.minqing.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Units whose visits start on the same day (S1.8). */
public record Batch(String name, LocalDate date, List<UUID> unitIds) {}

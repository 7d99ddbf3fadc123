package cn.minqing.campaign;

import java.util.UUID;

/** Visits of a batch wait for their start. */
public record VisitsRequested(UUID batchId) {}

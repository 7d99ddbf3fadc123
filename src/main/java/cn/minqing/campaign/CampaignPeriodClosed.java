package cn.minqing.campaign;

import java.util.UUID;

/** A standing campaign has closed a period; told in the transaction that opens the next one. */
public record CampaignPeriodClosed(UUID campaignId, int period) {}

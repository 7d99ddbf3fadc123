package cn.minqing.campaign;

import java.util.UUID;

/** A campaign is over: what goes on beside it ends, too. */
public record CampaignArchived(UUID campaignId) {}

package cn.minqing.campaign;

import java.util.UUID;

/** The plan of a campaign is approved: it is known who takes part. */
public record CampaignPlanApproved(UUID campaignId) {}

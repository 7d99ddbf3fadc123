package cn.minqing.campaign;

import java.util.UUID;

/** A campaign has gone on to a phase. */
public record CampaignPhaseEntered(UUID campaignId, Phase phase) {}

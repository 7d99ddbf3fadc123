package cn.minqing.assessment;

import cn.minqing.assessment.CampaignFigures.Collected;
import cn.minqing.campaign.CampaignView;

/** One kind of figure a template may have assessed. */
interface Measure {

    /** What a template writes as {@code measure}, up to the colon. */
    String name();

    /**
     * @param argument what stands behind the colon: an obligation, a document, categories; empty for none
     * @param collected the figures as they are now
     */
    Measured of(CampaignView campaign, String argument, Collected collected);
}

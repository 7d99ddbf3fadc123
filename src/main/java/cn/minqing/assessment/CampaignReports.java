package cn.minqing.assessment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CampaignReports extends Repository<CampaignReport, UUID> {
    CampaignReport save(CampaignReport report);

    Optional<CampaignReport> findByCampaignIdAndPeriod(UUID campaignId, int period);
}

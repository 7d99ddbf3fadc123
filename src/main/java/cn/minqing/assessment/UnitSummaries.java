package cn.minqing.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UnitSummaries extends Repository<UnitSummary, UUID> {
    UnitSummary save(UnitSummary summary);

    Optional<UnitSummary> findById(UUID id);

    Optional<UnitSummary> findByCampaignIdAndPeriodAndUnitId(UUID campaignId, int period, UUID unitId);

    List<UnitSummary> findByCampaignIdAndPeriod(UUID campaignId, int period);
}

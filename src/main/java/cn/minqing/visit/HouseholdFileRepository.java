package cn.minqing.visit;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface HouseholdFileRepository extends JpaRepository<HouseholdFile, UUID> {
    Optional<HouseholdFile> findByContactIdAndClosedPeriodIsNull(UUID contactId);
}

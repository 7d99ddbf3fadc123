package cn.minqing.issue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CommonProblemRepository extends JpaRepository<CommonProblem, UUID> {
    Optional<CommonProblem> findByClientKey(UUID clientKey);
}

package cn.minqing.issue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface IssueRepository extends JpaRepository<Issue, UUID> {
    Optional<Issue> findByClientKey(UUID clientKey);
}

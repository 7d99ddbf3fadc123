package cn.minqing.issue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface IssueRepository extends JpaRepository<Issue, UUID> {
    Optional<Issue> findByClientKey(UUID clientKey);

    List<Issue> findByMergedInto(UUID into);

    List<Issue> findByCommonProblemIdOrderById(UUID commonProblemId);
}

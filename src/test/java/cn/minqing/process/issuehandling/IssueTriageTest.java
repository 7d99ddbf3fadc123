package cn.minqing.process.issuehandling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.minqing.ProductTest;
import cn.minqing.issue.Route;
import cn.minqing.issue.Triage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DisplayName("事项研判决策表")
class IssueTriageTest {
    @Autowired
    Triage triage;

    @ParameterizedTest(name = "险情{0} {1} {2} 弱势{3} → {4} {5}天")
    @CsvSource({
        "true, now, housing, false, ON_THE_SPOT, 1, true",
        "true, above, housing, true, ESCALATED, 1, true",
        "true, cadre, other, false, WITHIN_DEADLINE, 1, true",
        "true, policy, housing, false, WITHIN_DEADLINE, 1, true",
        "false, now, medical, true, ON_THE_SPOT, 1, false",
        "false, policy, policy, false, POLICY_EXPLANATION, 3, false",
        "false, above, safety, true, ESCALATED, 1, true",
        "false, cadre, safety, false, WITHIN_DEADLINE, 3, false",
        "false, cadre, petition, false, ESCALATED, 3, false",
        "false, above, compensation, true, ESCALATED, 10, false",
        "false, cadre, dispute, false, WITHIN_DEADLINE, 15, false",
        "false, cadre, certificate, false, WITHIN_DEADLINE, 3, false",
        "false, above, medical, true, ESCALATED, 4, false",
        "false, above, schooling, false, ESCALATED, 5, false",
        "false, above, housing, true, ESCALATED, 10, false",
        "false, above, infrastructure, false, ESCALATED, 15, false",
        "false, above, information, false, ESCALATED, 3, false",
        "false, above, income, true, ESCALATED, 5, false",
        "false, above, income, false, ESCALATED, 5, false",
        "false, cadre, medical, true, WITHIN_DEADLINE, 2, false",
        "false, cadre, schooling, false, WITHIN_DEADLINE, 3, false",
        "false, cadre, public-order, true, WITHIN_DEADLINE, 10, false",
        "false, cadre, housing, false, WITHIN_DEADLINE, 15, false",
        "false, cadre, service, false, WITHIN_DEADLINE, 3, false",
        "false, cadre, development, false, WITHIN_DEADLINE, 5, false",
    })
    void each_row_gives_way_days_reason_and_source(
            boolean urgent,
            String solvable,
            String category,
            boolean vulnerable,
            Route route,
            int days,
            boolean calendarDays) {
        var proposal = triage.propose(new Triage.Facts(urgent, solvable, category, vulnerable));
        assertThat(proposal.route()).isEqualTo(route);
        assertThat(proposal.days()).isEqualTo(days);
        assertThat(proposal.calendarDays()).isEqualTo(calendarDays);
        assertThat(proposal.reason()).isNotBlank();
        assertThat(proposal.source()).matches("[SR][0-9.]+(; [SR][0-9.]+)*");
        assertThat(proposal.level()).isEqualTo(route == Route.ESCALATED ? "VILLAGE" : "");
    }
}

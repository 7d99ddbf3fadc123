package cn.minqing.process.issuehandling;

import cn.minqing.issue.IssueProcess.Charge;
import cn.minqing.process.EndOfDay;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who works on an issue and until when, as the model's variables. */
final class ChargeVariables {
    private ChargeVariables() {}

    static Map<String, @Nullable Object> of(Charge charge) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(
                IssueHandlingProcess.HANDLER_ID,
                charge.personId() == null ? null : charge.personId().toString());
        variables.put(IssueHandlingProcess.HANDLER_ROLE, charge.role());
        variables.put(IssueHandlingProcess.ISSUE_DUE, EndOfDay.of(charge.due()));
        variables.put(IssueHandlingProcess.ISSUE_DUE_SOON, EndOfDay.startOf(charge.dueSoon()));
        variables.put(IssueHandlingProcess.ISSUE_LEVEL, charge.level());
        return variables;
    }
}

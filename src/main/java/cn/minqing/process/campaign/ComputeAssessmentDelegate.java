package cn.minqing.process.campaign;

import cn.minqing.assessment.Assessments;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 计算考评结果: from the data as they are when the report is compiled. */
@Component
class ComputeAssessmentDelegate implements JavaDelegate {
    private final Assessments assessments;

    ComputeAssessmentDelegate(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assessments.compute(UUID.fromString(execution.getProcessBusinessKey()));
    }
}

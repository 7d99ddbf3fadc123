package cn.minqing.process.engine;

import cn.minqing.platform.AppClock;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine on the product's own data source and transactions, with only what the models need switched on. */
@Configuration
class EngineConfiguration {
    private static final int SECOND = 1000;

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ListableBeanFactory beans,
            List<BpmnParseListener> parseListeners,
            AppClock clock,
            @Value("${minqing.engine.job-executor}") boolean jobExecutorActive) {
        clock.onChange(offset -> ClockUtil.offset(offset.toMillis()));
        var engine = new SpringProcessEngineConfiguration();
        engine.setProcessEngineName("minqing");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setBeans(new DelegateBeans(beans));
        engine.setCustomPostBPMNParseListeners(parseListeners);
        engine.setAuthorizationEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setCustomPreVariableSerializers(List.of(new IdListSerializer()));
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setInvocationsPerBatchJob(100);
        engine.setQueryMaxResultsLimit(10_000);
        engine.setDefaultNumberOfRetries(5);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setJobExecutor(jobExecutor());
        engine.setJobExecutorActivate(jobExecutorActive);
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    private static DefaultJobExecutor jobExecutor() {
        var executor = new DefaultJobExecutor();
        executor.setCorePoolSize(4);
        executor.setMaxPoolSize(8);
        executor.setQueueSize(200);
        executor.setMaxJobsPerAcquisition(100);
        executor.setWaitTimeInMillis(SECOND);
        executor.setMaxWait(5 * SECOND);
        executor.setLockTimeInMillis(90 * SECOND);
        return executor;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}

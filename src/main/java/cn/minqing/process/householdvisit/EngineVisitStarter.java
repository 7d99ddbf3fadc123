package cn.minqing.process.householdvisit;

import cn.minqing.campaign.Contact;
import cn.minqing.campaign.RunningVisits;
import cn.minqing.campaign.VisitStarter;
import cn.minqing.household.Households;
import cn.minqing.process.EndOfDay;
import cn.minqing.visit.HouseholdFiles;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the visits of a chunk. All of them go through one command of the engine, which groups its inserts and writes
 * once: single starts take five times as long.
 */
@Component
class EngineVisitStarter implements VisitStarter {
    private final HouseholdFiles files;
    private final Households households;
    private final HouseholdVisitFacts facts;
    private final ObjectProvider<RunningVisits> running;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final VisitOrder order;
    private final ProcessEngineConfigurationImpl engine;

    EngineVisitStarter(
            HouseholdFiles files,
            Households households,
            HouseholdVisitFacts facts,
            ObjectProvider<RunningVisits> running,
            RepositoryService repository,
            RuntimeService runtime,
            VisitOrder order,
            ProcessEngine engine) {
        this.files = files;
        this.households = households;
        this.facts = facts;
        this.running = running;
        this.repository = repository;
        this.runtime = runtime;
        this.order = order;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    @Transactional
    public void start(List<Contact> contacts, UUID batchId, LocalDate due) {
        var homes = households.summaries(
                contacts.stream().map(Contact::householdId).distinct().toList());
        var opened = files.open(contacts, homes, batchId, due);
        opened.running().forEach(contact -> running.ifAvailable(visits -> visits.postpone(contact, due)));
        if (opened.started().isEmpty()) {
            return;
        }
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(HouseholdVisitProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
        var order = this.order.due(due);
        var inOrder = contacts.stream()
                .filter(contact -> opened.started().contains(contact.id()))
                .map(contact -> new Visit(
                        contact,
                        order.forCategories(Objects.requireNonNull(homes.get(contact.householdId()))
                                .vulnerabilities())))
                .sorted(Comparator.comparing(Visit::due))
                .toList();
        facts.knowing(
                homes,
                () -> engine.getCommandExecutorTxRequired().execute(context -> {
                    inOrder.forEach(visit -> runtime.startProcessInstanceById(
                            definition,
                            visit.contact().id().toString(),
                            variables(visit.contact(), batchId, visit.due())));
                    return null;
                }));
    }

    /** One of the chunk, and by when it is to be visited: those who need it most come first (S1.7). */
    private record Visit(Contact contact, LocalDate due) {}

    private static Map<String, Object> variables(Contact contact, UUID batchId, LocalDate due) {
        return Map.of(
                HouseholdVisitProcess.CAMPAIGN_ID, contact.campaignId().toString(),
                HouseholdVisitProcess.HOUSEHOLD_ID, contact.householdId().toString(),
                HouseholdVisitProcess.CONTACT_ID, contact.id().toString(),
                HouseholdVisitProcess.CADRE_ID, contact.personId().toString(),
                HouseholdVisitProcess.BATCH_ID, batchId.toString(),
                HouseholdVisitProcess.VISIT_DUE, EndOfDay.of(due));
    }
}

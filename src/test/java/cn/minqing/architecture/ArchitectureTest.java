package cn.minqing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.minqing.MinqingApplication;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "cn.minqing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule camunda_stays_behind_three_packages = noClasses()
            .that()
            .resideOutsideOfPackages("cn.minqing.process..", "cn.minqing.tasklist..", "cn.minqing.workbench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a move to a maintained fork of the engine must stay mechanical");

    @ArchTest
    static final ArchRule vaadin_stays_in_the_pages = noClasses()
            .that()
            .resideOutsideOfPackages("cn.minqing.ui..", "cn.minqing")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("a context must not know how it is shown");

    @ArchTest
    static final ArchRule contexts_know_neither_pages_nor_processes = noClasses()
            .that()
            .resideInAnyPackage(
                    "cn.minqing.platform..",
                    "cn.minqing.organization..",
                    "cn.minqing.household..",
                    "cn.minqing.form..",
                    "cn.minqing.campaign..",
                    "cn.minqing.obligation..",
                    "cn.minqing.activity..",
                    "cn.minqing.visit..",
                    "cn.minqing.issue..",
                    "cn.minqing.ledger..",
                    "cn.minqing.assessment..",
                    "cn.minqing.document..",
                    "cn.minqing.bulletin..",
                    "cn.minqing.project..",
                    "cn.minqing.volunteer..",
                    "cn.minqing.supervision..",
                    "cn.minqing.papers..",
                    "cn.minqing.tasklist..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.minqing.ui..", "cn.minqing.process..")
            .because("a context defines an interface, and the process implements it");

    @ArchTest
    static final ArchRule processes_know_no_pages = noClasses()
            .that()
            .resideInAPackage("cn.minqing.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cn.minqing.ui..")
            .because("the engine runs without anybody looking");

    @ArchTest
    static final ArchRule delegates_are_named_as_the_models_name_them = classes()
            .that()
            .implement("org.camunda.bpm.engine.delegate.JavaDelegate")
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .resideInAPackage("cn.minqing.process..")
            .because("serviceTask_recordFeedback calls recordFeedbackDelegate");

    @ArchTest
    static final ArchRule time_comes_from_the_application_clock = noClasses()
            .that()
            .resideInAnyPackage(
                    "cn.minqing.household..",
                    "cn.minqing.campaign..",
                    "cn.minqing.obligation..",
                    "cn.minqing.activity..",
                    "cn.minqing.visit..",
                    "cn.minqing.issue..",
                    "cn.minqing.ledger..",
                    "cn.minqing.assessment..",
                    "cn.minqing.document..",
                    "cn.minqing.bulletin..",
                    "cn.minqing.project..",
                    "cn.minqing.volunteer..",
                    "cn.minqing.supervision..",
                    "cn.minqing.process..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .because("one clock drives domain and engine, and the demo moves it");

    @Test
    void modules_keep_their_boundaries() {
        ApplicationModules.of(MinqingApplication.class).verify();
    }
}

package cloudportal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Arrows between packages point one way, and the house's habits hold. */
@AnalyzeClasses(packages = "cloudportal", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {

    @ArchTest
    static final ArchRule ARROWS_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("terms")
            .definedBy("cloudportal.terms..")
            .layer("contract")
            .definedBy("cloudportal.contract..")
            .layer("request")
            .definedBy("cloudportal.request..")
            .layer("notice")
            .definedBy("cloudportal.notice..")
            .layer("form")
            .definedBy("cloudportal.form..")
            .layer("engine")
            .definedBy("cloudportal.engine..")
            .layer("account")
            .definedBy("cloudportal.account..")
            .layer("process")
            .definedBy("cloudportal.process..")
            .layer("portal")
            .definedBy("cloudportal.portal..")
            .layer("audit")
            .definedBy("cloudportal.audit..")
            .layer("whatif")
            .definedBy("cloudportal.whatif..")
            .layer("operations")
            .definedBy("cloudportal.operations..")
            .layer("demo")
            .definedBy("cloudportal.demo..")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("request", "notice", "process", "portal", "audit", "whatif", "demo")
            .whereLayer("request")
            .mayOnlyBeAccessedByLayers("notice", "process", "portal", "audit", "whatif", "operations", "demo")
            .whereLayer("notice")
            .mayOnlyBeAccessedByLayers("process", "portal", "audit")
            .whereLayer("terms")
            .mayOnlyBeAccessedByLayers("contract", "request", "notice", "process", "portal", "audit", "whatif", "demo")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("form", "process", "account", "portal", "audit", "whatif")
            .whereLayer("process")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("portal")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("audit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("whatif")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operations")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("cloudportal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TERMS_ARE_PURE_JAVA = noClasses()
            .that()
            .resideInAPackage("cloudportal.terms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "org.camunda..", "org.hibernate..");

    @ArchTest
    static final ArchRule ONLY_THE_GLUE_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideInAnyPackage(
                    "cloudportal.terms..",
                    "cloudportal.contract..",
                    "cloudportal.request..",
                    "cloudportal.notice..",
                    "cloudportal.demo..",
                    "cloudportal.time..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule ENGINE_AND_FORM_KNOW_NO_BUSINESS = noClasses()
            .that()
            .resideInAnyPackage("cloudportal.engine..", "cloudportal.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cloudportal.terms..",
                    "cloudportal.contract..",
                    "cloudportal.request..",
                    "cloudportal.notice..",
                    "cloudportal.process..",
                    "cloudportal.demo..");

    @ArchTest
    static final ArchRule DELEGATES_ARE_SMALL_GLUE = classes()
            .that()
            .resideInAPackage("cloudportal.process.delegate")
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .implement(JavaDelegate.class)
            .andShould()
            .haveOnlyFinalFields();

    @ArchTest
    static final ArchRule DELEGATES_LEAVE_ENGINE_AND_TABLES_ALONE = noClasses()
            .that()
            .resideInAPackage("cloudportal.process.delegate")
            .should()
            .dependOnClassesThat(Predicates.simpleNameEndingWith("Repository")
                    .or(Predicates.resideInAnyPackage("org.camunda.bpm.engine.impl.."))
                    .or(Predicates.simpleName("RuntimeService"))
                    .or(Predicates.simpleName("TaskService"))
                    .or(Predicates.simpleName("IdentityService")))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.time..");

    @ArchTest
    static final ArchRule TODAY_COMES_FROM_THE_ONE_CLOCK = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule THE_SYSTEM_CLOCK_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("cloudportal.time..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_THROUGH_CONSTRUCTORS = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    /** The open Spring 6.2 has advisories in these that nobody will fix: they stay out of reach. */
    @ArchTest
    static final ArchRule VIEWS_WITH_OPEN_ADVISORIES_STAY_UNUSED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web.servlet.view.xslt..",
                    "org.springframework.web.servlet.view.freemarker..",
                    "org.springframework.expression..",
                    "org.springframework.web.reactive..");

    @ArchTest
    static final ArchRule NOTHING_SHARED_CHANGES =
            fields().that().areStatic().and().areNotPrivate().should().beFinal();
}

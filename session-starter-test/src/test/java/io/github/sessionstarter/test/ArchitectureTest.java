package io.github.sessionstarter.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this module may know of the library and of its users' class paths. */
class ArchitectureTest {

    private static final String ROOT = "io.github.sessionstarter";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + ".test");

    @Test
    void howSessionsAreKeptIsNoneOfItsBusiness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".signing..", ROOT + ".serialization..", ROOT + ".repository..", ROOT + ".store..")
                .check(CLASSES);
    }

    /** A test without Spring Boot's MockMvc has not its library. */
    @Test
    void onlyMockMvcsConfigurationNeedsItsLibrary() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("MockMvcAutoConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot.webmvc.test..")
                .check(CLASSES);
    }

    @Test
    void whatSpringMakesIsNotPublic() {
        classes()
                .that()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .or()
                .haveSimpleNameEndingWith("Factory")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }
}

package io.github.sessionstarter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which; the arrows of the design. */
class ArchitectureTest {

    private static final String ROOT = "io.github.sessionstarter";

    private static final Set<String> STORES = Set.of("redis", "memcached", "filesystem", "mongodb", "jdbc", "memory");

    /** The packages of ours that a package may import; "" is the root. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.of(
            "", Set.of(),
            ".signing", Set.of(),
            ".serialization", Set.of(""),
            ".repository", Set.of("", ".signing", ".serialization"),
            ".web", Set.of(""),
            ".httpsession", Set.of("", ".web"),
            ".actuate", Set.of("", ".repository")));

    static {
        STORES.forEach(store -> ARROWS.put(".store." + store, Set.of("")));
        ARROWS.put(".autoconfigure", Set.copyOf(ARROWS.keySet()));
    }

    private static final Pattern DRAWN = Pattern.compile("^ +(\\w+) --> (\\w+(?: & \\w+)*)$", Pattern.MULTILINE);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhereAnArrowPoints() {
        return ARROWS.keySet().stream()
                .map(from -> DynamicTest.dynamicTest(ROOT + from, () -> noClasses()
                        .that(resideInAPackage(ROOT + from))
                        .should()
                        .dependOnClassesThat(resideInAnyOf(forbiddenTo(from)))
                        .check(CLASSES)));
    }

    private static String[] forbiddenTo(String from) {
        return ARROWS.keySet().stream()
                .filter(to -> !to.equals(from) && !ARROWS.get(from).contains(to))
                .map(to -> ROOT + to)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages.length == 0 ? new String[] {"none"} : packages);
    }

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());

        assertThat(packages).isEqualTo(ARROWS.keySet());
    }

    /** {@code docs/architecture.md} draws the stores as one, and the root by the project's name. */
    @Test
    void theDiagramHasTheArrows() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        Matcher arrows = DRAWN.matcher(Files.readString(Path.of("../docs/architecture.md")));
        while (arrows.find()) {
            drawn.computeIfAbsent(arrows.group(1), from -> new TreeSet<>())
                    .addAll(Set.of(arrows.group(2).split(" & ")));
        }

        Map<String, Set<String>> meant = new TreeMap<>();
        ARROWS.forEach((from, targets) -> targets.forEach(
                to -> meant.computeIfAbsent(node(from), node -> new TreeSet<>()).add(node(to))));
        assertThat(drawn).isEqualTo(meant);
    }

    private static String node(String name) {
        return name.isEmpty() ? "sessionstarter" : name.replaceAll("^\\.(\\w+).*", "$1");
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());

        assertThat(unmarked).isEmpty();
    }

    @Test
    void configurationIsNobodysBusinessButSpringsExceptWhereNamed() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".autoconfigure")
                .and()
                .arePublic()
                .should()
                .haveSimpleNameEndingWith("Properties")
                .orShould()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .check(CLASSES);
    }

    /** They are made in every application, but the endpoint's; what is optional may be missing there. */
    @Test
    void propertiesNeedNoOptionalLibrary() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Properties")
                .and()
                .doNotHaveSimpleName("SessionStoreEndpointProperties")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..",
                        "org.jspecify..",
                        "org.springframework.boot.context.properties..",
                        "org.springframework.boot.convert..",
                        ROOT + "..")
                .check(CLASSES);
    }

    @Test
    void nothingDeserializesJavaObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(CLASSES);
    }

    @Test
    void signingNeedsNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".signing")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax.crypto..", "org.jspecify..", ROOT + ".signing")
                .check(CLASSES);
    }
}

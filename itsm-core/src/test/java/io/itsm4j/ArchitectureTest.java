package io.itsm4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The map of the house. Packages are features; imports run one way, from the practices through the ticket engine down
 * to who acts. The exceptions beside {@code Itsm} may be used by all.
 */
class ArchitectureTest {

    private static final String ROOT = "io.itsm4j";

    // spotless:off
    /** Each package of the kernel and what of the library it may use; a practice is whatever stands not here. */
    private static final Map<String, Set<String>> KERNEL = Map.ofEntries(
            Map.entry("actor",     Set.of()),
            Map.entry("input",     Set.of()),
            Map.entry("storage",   Set.of("actor")),
            Map.entry("lifecycle", Set.of("actor")),
            Map.entry("calendar",  Set.of("actor", "storage")),
            Map.entry("journal",   Set.of("actor", "storage")),
            Map.entry("memory",    Set.of("actor", "storage")),
            Map.entry("ticket",    Set.of("actor", "storage", "lifecycle", "journal", "input", "calendar", "sla", "approval")),
            Map.entry("approval",  Set.of("actor", "storage", "lifecycle", "journal", "input", "calendar", "ticket", "sla")),
            Map.entry("sla",       Set.of("actor", "storage", "lifecycle", "journal", "input", "calendar", "ticket")),
            Map.entry("interop",   Set.of("actor", "storage", "lifecycle", "journal", "input", "calendar", "ticket", "sla", "approval")));

    /** Which practice names which other one on purpose. */
    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "problem", Set.of("incident"));
    // spotless:on

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final JavaClasses PRODUCT = CORE.that(not(in("interop")).and(not(in("testkit"))));

    private static DescribedPredicate<JavaClass> in(String feature) {
        return resideInAPackage(ROOT + "." + feature + "..");
    }

    /** The exceptions and their texts, which every package may use. */
    private static final DescribedPredicate<JavaClass> FAILURES = DescribedPredicate.<JavaClass>describe(
                    "failures", type -> type.isAssignableTo(ItsmException.class))
            .or(belongToAnyOf(InvalidInput.Fault.class, Messages.class));

    private static final DescribedPredicate<JavaClass> FOREIGN = not(resideInAnyPackage(ROOT, ROOT + ".."));

    private static DescribedPredicate<JavaClass> anyOf(Set<String> features) {
        return resideInAnyPackage(
                features.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new));
    }

    private static Set<String> practices() {
        return PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
                .filter(name -> !KERNEL.containsKey(name))
                .collect(Collectors.toSet());
    }

    @Test
    void imports_within_the_kernel_run_one_way() {
        KERNEL.forEach((feature, allowed) -> check(classes()
                .that(in(feature))
                .should()
                .onlyDependOnClassesThat(FOREIGN.or(FAILURES).or(in(feature)).or(anyOf(allowed)))));
    }

    @Test
    void packages_form_no_cycle() {
        check(SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void only_the_entrance_and_its_session_know_a_practice_and_practices_meet_by_id() {
        assertThat(practices()).contains("incident");
        for (String practice : practices()) {
            Set<String> mayKnow = NEIGHBOURS.entrySet().stream()
                    .filter(pair -> pair.getValue().contains(practice))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            check(noClasses()
                    .that(not(in(practice)).and(not(anyOf(mayKnow))).and(not(entrance())))
                    .should()
                    .dependOnClassesThat(in(practice)));
        }
    }

    @Test
    void only_the_entrance_makes_the_in_memory_store() {
        check(noClasses().that(not(in("memory")).and(not(entrance()))).should().dependOnClassesThat(in("memory")));
    }

    @Test
    void the_exceptions_know_nothing_but_themselves() {
        check(classes().that(FAILURES).should().onlyDependOnClassesThat(FOREIGN.or(FAILURES)));
    }

    @Test
    void a_practice_keeps_to_the_engine_and_never_reaches_a_store() {
        check(noClasses()
                .that(anyOf(practices()))
                .should()
                .dependOnClassesThat(in("memory")
                        .or(DescribedPredicate.describe(
                                "the store itself",
                                type -> Set.of(ROOT + ".storage.Store", ROOT + ".storage.UnitOfWork")
                                        .contains(type.getName())))));
    }

    @Test
    void core_opens_no_socket_and_touches_no_file() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.net.http..",
                        "javax.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.rmi..",
                        "java.sql..",
                        "javax.sql..",
                        "javax.naming.."));
        check(noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        java.io.File.class,
                        java.io.FileInputStream.class,
                        java.io.FileOutputStream.class,
                        java.io.FileReader.class,
                        java.io.FileWriter.class,
                        java.io.RandomAccessFile.class,
                        ProcessBuilder.class,
                        Runtime.class)));
    }

    @Test
    void core_uses_no_serialisation_no_xml_no_expressions_and_no_class_loading_by_name() {
        check(noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)));
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.xml..",
                        "org.w3c..",
                        "org.xml..",
                        "jakarta.el..",
                        "javax.el..",
                        "javax.script..",
                        "java.beans..",
                        "org.springframework..",
                        "jakarta.persistence.."));
        check(noClasses().should().callMethod(Class.class, "forName", String.class));
    }

    @Test
    void time_is_an_argument() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().should().callConstructor(Date.class));
        check(noClasses()
                .that(not(entrance()))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone"));
    }

    @Test
    void core_starts_no_thread_and_depends_on_the_machine_nowhere() {
        check(noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        java.util.Timer.class,
                        java.util.concurrent.Executors.class,
                        java.util.concurrent.ThreadPoolExecutor.class,
                        java.util.concurrent.ForkJoinPool.class,
                        java.util.concurrent.CompletableFuture.class)));
        check(noClasses().should().callConstructor(Thread.class, Runnable.class));
        check(noClasses().should().callMethod(java.util.Locale.class, "getDefault"));
        check(noClasses().should().callMethod(java.time.ZoneId.class, "systemDefault"));
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|Base)(\\$.*)?"));
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked = PRODUCT.stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(each -> each.getName())
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    private static DescribedPredicate<JavaClass> entrance() {
        return DescribedPredicate.describe(
                "the entrance",
                type -> type.getName().startsWith(ROOT + ".Itsm")
                        && type.getPackageName().equals(ROOT)
                        && !FAILURES.test(type));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }
}
